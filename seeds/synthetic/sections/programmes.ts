import type { MeasureId } from '../../../server/domain/measures/index.ts'
import { spread } from '../counts.ts'
import { keepActivities, needOf, needSince, type Participation } from '../records/activities.ts'
import { countStays } from '../records/counted.ts'
import type { Custody, Stay } from '../records/custody.ts'
import { bad, good, type Sheet } from '../sheet.ts'

/** Needs met, education, work and purposeful hours. */
export function programmes(sheet: Sheet): void {
  const { at } = sheet
  if (at.custody) programmesKnown(sheet, at.custody)
  else programmesDrawn(sheet)
  hours(sheet)
  const offered = at.facility.kind === 'small' ? 2 : 6 + Math.round(at.facility.certificates[0]!.places / 60)
  sheet.put('programmes_total', offered)
  sheet.put('programmes_evaluated', Math.round(offered * good(at, 0.4)))
}

/** Activities and needs as the records have them. */
function programmesKnown(sheet: Sheet, { held }: Custody): void {
  const { at } = sheet
  const last = at.days.until - 1
  const put = (id: MeasureId, stays: Iterable<Stay>, dayOf = (stay: Stay) => Math.min(stay.until ?? last, last)) =>
    sheet.put(id, countStays(at, [...stays], dayOf))
  const { started, ended, open } = keepActivities(at)
  const persons = (list: readonly Participation[]) => new Set(list.map(({ stay }) => stay))
  const of = (prefix: string) => open.filter(({ programme }) => programme.kind.startsWith(prefix))
  put('enrolled_any', persons(open))
  put('enrolled_education', persons(of('education')))
  put('in_work', persons(of('work')))
  put('in_work_paid', persons(of('work').filter(({ programme }) => programme.isPaid)))
  const needy = held.filter((stay) => needOf(at, stay) && needSince(stay) <= last - 60)
  put('need_open', needy)
  const fitting = persons(open.filter(({ stay, programme }) => programme.needs.includes(needOf(at, stay) ?? '')))
  put(
    'need_matched',
    needy.filter((stay) => fitting.has(stay)),
  )
  const stays = (list: readonly Participation[]) => list.map(({ stay }) => stay)
  put('part_started', stays(started))
  const waited = (from: number, to: number) =>
    started.filter((entry) => entry.started - entry.referred >= from && entry.started - entry.referred <= to).length
  sheet.put('wait_upto_45d', waited(0, 45))
  sheet.put('wait_46_90d', waited(46, 90))
  sheet.put('wait_over_90d', waited(91, Number.POSITIVE_INFINITY))
  put('part_ended', stays(ended))
  put('part_completed', stays(ended.filter(({ end }) => end === 'completed')))
  sheet.put('part_ended_facility', ended.filter(({ end }) => end === 'facility_cancelled' || end === 'transfer').length)
  put('part_open', stays(open))
  put('part_accredited', stays(open.filter(({ programme }) => programme.isAccredited)))
}

function programmesDrawn(sheet: Sheet): void {
  const { at, draw } = sheet
  const { programmeLean: lean } = at.traits
  const active = sheet.part('enrolled_any', 'pop_closing', good(at, 0.56), {
    ...lean,
    legal_status: { pretrial: 0.5 },
  })
  sheet.part('enrolled_education', active, 0.36)
  sheet.part('in_work_paid', sheet.part('in_work', active, 0.6), good(at, 0.82))
  sheet.part('need_matched', sheet.part('need_open', 'pop_closing', 0.41), good(at, 0.5), lean)
  waits(sheet)
  const ended = sheet.events('part_ended', active, 0.13)
  const completed = sheet.part('part_completed', ended, good(at, 0.66))
  const byPrison = draw.binomial(ended.total - completed.total, bad(at, 0.35))
  sheet.put('part_ended_facility', byPrison)
  const openNow = sheet.events('part_open', active, 1.2)
  sheet.part('part_accredited', openNow, good(at, 0.45))
}

function waits(sheet: Sheet): void {
  const { at, draw } = sheet
  const started = sheet.events('part_started', 'enrolled_any', 0.14)
  const late = bad(at, 0.4)
  const bands = spread(draw, started.total, { soon: 1 - late, later: late * 0.65, latest: late * 0.35 })
  sheet.put('wait_upto_45d', bands.soon!)
  sheet.put('wait_46_90d', bands.later!)
  sheet.put('wait_over_90d', bands.latest!)
}

/** Hours are worked and taught on weekdays; each active person has some four a day. */
function hours(sheet: Sheet): void {
  const { at, draw } = sheet
  const active = sheet.count('enrolled_any')
  const weekdays = at.days.until - at.days.from - 8
  const each = weekdays * good(at, 0.55) * 6.5 * draw.between(0.95, 1.05)
  const sex = Object.fromEntries(
    Object.entries(active.by.sex).map(([code, people]) => [code, Math.round(people * each)]),
  )
  const total = Object.values(sex).reduce((all, some) => all + some, 0)
  sheet.put('purposeful_hours', { total, by: { sex, legal_status: spread(draw, total, active.by.legal_status!) } })
}
