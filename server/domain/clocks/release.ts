/** One item of a person's checklist before release; days since 1970, NaN where it has not come. */
export interface ReleaseItem {
  item: string
  isApplicable: boolean
  isDone: boolean
  doneOn: number
}

/** What each item weighs in the readiness score: local defaults, for no text of the United Nations sets weights. */
export const itemWeights: Readonly<Record<string, number>> = {
  id_documents: 12,
  housing: 15,
  health_handover: 12,
  income_work_training: 12,
  benefits: 8,
  family_contact_plan: 7,
  lead_agency: 12,
  supervision_explained: 5,
  plan_agreed: 6,
  transport_clothing_money: 5,
  post_solitary_support: 6,
}

/** Nobody is ready without these, and without both gates. */
export const criticalItems = [
  'id_documents',
  'housing',
  'health_handover',
  'lead_agency',
  'transport_clothing_money',
] as const
export const gates = ['gate_release_date_verified', 'gate_victim_safeguards'] as const
/** For people who leave untried, or after a short time, a short kit takes the place of the checklist. */
export const shortKit = ['id_documents', 'health_handover', 'family_contact_plan', 'transport_clothing_money'] as const

/** Whether an item is done by a day, or does not apply. An item of which nothing is written is not done. */
function isSettled(items: readonly ReleaseItem[], name: string, day: number): boolean {
  return items.some((one) => one.item === name && (!one.isApplicable || isDoneBy(one, day)))
}

export function isDoneBy({ isDone, doneOn }: ReleaseItem, day: number): boolean {
  return isDone && doneOn <= day
}

/** Whether a person is ready on a day: all critical items that apply are done and both gates are cleared. */
export function isReady(items: readonly ReleaseItem[], day: number): boolean {
  return [...criticalItems, ...gates].every((name) => isSettled(items, name, day))
}

/** The same for the short kit. */
export function hasShortKit(items: readonly ReleaseItem[], day: number): boolean {
  return shortKit.every((name) => isSettled(items, name, day))
}

/**
 * Readiness on a day, 0 to 100: weights of the items done over weights of those that apply; without a plan 0. A plan says of
 * every item whether it applies (records.yaml, release_plan_item: exactly one row per item and plan): one of which it says
 * nothing applies and is not done, as for `isReady`. Only help after solitary is owed to nobody who was never in it.
 */
export function readinessScore(
  items: readonly ReleaseItem[],
  day: number,
  { hadSolitary }: { hadSolitary: boolean },
): number {
  const weigh = (list: readonly Pick<ReleaseItem, 'item'>[]) =>
    list.reduce((sum, { item }) => sum + (itemWeights[item] ?? 0), 0)
  const applicable = items.filter(({ isApplicable }) => isApplicable)
  const unwritten = Object.keys(itemWeights)
    .filter((name) => !items.some(({ item }) => item === name) && (hadSolitary || name !== 'post_solitary_support'))
    .map((item) => ({ item }))
  const whole = weigh([...applicable, ...unwritten])
  return whole === 0 ? 0 : (100 * weigh(applicable.filter((one) => isDoneBy(one, day)))) / whole
}
