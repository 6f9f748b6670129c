/**
 * A core return of twenty columns, of places, legal status and staff, filled in by dice. It is no country that anybody would
 * believe in (the demonstration is that), but its parts add up, and a million lines of it are made in seconds.
 */
export const returnColumns = [
  'pop_opening',
  'adm_new',
  'rel_liberty',
  'pop_closing',
  'pop_closing@sex:female',
  'pop_closing@sex:male',
  'pop_closing@legal_status:pretrial',
  'pop_closing@legal_status:sentenced_not_final',
  'pop_closing@legal_status:sentenced_final',
  'pop_closing@legal_status:administrative',
  'foreign_closing',
  'person_days',
  'capacity_available',
  'cells_occupied',
  'cells_over_capacity',
  'persons_no_own_bed',
  'staff_total_fte',
  'staff_custodial_fte',
  'doctor_fte',
  'nurse_fte',
]

/** The answers of one facility of `places`, month after month without end; now and then a cell is left empty. */
export function* returnAnswers(places: number, seed: number): Generator<(number | string)[], never> {
  const dice = diceOf(seed)
  const part = (whole: number, share: number) => Math.round(whole * share * (0.8 + 0.4 * dice()))
  const available = Math.round(places * 0.97)
  let people = Math.round(places * (0.7 + 0.7 * dice()))
  for (;;) {
    const opening = people
    const [came, went] = [part(opening, 0.12), part(opening, 0.12)]
    people = opening + came - went
    const women = part(people, 0.05)
    const [pretrial, notFinal, administrative] = [part(people, 0.3), part(people, 0.1), part(people, 0.02)]
    const cells = Math.max(1, Math.round(people / 2))
    const staff = [places * 0.5, places * 0.35, 1.5, places * 0.02].map((fte) => fte.toFixed(1))
    const legal = [pretrial, notFinal, people - pretrial - notFinal - administrative, administrative]
    const rooms = [available, cells, part(cells, 0.1), part(people, 0.05)]
    const answers = [opening, came, went, people, women, people - women, ...legal, part(people, 0.2), people * 30]
    yield [...answers, ...rooms, ...staff].map((answer) => (dice() < 0.01 ? '' : answer))
  }
}

/** Numbers from 0 to 1, the same for the same seed. */
function diceOf(seed: number): () => number {
  let state = seed * 2_654_435_761
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0
    return state / 4_294_967_296
  }
}
