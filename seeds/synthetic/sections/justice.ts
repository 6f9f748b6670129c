import type { MeasureId } from '../../../server/domain/measures/index.ts'
import { countOf } from '../country.ts'
import { type Count, divided, mapCells, spread } from '../counts.ts'
import { contactOf, keepLawyers } from '../records/contacts.ts'
import { countStays, everybody, isSentenced, statusOn, termOf } from '../records/counted.ts'
import type { Custody, Stay } from '../records/custody.ts'
import { isOverLimit } from '../records/sentences.ts'
import { bad, good, holds, type Sheet } from '../sheet.ts'

/** On what legal ground and for how long people are held, and with whom. */
export function justice(sheet: Sheet): void {
  const { at } = sheet
  if (at.custody) {
    justiceKnown(sheet, at.custody)
    return
  }
  const held = sheet.count('pop_closing')
  const untried = countOf(mapCells(at.flows.closing, (people, code) => (code.endsWith('_pretrial') ? people : 0)))
  const waiting = sheet.put('pretrial_closing', divided(sheet.draw, untried.by.sex, held, ['age_group']))
  sheet.part('legal_contact_30d', sheet.part('pretrial_7d', waiting, 0.94), good(at, 0.7))
  const untriedIn = sheet.count('adm_new').by.legal_status?.pretrial ?? 0
  sheet.put('lawyer_due_2d', untriedIn)
  sheet.put('lawyer_seen_2d', sheet.draw.binomial(untriedIn, good(at, 0.63)))
  durations(sheet, waiting)
  sheet.part('pretrial_over_limit', waiting, bad(at, 0.01))
  sheet.part('past_release_date', held, bad(at, 0.0012))
  company(sheet, waiting)
  const sentenced = sheet.part('sentenced_adm', 'adm_new', sentencedShare(sheet))
  sheet.part('sentenced_adm_6m', sentenced, 0.4)
  sheet.part('foreign_consular_72h', sheet.part('foreign_adm', 'adm_new', at.traits.foreign), good(at, 0.8))
}

/** The same from the records; what they do not hold is drawn. */
function justiceKnown(sheet: Sheet, { held, arrived, book }: Custody): void {
  const { at } = sheet
  const last = at.days.until - 1
  keepLawyers(at)
  const put = (id: MeasureId, stays: readonly Stay[]) => sheet.put(id, countStays(at, stays))
  const untried = held.filter((stay) => statusOn(stay, last) === 'pretrial')
  const waiting = put('pretrial_closing', untried)
  const settled = untried.filter(({ custodyFrom }) => custodyFrom <= last - 7)
  put('pretrial_7d', settled)
  const isSeen = (stay: Stay) => contactOf(at, stay).legal.some((day) => day >= last - 29 && day <= last)
  put('legal_contact_30d', settled.filter(isSeen))
  const due = book.lawyers.filter(({ on }) => on >= at.days.from && on <= last)
  book.lawyers = book.lawyers.filter(({ on }) => on > last)
  put(
    'lawyer_due_2d',
    due.map(({ stay }) => stay),
  )
  put(
    'lawyer_seen_2d',
    due.filter(({ isSeen }) => isSeen).map(({ stay }) => stay),
  )
  const heldFor = (more: number, atMost: number) =>
    untried.filter(({ custodyFrom }) => last - custodyFrom > more && last - custodyFrom <= atMost).length
  sheet.put('pretrial_upto_90d', heldFor(Number.NEGATIVE_INFINITY, 90))
  sheet.put('pretrial_91_180d', heldFor(90, 180))
  sheet.put('pretrial_181_365d', heldFor(180, 365))
  sheet.put('pretrial_over_365d', heldFor(365, Number.POSITIVE_INFINITY))
  put(
    'pretrial_over_limit',
    everybody(at).filter((stay) => isOverLimit(at, stay)),
  )
  sheet.part('past_release_date', 'pop_closing', bad(at, 0.0012))
  company(sheet, waiting)
  const isHigh = at.facility.kind === 'high'
  const newcomers = arrived.filter(({ admission }) => admission === 'new_from_liberty')
  const sentenced = newcomers.filter((stay) => isSentenced(statusOn(stay, stay.from)))
  put('sentenced_adm', sentenced)
  put(
    'sentenced_adm_6m',
    sentenced.filter((stay) => Number(termOf(stay, isHigh)) <= 183),
  )
  const foreign = put(
    'foreign_adm',
    newcomers.filter(({ person }) => person.nationality !== 'national'),
  )
  sheet.part('foreign_consular_72h', foreign, good(at, 0.8))
}

function sentencedShare(sheet: Sheet): number {
  const { admitted } = sheet.at.flows
  const { total, by } = countOf(admitted)
  return total === 0 ? 0 : (by.legal_status!.sentenced_final! + by.legal_status!.sentenced_not_final!) / total
}

/** How long the untried have waited; those of a place with long stays have waited longer. */
function durations(sheet: Sheet, waiting: Count): void {
  const months = sheet.at.traits.stay.pretrial
  const after = (days: number) => Math.exp(-days / 30 / months)
  const bands = spread(sheet.draw, waiting.total, {
    upTo90: 1 - after(90),
    upTo180: after(90) - after(180),
    upTo365: after(180) - after(365),
    longer: after(365) + 0.01,
  })
  sheet.put('pretrial_upto_90d', bands.upTo90!)
  sheet.put('pretrial_91_180d', bands.upTo180!)
  sheet.put('pretrial_181_365d', bands.upTo365!)
  sheet.put('pretrial_over_365d', bands.longer!)
}

/** Who shares cells and units with whom (Nelson Mandela Rule 11). */
function company(sheet: Sheet, waiting: Count): void {
  const { at, draw } = sheet
  const isSmall = at.facility.kind === 'small'
  // Where records are kept, they say who slept where.
  if (!at.custody) sheet.part('pretrial_with_sentenced', waiting, isSmall ? 0.4 : bad(at, 0.03))
  const children = sheet.count('pop_closing').by.age_group?.under_18 ?? 0
  if (at.traits.ages.under_18 === 0) sheet.outOfPlace('children_with_adults')
  else if (!at.custody) sheet.put('children_with_adults', draw.binomial(children, bad(at, 0.03)))
  if (!holds(at, 'female') || !holds(at, 'male')) sheet.outOfPlace('women_with_men')
  else if (!at.custody)
    sheet.put('women_with_men', draw.binomial(sheet.count('pop_closing').by.sex.female ?? 0, bad(at, 0.004)))
}
