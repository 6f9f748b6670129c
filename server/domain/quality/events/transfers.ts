import { codePlace } from '../../kernels/columns.ts'
import type { Facility } from '../../kernels/facility.ts'
import { each } from '../../kernels/rows-by-key.ts'
import { type EventCheck, eachOwn, exampleStay } from './define.ts'
import { longestJourneyMs, movedOut } from './stays.ts'

const movedIn = codePlace('admission_kind', 'transfer_in')

/**
 * A transfer of which the other end says something else: somebody left as transferred and begins elsewhere within two days in
 * another way, or came as transferred from a stay that had ended in another way. Noted at the own stay alone, of which the
 * own record says one thing and the country's another. Where the other facility sends no stays nothing is said: the country's sums
 * are held against each other instead.
 */
export const transfersMatch: EventCheck = {
  id: 'X05',
  needs: ['stay'],
  find: (facility, see) => {
    const { stays, days } = facility
    const [left, came] = [facility.column('stay', 'release_kind'), facility.column('stay', 'admission_kind')]
    eachOwn(facility, 'stay', (own) => {
      const ended = stays.releasedAt[own]!
      const next = left[own] === movedOut ? neighbour(facility, own, (other) => stays.admittedAt[other]! - ended) : -1
      if (next >= 0 && came[next] !== movedIn) see('stay', own, days.dayOf(ended))
      const began = stays.admittedAt[own]!
      const last = came[own] === movedIn ? neighbour(facility, own, (other) => began - stays.releasedAt[other]!) : -1
      if (last >= 0 && left[last] !== movedOut) see('stay', own, days.dayOf(began))
    })
  },
  examples: [
    {
      given: {
        stay: [
          exampleStay({ released_at: '2025-03-05T09:00Z', release_kind: 'transfer_out' }),
          exampleStay({
            facility_id: 'B',
            stay_key: 't',
            admitted_at: '2025-03-06T09:00Z',
            admission_kind: 'transfer_in',
          }),
        ],
      },
      finds: {},
    },
    // The other facility says that the person came from liberty.
    {
      given: {
        stay: [
          exampleStay({ released_at: '2025-03-05T09:00Z', release_kind: 'transfer_out' }),
          exampleStay({ facility_id: 'B', stay_key: 't', admitted_at: '2025-03-06T09:00Z' }),
        ],
      },
      finds: { stay: 1 },
    },
    // The other facility says that the person had gone home.
    {
      given: {
        stay: [
          exampleStay({ admitted_at: '2025-03-06T09:00Z', admission_kind: 'transfer_in' }),
          exampleStay({
            facility_id: 'B',
            stay_key: 't',
            admitted_at: '2025-01-05T09:00Z',
            released_at: '2025-03-05T09:00Z',
            release_kind: 'end_of_sentence',
          }),
        ],
      },
      finds: { stay: 1 },
    },
    // Nobody knows of another stay: the other facility may send returns only.
    {
      given: { stay: [exampleStay({ released_at: '2025-03-05T09:00Z', release_kind: 'transfer_out' })] },
      finds: {},
    },
    // Arrested anew after a week.
    {
      given: {
        stay: [
          exampleStay({ released_at: '2025-03-05T09:00Z', release_kind: 'transfer_out' }),
          exampleStay({ facility_id: 'B', stay_key: 't', admitted_at: '2025-03-12T09:00Z' }),
        ],
      },
      finds: {},
    },
  ],
}

/** The stay of the same person elsewhere that lies nearest by `gap` (milliseconds), within a journey; -1 where none does. */
function neighbour(facility: Facility, own: number, gap: (other: number) => number): number {
  const { stays } = facility
  let [found, shortest] = [-1, longestJourneyMs]
  each(facility.by('stay', 'person_key'), stays.person[own]!, (other) => {
    if (other === own || stays.isOwn[other] || !(gap(other) >= 0 && gap(other) <= shortest)) return
    found = other
    shortest = gap(other)
  })
  return found
}
