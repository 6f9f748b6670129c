import { measure } from './define.ts'

/** Violence, force, restraints and searches. */
export const safety = [
  measure({ id: 'assaults_pp', section: 'safety', tier: 'core', over: 'sum', breakdowns: ['sex'] }),
  measure({ id: 'assaults_staff', section: 'safety', tier: 'core', over: 'sum' }),
  measure({ id: 'assaults_serious', section: 'safety', tier: 'core', over: 'sum' }),
  measure({ id: 'sexual_violence', section: 'safety', tier: 'core', over: 'sum', breakdowns: ['sex'] }),
  measure({ id: 'force_uses', section: 'safety', tier: 'extended', over: 'sum', breakdowns: ['sex', 'age_group'] }),
  measure({ id: 'force_reported', section: 'safety', tier: 'extended', over: 'sum', partOf: 'force_uses' }),
  measure({ id: 'force_medical', section: 'safety', tier: 'extended', over: 'sum', partOf: 'force_uses' }),
  measure({ id: 'force_safeguarded', section: 'safety', tier: 'extended', over: 'sum', partOf: 'force_uses' }),
  measure({ id: 'restraint_uses', section: 'safety', tier: 'extended', over: 'sum', breakdowns: ['sex'] }),
  measure({ id: 'restraint_birth', section: 'safety', tier: 'core', over: 'sum' }),
  measure({ id: 'searches_strip', section: 'safety', tier: 'extended', over: 'sum', breakdowns: ['sex'] }),
  measure({ id: 'searches_cavity', section: 'safety', tier: 'extended', over: 'sum', breakdowns: ['sex'] }),
  measure({ id: 'searches_recorded', section: 'safety', tier: 'extended', over: 'sum' }),
  measure({ id: 'searches_cell', section: 'safety', tier: 'extended', over: 'sum' }),
  measure({ id: 'searches_cell_recorded', section: 'safety', tier: 'extended', over: 'sum', partOf: 'searches_cell' }),
]
