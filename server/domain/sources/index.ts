/** Whose figure a threshold is. A local default must never look like a standard of the United Nations. */
export const sourceKinds = [
  'un-rule',
  'un-treaty',
  'un-guidance',
  'recognised-standard',
  'regional-standard',
  'national-standard',
  'national-law',
  'definition',
  'local-default',
] as const
export type SourceKind = (typeof sourceKinds)[number]

/** How sure we are that the source says so; 'unverified' is shown as "from general knowledge, unverified". */
export type Confidence = 'checked' | 'checked-in-part' | 'unverified'

/** Everything but the rules of the United Nations that a threshold or a reference may cite. Words: sources.en.ts. */
export const sources = {
  'local-default': { kind: 'local-default', confidence: 'checked' },
  definition: { kind: 'definition', confidence: 'checked' },
  'national-law': { kind: 'national-law', confidence: 'checked' },
  'break-rule': { kind: 'local-default', confidence: 'checked' },
  'havana-67': { kind: 'un-rule', confidence: 'unverified' },
  'rnr-model': { kind: 'recognised-standard', confidence: 'unverified' },
  'coe-overcrowding-2016': { kind: 'regional-standard', confidence: 'unverified' },
  'cpt-space-2015': { kind: 'regional-standard', confidence: 'checked' },
  'cpt-report-2': { kind: 'regional-standard', confidence: 'checked' },
  'cpt-report-21': { kind: 'regional-standard', confidence: 'unverified' },
  'cpt-practice': { kind: 'regional-standard', confidence: 'unverified' },
  'ecthr-mursic-2016': { kind: 'regional-standard', confidence: 'checked' },
  'epr-2020': { kind: 'regional-standard', confidence: 'checked-in-part' },
  'icrc-2012': { kind: 'recognised-standard', confidence: 'checked-in-part' },
  'icrc-wash': { kind: 'recognised-standard', confidence: 'unverified' },
  'hmip-expectations': { kind: 'national-standard', confidence: 'checked' },
  'space-i': { kind: 'regional-standard', confidence: 'checked' },
  'un-cts': { kind: 'recognised-standard', confidence: 'checked' },
  'sdg-16-3-2': { kind: 'recognised-standard', confidence: 'checked-in-part' },
  'iccpr-9': { kind: 'un-treaty', confidence: 'unverified' },
  opcat: { kind: 'un-treaty', confidence: 'checked-in-part' },
  'tokyo-rules': { kind: 'un-rule', confidence: 'unverified' },
  'basic-principles-lawyers-1990': { kind: 'un-guidance', confidence: 'unverified' },
  'world-prison-brief': { kind: 'recognised-standard', confidence: 'checked' },
} as const satisfies Record<string, { kind: SourceKind; confidence: Confidence }>

/** A source, or a rule cited as one: 'nmr-21' or, with its paragraph, 'nmr-45.2'. */
export type SourceId = keyof typeof sources | `nmr-${string}` | `br-${string}` | `kyoto-${string}`

const rulePattern = /^(nmr|br)-\d+/

/** Whose figure `source` is: a Mandela or Bangkok rule is a UN rule, a Kyoto strategy is guidance. */
export function sourceKind(source: SourceId): SourceKind {
  if (rulePattern.test(source)) return 'un-rule'
  if (source.startsWith('kyoto-')) return 'un-guidance'
  return sources[source as keyof typeof sources].kind
}

export function sourceConfidence(source: SourceId): Confidence {
  return source in sources ? sources[source as keyof typeof sources].confidence : 'checked-in-part'
}
