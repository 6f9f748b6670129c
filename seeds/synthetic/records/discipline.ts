import type { Sheet } from '../sheet.ts'
import { dayText, drawFor, write } from './book.ts'
import { countStays } from './counted.ts'
import { among, one, some, surrogate } from './draw.ts'
import { happening } from './safety.ts'

const sanctions = {
  warning: 4,
  loss_of_privilege: 6,
  loss_of_earnings: 3,
  regime_reduction: 2,
  solitary: 2,
  remission_lost: 1,
}
const heavy: readonly string[] = ['solitary', 'remission_lost']
/** What was not done as it must be. */
const faults = ['mental', 'appeal', 'uninformed'] as const

/** Disciplinary cases: as many as the return has, heard, decided, mediated or dropped. */
export function writeDiscipline(sheet: Sheet): void {
  const { at } = sheet
  const draw = drawFor(at, 'discipline')
  const cases: NonNullable<ReturnType<typeof happening>>[] = []
  for (const [sex, amount] of Object.entries(sheet.count('disc_cases').by.sex))
    for (let number = 0; number < amount; number++) {
      const found = happening(at, sex, draw)
      if (found) cases.push(found)
    }
  sheet.put(
    'disc_cases',
    countStays(
      at,
      cases.map(({ stay }) => stay),
    ),
  )
  const chosen = (from: typeof cases, id: Parameters<Sheet['count']>[0]) => {
    const taken = some(from, sheet.count(id).total, draw)
    sheet.put(
      id,
      countStays(
        at,
        taken.map(({ stay }) => stay),
      ),
    )
    return new Set(taken)
  }
  const heard = chosen(cases, 'disc_cases_hearing')
  const proper = chosen([...heard], 'disc_process_ok')
  const mediated = chosen(
    cases.filter((entry) => !heard.has(entry)),
    'disc_mediated',
  )
  const sanctioned = chosen([...heard], 'disc_sanctions')
  for (const entry of cases) {
    const { stay, day } = entry
    const isHeard = heard.has(entry)
    const sanction = sanctioned.has(entry) ? among(sanctions, draw) : isHeard ? 'none' : undefined
    const fault = proper.has(entry) ? undefined : one(faults, draw)
    const alleged = isHeard ? Math.max(stay.from, day - 3 - Math.floor(draw.next() * 6)) : day
    write(at, 'disciplinary_case', day, {
      case_id: surrogate(draw),
      stay_key: stay.key,
      alleged_on: dayText(at, alleged),
      informed_on: fault === 'uninformed' ? undefined : dayText(at, Math.min(day, alleged + 1)),
      hearing_on: isHeard ? dayText(at, day) : undefined,
      legal_help_offered: sanction !== undefined && heavy.includes(sanction) ? true : draw.next() < 0.5,
      mental_health_considered: fault === 'mental' ? 'no' : 'yes',
      route: isHeard ? 'hearing' : mediated.has(entry) ? 'mediation' : 'dropped',
      result: isHeard ? (sanctioned.has(entry) ? 'proved' : 'not_proved') : 'withdrawn',
      sanction,
      sanction_days:
        sanction && sanction !== 'none' && sanction !== 'warning' ? 2 + Math.floor(draw.next() * 12) : undefined,
      appeal_offered: fault !== 'appeal',
      appeal_result: isHeard && draw.next() < 0.06 ? 'rejected' : 'none',
    })
  }
}
