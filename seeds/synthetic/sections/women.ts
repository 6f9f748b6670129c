import type { Custody } from '../records/custody.ts'
import { good, holds, type Sheet } from '../sheet.ts'

/** Women, pregnancy and children living with a parent; most prisons hold none of them. */
export function women(sheet: Sheet): void {
  const { at, draw } = sheet
  if (!holds(at, 'female')) {
    sheet.outOfPlace('pregnant_closing', 'pregnant_antenatal', 'women_adm', 'women_screened_specific', 'mothers_adm')
    sheet.outOfPlace('mothers_adm_arranged', 'women_units_shifts', 'women_units_shifts_women')
  } else held(sheet)
  if (!at.facility.hasMotherAndChildUnit) {
    sheet.outOfPlace('children_closing', 'children_decision_health', 'children_left', 'children_left_decision')
    return
  }
  if (at.custody) {
    childrenKnown(sheet, at.custody)
    return
  }
  const mothers = sheet.count('pop_closing').by.special_group?.with_child_in_prison ?? 0
  const children = mothers + draw.binomial(mothers, 0.1)
  sheet.put('children_closing', children)
  sheet.put('children_decision_health', draw.binomial(children, good(at, 0.9)))
  const left = draw.poisson(0.07 * children)
  sheet.put('children_left', left)
  sheet.put('children_left_decision', draw.binomial(left, good(at, 0.85)))
}

/** The children whom the records know. */
function childrenKnown(sheet: Sheet, { book }: Custody): void {
  const { from, until } = sheet.at.days
  const living = book.children.filter((child) => child.from < until && child.until >= until)
  sheet.put('children_closing', living.length)
  sheet.put(
    'children_decision_health',
    living.filter(({ decidedOn, checkedOn }) => decidedOn < until && checkedOn < until).length,
  )
  const gone = book.children.filter(
    (child) => child.until >= from && child.until < until && child.stay.until !== child.until,
  )
  sheet.put('children_left', gone.length)
  sheet.put('children_left_decision', gone.filter(({ separatedOn }) => separatedOn !== undefined).length)
}

function held(sheet: Sheet): void {
  const { at, draw } = sheet
  const some = (of: number, share: number) => draw.binomial(of, share)
  const pregnant = sheet.count('pop_closing').by.special_group?.pregnant ?? 0
  sheet.put('pregnant_closing', pregnant)
  sheet.put('pregnant_antenatal', some(pregnant, good(at, 0.9)))
  const admitted = sheet.count('adm_all').by.sex.female ?? 0
  sheet.put('women_adm', admitted)
  sheet.put('women_screened_specific', some(admitted, good(at, 0.68)))
  const mothers = some(admitted, 0.4)
  sheet.put('mothers_adm', mothers)
  sheet.put('mothers_adm_arranged', some(mothers, good(at, 0.72)))
  const own = at.custody?.book.housing.units.filter(({ kind }) => kind === 'women').length
  const units = own ?? (at.facility.kind === 'women' ? 4 : 1)
  const shifts = units * 3 * (at.days.until - at.days.from)
  sheet.put('women_units_shifts', shifts)
  sheet.put('women_units_shifts_women', some(shifts, good(at, at.facility.kind === 'women' ? 0.9 : 0.72)))
}
