import type { AppliesTo, Monitoring, RulePart } from './define.ts'

/** What the parts of the three texts are called, in English. */
export const partWords: Record<RulePart, string> = {
  'nmr-general': 'Mandela Rules, part I: general application',
  'nmr-sentenced': 'Mandela Rules, part II.A: sentenced prisoners',
  'nmr-mental-health': 'Mandela Rules, part II.B: mental disabilities or health conditions',
  'nmr-untried': 'Mandela Rules, part II.C: arrested or awaiting trial',
  'nmr-civil': 'Mandela Rules, part II.D: civil prisoners',
  'nmr-without-charge': 'Mandela Rules, part II.E: arrested or detained without charge',
  'br-general': 'Bangkok Rules, part I: general application',
  'br-special': 'Bangkok Rules, part II: special categories',
  'br-noncustodial': 'Bangkok Rules, part III: non-custodial measures',
  'br-research': 'Bangkok Rules, part IV: research, planning, evaluation and public awareness',
  'kyoto-principle': 'Kyoto Model Strategies: core principles (guidance)',
  'kyoto-strategy': 'Kyoto Model Strategies: strategies (guidance)',
}

/** How a rule can be watched, in English. */
export const monitoringWords: Record<Monitoring, string> = {
  data: 'Data',
  inspection: 'Inspection',
  attestation: 'Signed statement or document',
  strategies: 'Through its model strategies',
}

/** Whom a rule protects or binds, in English. */
export const appliesToWords: Record<AppliesTo, string> = {
  'everyone-held': 'Every person held',
  sentenced: 'Sentenced persons',
  'mental-health': 'Persons with mental disabilities or health conditions',
  pretrial: 'Persons arrested or awaiting trial',
  civil: 'Civil prisoners',
  'detained-without-charge': 'Persons arrested or detained without charge',
  women: 'Women in custody',
  girls: 'Girls in custody',
  'children-with-parent': 'Children living with a parent',
  'children-visiting': 'Children who visit',
  'foreign-nationals': 'Foreign nationals',
  visitors: 'Visitors',
  administration: 'Prison administration or other authority',
  staff: 'Prison staff',
  'health-staff': 'Health-care staff',
  prison: 'Prisons',
  probation: 'Probation',
  courts: 'Courts',
  prosecution: 'Prosecution',
  police: 'Police',
  legislature: 'Legislature',
  services: 'Social and health services',
  'all-agencies': 'All agencies',
  government: 'Government',
  state: 'The State, not a facility',
  statistics: 'Statistics offices',
  research: 'Research bodies',
}

/** What the mark "document evidence" says, in English. */
export const documentEvidenceWords = 'Policy, law, register or protocol in force, checked by the inspectorate'
