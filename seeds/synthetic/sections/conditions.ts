import { lastDay } from '../../../server/domain/period.ts'
import { type Cells, type Count, mapCells, spread } from '../counts.ts'
import { certificateOn } from '../facilities.ts'
import { countStays } from '../records/counted.ts'
import type { Stay } from '../records/custody.ts'
import { keepNights, type Nights } from '../records/nights.ts'
import { bad, good, type Sheet } from '../sheet.ts'

/** Places, cells, beds, water and unlocked hours. */
export function conditions(sheet: Sheet): void {
  const { at, draw } = sheet
  const certificate = certificateOn(at.facility, lastDay(at.month))
  const places = bySex(certificate.places, at.traits.sexes, sheet)
  sheet.put('capacity_certified', places)
  sheet.put('capacity_available', combinedLess(places, Math.round(certificate.places * bad(at, 0.025)), sheet))
  const pressure = sheet.count('pop_closing').total / certificate.places
  if (at.custody) rooms(sheet, keepNights(at))
  else {
    cells(sheet, certificate.places, pressure)
    beds(sheet)
    space(sheet, certificate.places * certificate.squareMetres)
  }
  const first = at.facility.certificates[0]!.places
  sheet.put('toilets_working', Math.max(1, draw.binomial(Math.round(first / 6) + 2, good(at, 0.94))))
  sheet.put('showers_working', Math.max(1, draw.binomial(Math.round(first / 14) + 1, good(at, 0.92))))
  regime(sheet)
}

/** Cells and beds as the records have them. */
function rooms(sheet: Sheet, nights: Nights): void {
  const people = (stays: readonly Stay[]) => countStays(sheet.at, stays)
  sheet.put('cells_occupied', nights.cellsOccupied)
  sheet.put('cells_over_capacity', nights.cellsOver)
  sheet.put('persons_no_own_bed', people(nights.withoutBed))
  sheet.put('persons_with_cell', people(nights.withCell))
  sheet.put('persons_below_4m2', people(nights.below4))
  sheet.put('persons_below_3m2', people(nights.below3))
  sheet.put('pretrial_with_sentenced', nights.mixed.untriedWithSentenced)
  sheet.put('children_with_adults', nights.mixed.childrenWithAdults)
  sheet.put('women_with_men', nights.mixed.womenWithMen)
}

/** Places by sex as the sexes are held, none for a sex that is not. */
function bySex(places: number, weights: Cells, sheet: Sheet): Count {
  return { total: places, by: { sex: spread(sheet.draw, places, weights) } }
}

function combinedLess(places: Count, closed: number, sheet: Sheet): Count {
  const out = spread(sheet.draw, Math.min(closed, places.total), places.by.sex, places.by.sex)
  return { total: places.total - closed, by: { sex: mapCells(places.by.sex, (count, sex) => count - out[sex]!) } }
}

/** A cell is crowded sooner the fuller the place is; a full place has no cell to spare. */
function cells(sheet: Sheet, places: number, pressure: number): void {
  const { traits } = sheet.at
  const all = Math.max(2, Math.round(places * (traits.singleCells + (1 - traits.singleCells) / 2.6)))
  const used = Math.min(all, Math.ceil(all * Math.min(1, 0.12 + pressure)))
  sheet.put('cells_occupied', used)
  sheet.put('cells_over_capacity', sheet.draw.binomial(used, Math.min(0.8, 0.01 + Math.max(0, pressure - 0.92) * 1.3)))
}

/** Every place has a bed and one in twelve a spare one; whoever comes beyond sleeps on the floor. */
function beds(sheet: Sheet): void {
  const peak = sheet.count('pop_peak').total
  const { total } = sheet.count('capacity_available')
  const without = Math.max(0, peak - Math.floor(total * 1.08))
  sheet.put('persons_no_own_bed', {
    total: without,
    by: { sex: spread(sheet.draw, without, sheet.count('pop_closing').by.sex) },
  })
}

/** Square metres follow from the floor, not from the certificate's number of places. */
function space(sheet: Sheet, area: number): void {
  const { traits } = sheet.at
  const housed = sheet.part('persons_with_cell', 'pop_closing', 0.985)
  const each = area / Math.max(1, sheet.count('pop_closing').total)
  const under = (line: number) => (1 - traits.singleCells) / (1 + Math.exp((each - line) * 3))
  const below = sheet.part('persons_below_4m2', housed, under(4.6))
  sheet.part('persons_below_3m2', below, Math.min(0.5, under(3.8)))
}

/** Unlocked hours are people's hours: they follow the number of people, the staff and the weekend. */
function regime(sheet: Sheet): void {
  const { at, draw } = sheet
  const personDays = sheet.count('person_days').total
  const weekend = sheet.count('person_days_weekend').total
  const housed = at.custody?.book.housing.units.filter(({ kind }) => kind !== 'segregation').length
  const units = housed ?? Math.max(1, Math.round(at.facility.certificates[0]!.places / 60))
  const unitDays = units * (at.days.until - at.days.from)
  const lost = sheet.part(
    'unit_days_lockdown',
    sheet.put('unit_days', spreadOut(unitDays)),
    bad(at, at.traits.lockdown),
  )
  sheet.part('unit_days_outdoor_ok', spreadOut(unitDays - lost.total), good(at, 0.975))
  sheet.put('person_days_lockdown', Math.floor((personDays * lost.total * 0.97) / unitDays))
  const hours = at.traits.hoursOut * draw.between(0.97, 1.03)
  const atWeekends = Math.round(weekend * hours * 0.78)
  sheet.put('out_of_cell_weekend_hours_sum', atWeekends)
  sheet.put('out_of_cell_hours_sum', atWeekends + Math.round((personDays - weekend) * hours))
}

/** A count of things has no sex; it is drawn from like one of people. */
function spreadOut(things: number): Count {
  return { total: things, by: { sex: { male: things } } }
}
