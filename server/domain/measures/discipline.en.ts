import type { MeasureWords } from './define.ts'
import type { discipline } from './discipline.ts'

/** What each measure of the discipline section counts, in English. */
export const disciplineWords: Record<(typeof discipline)[number]['id'], MeasureWords> = {
  disc_cases: { title: 'Disciplinary cases', counts: 'Disciplinary cases closed' },
  disc_cases_hearing: { title: 'Cases heard', counts: 'Of those, closed by hearing' },
  disc_process_ok: {
    title: 'Cases with full process',
    counts: 'Of those closed by hearing, with accusation told, hearing and appeal offered all recorded',
  },
  disc_mediated: { title: 'Cases mediated', counts: 'Of the cases closed, those settled by mediation' },
  disc_sanctions: { title: 'Sanctions', counts: 'Sanctions imposed' },
}
