export const ruleParts = [
  'nmr-general',
  'nmr-special',
  'br-general',
  'br-special',
  'br-noncustodial',
  'br-research',
  'kyoto-principle',
  'kyoto-strategy',
] as const
export type RulePart = (typeof ruleParts)[number]

export const monitoring = ['data', 'inspection', 'attestation'] as const
export type Monitoring = (typeof monitoring)[number]

export const appliesTo = [
  'everyone-held',
  'administration',
  'sentenced',
  'mental-disability',
  'pretrial',
  'civil',
  'detained-without-charge',
  'women',
  'girls',
  'women-with-children',
  'system',
] as const

/**
 * One standard that a facility or a country is held to: a Nelson Mandela Rule, a Bangkok Rule, or a Kyoto principle
 * or strategy (guidance). Its words, which paraphrase and never replace the official text, stand in `<family>.en.ts`.
 */
export interface Rule<Id extends string = string> {
  /** 'nmr-1' … 'nmr-122', 'br-1' … 'br-70', 'kyoto-principle-1' … '-6', 'kyoto-1' … 'kyoto-18'. */
  id: Id
  part: RulePart
  /** How it can be watched; an empty list says that nothing in the product watches it. */
  monitoredBy: readonly Monitoring[]
  appliesTo: readonly (typeof appliesTo)[number][]
}

export function rule<const Id extends string>(given: Rule<Id>): Rule<Id> {
  return given
}

/** What a rule asks for, in one language. */
export interface RuleWords {
  topic: string
  obligation: string
}

/** The rule that a citation names, without its paragraph: 'nmr-45.2' cites 'nmr-45'. */
export function citedRule(citation: string): string {
  return citation.split('.')[0] ?? citation
}
