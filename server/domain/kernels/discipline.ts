import { codePlace } from './columns.ts'
import { derive } from './define.ts'
import { places } from './facility.ts'
import { rowsOf } from './shapes.ts'

const [hearing, mediation] = ['hearing', 'mediation'].map((code) => codePlace('case_route', code))
const open = codePlace('case_result', 'pending')
const none = codePlace('sanction_kind', 'none')
const yes = codePlace('yes_no_unknown', 'yes')
/** Sanctions heavy enough that legal help must have been offered: a local reading of Nelson Mandela Rule 41(3). */
const heavy = places('sanction_kind', 'solitary', 'family_contact_restricted', 'remission_lost')

interface Case {
  route: number
  sanction: number
  isProper: boolean
}

/** Closed cases, on the day of the hearing or, without one, of the allegation: the day of closing is not recorded. */
const cases = (test: (entry: Case) => boolean) =>
  rowsOf('disciplinary_case', ({ column }) => {
    const read = (field: string) => column('disciplinary_case', field)
    const [alleged, informed, heard] = ['alleged_on', 'informed_on', 'hearing_on'].map(read)
    const [help, mental, appeal] = ['legal_help_offered', 'mental_health_considered', 'appeal_offered'].map(read)
    const [route, result, sanction] = ['route', 'result', 'sanction'].map(read)
    const isProper = (row: number) =>
      informed![row]! <= heard![row]! &&
      (!heavy.has(sanction![row]!) || help![row] === 1) &&
      mental![row] === yes &&
      appeal![row] === 1
    return {
      day: (row) => (Number.isNaN(heard![row]!) ? alleged![row]! : heard![row]!),
      test: (row) => {
        const isOpen = result![row] === open || (Number.isNaN(result![row]!) && route![row] === hearing)
        return !isOpen && test({ route: route![row]!, sanction: sanction![row]!, isProper: isProper(row) })
      },
    }
  })

const needs = ['disciplinary_case', 'stay'] as const

/** Disciplinary cases and how they were decided. */
export const disciplineDerivations = [
  derive(
    'disc_cases',
    needs,
    cases(() => true),
  ),
  derive(
    'disc_cases_hearing',
    needs,
    cases(({ route }) => route === hearing),
  ),
  derive(
    'disc_process_ok',
    needs,
    cases(({ route, isProper }) => route === hearing && isProper),
  ),
  derive(
    'disc_mediated',
    needs,
    cases(({ route }) => route === mediation),
  ),
  derive(
    'disc_sanctions',
    needs,
    cases(({ sanction }) => sanction >= 0 && sanction !== none),
  ),
]
