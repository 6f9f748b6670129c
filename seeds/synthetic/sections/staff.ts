import { chance } from '../chance.ts'
import type { Count } from '../counts.ts'
import { good, type Sheet } from '../sheet.ts'

/** Posts and people at work. Staff change slowly: what moves them is the place, not the month. */
export function staff(sheet: Sheet): void {
  const { at, draw } = sheet
  const { traits, facility } = at
  const own = chance(at.seed, facility.key, 'staff')
  const places = facility.certificates[0]!.places
  const funded = Math.round(((places / traits.perOfficer) * own.between(0.92, 1.08) + 2) * 2) / 2
  const drift = 0.015 * Math.sin(at.days.from / 140 + own.between(0, 6)) + draw.between(-0.006, 0.006)
  const officers = bySex(funded * Math.max(0.4, 1 - traits.vacancy + drift), facility.kind === 'women' ? 0.74 : 0.29)
  sheet.put('staff_custodial_funded', funded)
  sheet.put('staff_custodial_fte', officers)
  const doctor = tenth(places / traits.perDoctor / own.between(0.8, 1.25))
  const nurse = tenth((places / traits.perNurse) * good(at, 0.55) * 1.7 * own.between(0.85, 1.15))
  sheet.put('doctor_fte', doctor)
  sheet.put('nurse_fte', nurse)
  const others = bySex(doctor + nurse + funded * 0.3 + 1, 0.52)
  sheet.put('staff_total_fte', bothOf(officers, others))
  const absence = at.days.until - at.days.from - 8
  sheet.put('staff_absence_days', Math.round(officers.total * absence * (0.055 + 0.12 * traits.vacancy)))
  training(sheet)
}

function training(sheet: Sheet): void {
  const { at, draw } = sheet
  const heads = Math.floor(sheet.count('staff_total_fte').total * 1.04)
  const settled = draw.binomial(heads, 0.88)
  sheet.put('staff_head_12m', settled)
  sheet.put('staff_refresher_12m', draw.binomial(settled, good(at, 0.66)))
  const hired = draw.binomial(heads, 0.19)
  sheet.put('staff_hired_24m', hired)
  sheet.put('staff_induction_ok', draw.binomial(hired, good(at, 0.86)))
}

function bySex(people: number, women: number): Count {
  const sex = { female: tenth(people * women), male: tenth(people * (1 - women)) }
  return { total: tenth(sex.female + sex.male), by: { sex } }
}

function bothOf(a: Count, b: Count): Count {
  const sex = { female: tenth(a.by.sex.female! + b.by.sex.female!), male: tenth(a.by.sex.male! + b.by.sex.male!) }
  return { total: tenth(sex.female + sex.male), by: { sex } }
}

function tenth(number: number): number {
  return Math.round(number * 10) / 10
}
