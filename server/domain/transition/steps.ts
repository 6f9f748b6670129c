import type { Reading } from '../indicators/reading.ts'

/**
 * Whose work a step is, beside the prison. Our reading of who usually answers for it: no record names a partner for an item of a
 * release plan.
 */
export const partners = [
  'prison',
  'registry-office',
  'housing-agency',
  'employment-and-social-services',
  'health-service',
  'lead-agency',
] as const
export type Partner = (typeof partners)[number]

/** What somebody should leave prison with, in the order of the way out, and who answers for it. */
export const transitionSteps = [
  { indicator: 'release-item-plan-agreed', partner: 'prison' },
  { indicator: 'release-item-identity-papers', partner: 'registry-office' },
  { indicator: 'release-item-home', partner: 'housing-agency' },
  { indicator: 'release-first-night-place', partner: 'housing-agency' },
  { indicator: 'release-item-income', partner: 'employment-and-social-services' },
  { indicator: 'release-item-means', partner: 'prison' },
  { indicator: 'release-health-handover', partner: 'health-service' },
  { indicator: 'release-lead-agency', partner: 'lead-agency' },
  { indicator: 'followup-90-reached', partner: 'lead-agency' },
] as const satisfies readonly { indicator: string; partner: Partner }[]
export type TransitionStep = (typeof transitionSteps)[number]

/** Critical items together: the share that left ready. It is nobody's alone. */
export const readyTogether = 'release-ready-critical'

export interface StepReading {
  indicator: string
  partner: Partner
  reading: Pick<Reading, 'verdict'>
}

/** A partner with its steps that are beyond their threshold, and whether anything can be said of the others. */
export interface PartnerStanding {
  partner: Partner
  failing: string[]
  unknown: string[]
}

/**
 * Which partners fail: those with a step that is a concern by more than chance. A step without a verdict is unknown, which is
 * never well done.
 */
export function partnerStandings(steps: readonly StepReading[]): PartnerStanding[] {
  return partners.flatMap((partner) => {
    const own = steps.filter((step) => step.partner === partner)
    if (own.length === 0) return []
    const named = (test: (verdict: StepReading['reading']['verdict']) => boolean) =>
      own.filter(({ reading }) => test(reading.verdict)).map((step) => step.indicator)
    return {
      partner,
      failing: named((verdict) => verdict.verdict === 'concern' && !verdict.withinChance),
      unknown: named((verdict) => verdict.verdict === 'not-assessed'),
    }
  })
}
