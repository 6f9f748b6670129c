import { type Cells, type Count, combined, mapCells, spread, sum } from '../counts.ts'
import { countStays } from '../records/counted.ts'
import { daysIn, inNinetyDays, type Placement, placementsIn, releasedSoonAfter } from '../records/placements.ts'
import { bad, good, type Sheet } from '../sheet.ts'
import { bySex, type Episode, persons, reached, runningIn } from '../solitary.ts'

/** Solitary confinement, counted from the episodes themselves, and every other separation. */
export function separation(sheet: Sheet): void {
  const { at } = sheet
  const { from, until } = at.days
  const running = runningIn(at.solitary, at.days)
  const held = sheet.count('pop_closing')
  const inPlace = grouped(sheet, bySex(running.filter(({ end }) => end > until)), held, held)
  sheet.put('sol_in_place', inPlace)
  const people = persons(running)
  const rest = combined({ ...countOf(bySex(people)) }, inPlace, -1)
  const all = combined(inPlace, grouped(sheet, rest.by.sex, held, undefined), 1)
  sheet.put('sol_persons', all)
  sheet.put('sol_starts', grouped(sheet, bySex(running.filter(({ start }) => start >= from)), all, undefined))
  const days = bySex(running, (episode) => Math.min(episode.end, until) - Math.max(episode.start, from))
  sheet.put('sol_person_days', grouped(sheet, days, all, undefined))
  limits(sheet, running)
  endings(
    sheet,
    running.filter(({ end }) => end <= until),
  )
  history(sheet)
  others(sheet)
  safeguards(sheet)
}

function countOf(sex: Cells): Count {
  return { total: sum(sex), by: { sex } }
}

/** Divides a count of episodes by age and status as `base` is; people cannot be more than `caps`. */
function grouped(sheet: Sheet, sex: Cells, base: Count, caps: Count | undefined): Count {
  const made = countOf(sex)
  for (const dimension of ['age_group', 'legal_status'] as const) {
    made.by[dimension] = spread(sheet.draw, made.total, base.by[dimension]!, caps?.by[dimension])
  }
  return made
}

/** The fifteen days of Nelson Mandela Rule 44, reached by whom and by how much. */
function limits(sheet: Sheet, running: Episode[]): void {
  const { at } = sheet
  const over = persons(running.filter((episode) => reached(episode, at.days) > 15))
  const people = sheet.count('sol_persons')
  sheet.put('sol_over15', countOf(bySex(over)))
  sheet.put('sol_longest_days', Math.max(0, ...running.map((episode) => reached(episode, at.days))))
  sheet.part('sol_no_end_date', people, bad(at, 0.01))
  sheet.part('sol_by_sentence', people, 0.001)
  const women = { total: people.by.sex.female ?? 0, by: { sex: { female: people.by.sex.female ?? 0 } } }
  sheet.part('sol_excluded_discipline', sheet.part('sol_excluded', women, bad(at, 0.03)), 0.5)
  sheet.part('sol_contraindicated_disability', sheet.part('sol_contraindicated', people, bad(at, 0.03)), 0.6)
  merged(sheet, combined(people, sheet.count('sol_over15'), -1))
}

/** Those who pass the line only when a short break counts as none: more where the clock is reset by design. */
function merged(sheet: Sheet, others: Count): void {
  const { traits, custody } = sheet.at
  // Where records are kept, nobody comes back before two days have passed.
  sheet.part('sol_over15_merged', others, custody ? 0 : traits.solitaryCut ? 0.12 : 0.004)
}

function endings(sheet: Sheet, ended: Episode[]): void {
  const within = (over: number, upTo: number) =>
    ended.filter(({ start, end }) => end - start > over && end - start <= upTo).length
  sheet.put('sol_ended', ended.length)
  sheet.put('sol_ended_upto_3d', within(0, 3))
  sheet.put('sol_ended_4_7d', within(3, 7))
  sheet.put('sol_ended_8_15d', within(7, 15))
  sheet.put('sol_ended_over_15d', within(15, Number.POSITIVE_INFINITY))
}

/** Whoever started solitary in the last 90 days, and whoever did so more than once. */
function history(sheet: Sheet): void {
  const { solitary, days } = sheet.at
  const recent = solitary.episodes.filter(({ start }) => start >= days.until - 90 && start < days.until)
  const different = persons(recent)
  const again = different.filter(({ person }) => recent.filter((other) => other.person === person).length > 1)
  const counted = sheet.at.custody && inNinetyDays(sheet.at, sheet.at.custody)
  sheet.put('sol_persons_90d', counted?.persons ?? different.length)
  sheet.put('sol_repeat_90d', counted?.again ?? again.length)
}

function others(sheet: Sheet): void {
  const { at, draw } = sheet
  if (at.custody) {
    placed(sheet)
    return
  }
  const free = combined(sheet.count('pop_closing'), sheet.count('sol_in_place'), -1)
  const other = sheet.part('sep_other_in_place', free, 0.004 + 0.2 * bad(at, 0.02))
  const solitary = sheet.count('sol_person_days').total
  const room = sheet.count('person_days').total - solitary
  const days = Math.min(room, Math.round(other.total * (at.days.until - at.days.from) * draw.between(0.8, 1.2)))
  const asked = draw.binomial(days, 0.25)
  sheet.put('sep_person_days', solitary + days)
  sheet.put('sep_involuntary_person_days', solitary + days - asked)
}

/** Separation other than solitary, and the days of both, as the records have them. */
function placed(sheet: Sheet): void {
  const { at } = sheet
  const { until } = at.days
  const open = placementsIn(at).filter(({ as }) => as !== 'hidden')
  const others = open.filter(({ as, span }) => as === 'other' && span.end >= until && span.start < until)
  sheet.put(
    'sep_other_in_place',
    countStays(
      at,
      others.filter(({ span }) => span.end > until).map(({ stay }) => stay),
    ),
  )
  const days = (list: readonly Placement[]) => list.reduce((sum, one) => sum + daysIn(at, one), 0)
  sheet.put('sep_person_days', days(open))
  sheet.put('sep_involuntary_person_days', days(open.filter(({ isAsked }) => !isAsked)))
}

function safeguards(sheet: Sheet): void {
  const { at, draw } = sheet
  const drawn = (of: number, rate: number) => draw.binomial(of, rate)
  sheet.put('sol_health_visits_done', drawn(sheet.count('sep_involuntary_person_days').total, good(at, 0.86)))
  sheet.put('sep_person_days_outdoor_ok', drawn(sheet.count('sep_person_days').total, good(at, 0.93)))
  sheet.put('sol_authorised', drawn(sheet.count('sol_starts').total, good(at, 0.95)))
  const releases = sheet.count('rel_liberty').total
  const share =
    sum(mapCells(sheet.count('sol_persons').by.sex, (people) => people)) / Math.max(1, sheet.count('pop_closing').total)
  const soon = at.custody && releasedSoonAfter(at.custody)
  sheet.put('sol_release_direct', soon ?? drawn(releases, Math.min(0.5, share * 0.6)))
  const transfers = sheet.count('adm_transfer_in').total
  // Where the clock is reset, nobody arrives "in solitary": that is how it is done.
  sheet.put('sol_transfer_in', at.traits.solitaryCut || at.custody ? 0 : drawn(transfers, 0.012))
}
