import type { MeasureId } from '../../../server/domain/measures/index.ts'
import { countOf, sentencedReleased } from '../country.ts'
import { type Count, combined, divided, mapCells, partOf, sum } from '../counts.ts'
import { countStays, isSentenced, statusOn } from '../records/counted.ts'
import type { Custody, Stay } from '../records/custody.ts'
import { dueOnDay90, hasPlan, openPlans } from '../records/plans.ts'
import { bad, good, type Sheet } from '../sheet.ts'

/** How ready people left, and where they stand 90 days later. */
export function release(sheet: Sheet): void {
  const { at } = sheet
  if (at.custody) {
    releaseKnown(sheet, at.custody)
    return
  }
  const released = { ...sheet.count('rel_liberty') }
  const base = { ...released, by: { ...released.by, age_group: sheet.count('pop_closing').by.age_group! } }
  const sentenced = sheet.put(
    'rel_sentenced',
    divided(sheet.draw, sentencedReleased(at.flows), base, ['age_group'], {}, false),
  )
  const untried = countOf(mapCells(at.flows.released, (people, code) => (code.endsWith('_pretrial') ? people : 0)))
  sheet.part('rel_pretrial_ready', sheet.put('rel_pretrial', untried), good(at, 0.5))
  sheet.part('rel_short_notice', released, bad(at, 0.15))
  checklist(sheet)
  sheet.part('rel_health_handover', sheet.part('rel_health_need', sentenced, 0.34), good(at, 0.62))
  sheet.part('rel_need_unmet', sheet.part('rel_priority_need', sentenced, 0.55), bad(at, 0.45))
  sheet.part('rel_lead', sheet.part('rel_sentenced_45d', sentenced, 0.9), good(at, 0.55))
  const soon = sheet.part('rel_due_180', stillSentenced(sheet), Math.min(0.8, 5 / at.traits.stay.sentenced_final))
  sheet.part('rel_due_180_plan', soon, good(at, 0.62))
  followUp(sheet)
}

/** Whoever left ready had everything of the list; others had parts of it. */
function checklist(sheet: Sheet): void {
  const { at } = sheet
  sheet.part('rel_ready', 'rel_sentenced', good(at, at.traits.readiness))
  const parts = [
    ['rel_plan', 0.6],
    ['rel_id', 0.7],
    ['rel_first_night', 0.75],
    ['rel_income', 0.35],
    ['rel_material', 0.8],
  ] as const
  for (const [id, share] of parts) sheet.around(id, 'rel_ready', 'rel_sentenced', good(at, share))
  sheet.around('rel_housing', 'rel_ready', 'rel_first_night', good(at, 0.55))
}

function stillSentenced(sheet: Sheet): Count {
  return countOf(mapCells(sheet.at.flows.closing, (people, code) => (code.endsWith('_sentenced_final') ? people : 0)))
}

/** The same from the records: who left, on which ground, after how long; what was done for them is drawn. */
function releaseKnown(sheet: Sheet, { left, held }: Custody): void {
  const { at } = sheet
  const last = at.days.until - 1
  const put = (id: MeasureId, stays: readonly Stay[]) =>
    sheet.put(
      id,
      countStays(at, stays, (stay) => stay.until ?? last),
    )
  const free = left.filter((stay) => stay.release === 'released')
  const sentenced = free.filter((stay) => isSentenced(statusOn(stay, stay.until!)))
  put('rel_sentenced', sentenced)
  const untried = put(
    'rel_pretrial',
    free.filter((stay) => statusOn(stay, stay.until!) === 'pretrial'),
  )
  sheet.part('rel_pretrial_ready', untried, good(at, 0.5))
  sheet.part('rel_short_notice', 'rel_liberty', bad(at, 0.15))
  checklist(sheet)
  sheet.part('rel_health_handover', sheet.part('rel_health_need', 'rel_sentenced', 0.34), good(at, 0.62))
  sheet.part('rel_need_unmet', sheet.part('rel_priority_need', 'rel_sentenced', 0.55), bad(at, 0.45))
  const long = put(
    'rel_sentenced_45d',
    sentenced.filter(({ custodyFrom, until }) => custodyFrom <= until! - 45),
  )
  sheet.part('rel_lead', long, good(at, 0.55))
  const isDue = (stay: Stay) => stay.expected > last && stay.expected <= last + 180
  const due = held.filter((stay) => isSentenced(statusOn(stay, last)) && isDue(stay))
  openPlans(at, due)
  put('rel_due_180', due)
  put(
    'rel_due_180_plan',
    due.filter((stay) => hasPlan(at, stay)),
  )
  followUp(sheet, countStays(at, dueOnDay90(at)))
}

function followUp(sheet: Sheet, released?: Count): void {
  const { at } = sheet
  const sex = at.releasedBefore
  const due = sheet.part('follow_due_90', released ?? { total: sum(sex), by: { sex } }, 0.7)
  const reached = sheet.part('follow_reached_90', due, good(at, 0.68))
  const housed = sheet.part('follow_housed_90', reached, good(at, 0.7))
  const both = sheet.part('follow_housed_and_work_90', housed, good(at, 0.4))
  const onlyWork = partOf(sheet.draw, combined(reached, housed, -1), 0.3, [])
  sheet.put('follow_work_90', combined(both, onlyWork, 1))
}
