import { measure } from './define.ts'

/** On what legal ground people are held. */
export const justice = [
  measure({
    id: 'pretrial_closing',
    section: 'justice',
    tier: 'core',
    breakdowns: ['sex', 'age_group'],
    partOf: 'pop_closing',
  }),
]
