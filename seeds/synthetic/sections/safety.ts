import { combined } from '../counts.ts'
import { bad, good, type Sheet } from '../sheet.ts'

/** Violence, force, restraints and searches: what happens, as far as it is written down. */
export function safety(sheet: Sheet): void {
  const { at, draw } = sheet
  const { tension } = at.traits
  const between = sheet.incidents('assaults_pp', 'pop_closing', 0.012 * tension, { sex: { female: 0.6 } })
  const onStaff = sheet.incidents('assaults_staff', 'pop_closing', 0.0045 * tension)
  sheet.put('assaults_serious', draw.binomial(between.total + onStaff.total, 0.09))
  sheet.incidents('sexual_violence', 'pop_closing', 0.0004 * tension)
  const force = sheet.incidents('force_uses', 'pop_closing', 0.01 * tension * Math.exp(-0.3 * at.traits.quality), {
    age_group: { '18_20': 2, '21_24': 1.6, '60_plus': 0.2 },
  })
  sheet.part('force_safeguarded', force, good(at, 0.76))
  sheet.around('force_reported', 'force_safeguarded', 'force_uses', good(at, 0.6))
  sheet.around('force_medical', 'force_safeguarded', 'force_uses', good(at, 0.35))
  sheet.incidents('restraint_uses', 'pop_closing', 0.0025 * tension)
  const births = at.traits.sexes.female > 0
  if (births) sheet.put('restraint_birth', draw.poisson(0.004 * bad(at, 0.3)))
  else sheet.outOfPlace('restraint_birth')
  searches(sheet)
}

function searches(sheet: Sheet): void {
  const { at } = sheet
  const strip = sheet.events('searches_strip', 'pop_closing', 0.14 * bad(at, 0.5))
  const cavity = sheet.events('searches_cavity', 'pop_closing', 0.0006)
  sheet.part('searches_recorded', combined(strip, cavity, 1), good(at, 0.84))
  sheet.part('searches_cell_recorded', sheet.events('searches_cell', 'pop_closing', 0.3), good(at, 0.9))
}
