import type { Code } from '../records/codes.ts'

export const ruleParts = [
  'nmr-general',
  'nmr-sentenced',
  'nmr-mental-health',
  'nmr-untried',
  'nmr-civil',
  'nmr-without-charge',
  'br-general',
  'br-special',
  'br-noncustodial',
  'br-research',
  'kyoto-principle',
  'kyoto-strategy',
] as const
export type RulePart = (typeof ruleParts)[number]

/** 'strategies': a Kyoto principle is watched through the strategies under it. */
export const monitoring = ['data', 'inspection', 'attestation', 'strategies'] as const
export type Monitoring = (typeof monitoring)[number]

/** Whom a rule protects, or whom it binds where it speaks of a duty rather than of a person. */
export const appliesTo = [
  'everyone-held',
  'sentenced',
  'mental-health',
  'pretrial',
  'civil',
  'detained-without-charge',
  'women',
  'girls',
  'children-with-parent',
  'children-visiting',
  'foreign-nationals',
  'visitors',
  'administration',
  'staff',
  'health-staff',
  'prison',
  'probation',
  'courts',
  'prosecution',
  'police',
  'legislature',
  'services',
  'all-agencies',
  'government',
  'state',
  'statistics',
  'research',
] as const
export type AppliesTo = (typeof appliesTo)[number]

/**
 * One standard that a facility or a country is held to: a Nelson Mandela Rule, a Bangkok Rule, or a Kyoto principle
 * or strategy (guidance). Its words, which paraphrase and never replace the official text, stand in `<family>.en.ts`.
 * Which indicators and inspection items watch it is written with them, never here: see `coverage.ts`.
 */
export interface Rule<Id extends string = string> {
  /** 'nmr-1' … 'nmr-122', 'br-1' … 'br-70', 'kyoto-principle-1' … '-6', 'kyoto-1' … 'kyoto-18'. */
  id: Id
  part: RulePart
  /** How it can be watched; an empty list says that nothing in the product watches it. */
  monitoredBy: readonly Monitoring[]
  /** Empty for a Kyoto principle: its strategies say it. */
  appliesTo: readonly AppliesTo[]
  /** True where a policy, law, register or protocol in force answers for it and the inspectorate checks that document. */
  documentEvidence?: true
  /** Signed statements that answer for it. */
  attestedBy?: readonly Code<'attested_measure'>[]
  /** Kyoto: the first and the last paragraph of the text. */
  paragraphs?: readonly [number, number]
  /** Kyoto principle: the strategies under it. */
  strategies?: readonly `kyoto-${number}`[]
}

export function rule<const Id extends string>(given: Rule<Id>): Rule<Id> {
  return given
}

/** What a rule asks for, in one language. */
export interface RuleWords {
  topic: string
  /** For a Kyoto principle or strategy: its aim. */
  obligation: string
}

/** The rule that a citation names, without its paragraph: 'nmr-45.2' cites 'nmr-45'. */
export function citedRule(citation: string): string {
  return citation.split('.')[0] ?? citation
}
