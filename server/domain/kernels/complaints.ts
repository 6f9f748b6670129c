import { codePlace } from './columns.ts'
import { derive } from './define.ts'
import { places } from './facility.ts'
import { rowsOf, staysOn, within } from './shapes.ts'

const upheld = places('complaint_result', 'upheld', 'partly_upheld')
const decided = places('complaint_result', 'upheld', 'partly_upheld', 'not_upheld')
const safety = codePlace('complaint_topic', 'safety')

/** Complaints on the day on which they were lodged, were due an answer, or were answered. */
const complaints = (when: 'lodged' | 'due' | 'answered', test: (complaint: Complaint) => boolean = () => true) =>
  rowsOf('complaint', ({ column, days, settings }) => {
    const read = (field: string) => column('complaint', field)
    const [lodged, answered, topic, result] = ['lodged_at', 'answered_on', 'topic', 'result'].map(read)
    const [illTreatment, referred] = ['ill_treatment', 'referred_independent_at'].map(read)
    const lodgedOn = (row: number) => days.dayOf(lodged![row]!)
    // Where safety is at stake the next day is the last.
    const dueOn = (row: number) => lodgedOn(row) + (topic![row] === safety ? 1 : settings.complaintDays)
    return {
      day: (row) => (when === 'lodged' ? lodgedOn(row) : when === 'due' ? dueOn(row) : answered![row]!),
      test: (row) =>
        test({
          result: result![row]!,
          isOnTime: answered![row]! <= dueOn(row),
          isIllTreatment: illTreatment![row] === 1,
          isReferred: days.dayOf(referred![row]!) <= lodgedOn(row) + 1,
        }),
    }
  })

interface Complaint {
  result: number
  isOnTime: boolean
  isIllTreatment: boolean
  /** No later than the next day. */
  isReferred: boolean
}

const newcomers = places('admission_kind', 'new_from_liberty', 'recall')

/** Complaints, what became of them, and information given on arrival. */
export const complaintDerivations = [
  derive('complaints_received', ['complaint'], complaints('lodged')),
  derive('complaints_due', ['complaint'], complaints('due'), 45),
  derive(
    'complaints_ontime',
    ['complaint'],
    complaints('due', ({ isOnTime }) => isOnTime),
    45,
  ),
  derive(
    'complaints_closed',
    ['complaint'],
    complaints('answered', ({ result }) => decided.has(result)),
  ),
  derive(
    'complaints_upheld',
    ['complaint'],
    complaints('answered', ({ result }) => upheld.has(result)),
  ),
  derive(
    'ill_treatment_alleged',
    ['complaint'],
    complaints('lodged', ({ isIllTreatment }) => isIllTreatment),
  ),
  derive(
    'ill_treatment_referred',
    ['complaint'],
    complaints('lodged', ({ isIllTreatment, isReferred }) => isIllTreatment && isReferred),
  ),
  derive(
    'info_given_24h',
    ['stay'],
    staysOn(({ stays, column }) => {
      const [kind, given] = [column('stay', 'admission_kind'), column('stay', 'info_given_at')]
      return {
        day: (row) => stays.from[row]!,
        test: (row) => newcomers.has(kind[row]!) && within(given[row], stays.admittedAt[row], 24),
      }
    }),
  ),
]
