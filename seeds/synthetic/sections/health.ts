import { chance } from '../chance.ts'
import type { FacilityMonth } from '../country.ts'
import { type Count, combined, partOf, spread } from '../counts.ts'
import { bad, good, type Sheet } from '../sheet.ts'

/** Screening on arrival, requests, self-harm, deaths and signs of ill-treatment. */
export function health(sheet: Sheet): void {
  const { at } = sheet
  const arrived = sheet.put('adm_all', combined(sheet.count('adm_new'), sheet.count('adm_transfer_in'), 1))
  sheet.part('adm_screened_24h', arrived, good(at, at.traits.screening))
  sheet.part('adm_family_24h', arrived, good(at, 0.76))
  selfHarm(sheet)
  deaths(sheet)
  const requests = sheet.events('health_requests', 'pop_closing', 0.85)
  const met = sheet.part('health_requests_ontime', requests, good(at, at.traits.met))
  if (at.traits.unmetWritten < 1) sheet.put('health_requests', combined(met, unmetOnPaper(at, requests, met), 1))
  sheet.part('specialist_missed_prison', sheet.events('specialist_booked', 'pop_closing', 0.09), bad(at, 0.16))
  sheet.part('serious_illness_family_told', sheet.events('serious_illness', 'pop_closing', 0.006), good(at, 0.85))
  const signs = sheet.incidents('injury_signs', arrived, 0.012 * at.traits.tension)
  sheet.part('injury_reported', signs, good(at, 0.75))
}

/** Of the requests that were not met in time those that are written down; drawn apart, so that nothing else moves. */
function unmetOnPaper(at: FacilityMonth, requests: Count, met: Count): Count {
  const draw = chance(at.seed, at.facility.key, at.month, 'unmet')
  return partOf(draw, combined(requests, met, -1), at.traits.unmetWritten, ['sex'])
}

function selfHarm(sheet: Sheet): void {
  const { at, draw } = sheet
  const rate = 0.011 * at.traits.tension * Math.exp(-0.4 * at.traits.quality)
  const events = sheet.incidents('self_harm_events', 'pop_closing', rate, {
    sex: { female: 2.4 },
    age_group: { '18_20': 1.8, '21_24': 1.5 },
  })
  sheet.part('self_harm_in_separation', events, 0.22)
  const people = sheet.part('self_harm_persons', events, 0.78)
  // Whoever harmed themselves at all is one person at least.
  if (people.total === 0 && events.total > 0) {
    const sex = spread(draw, 1, events.by.sex, events.by.sex)
    const age_group = spread(draw, 1, events.by.age_group!, events.by.age_group!)
    sheet.put('self_harm_persons', { total: 1, by: { sex, age_group } })
  }
}

function deaths(sheet: Sheet): void {
  const { at } = sheet
  const died = sheet.count('deaths_custody')
  sheet.part('suicides', died, 0.3)
  sheet.part('deaths_in_separation', died, 0.12)
  sheet.part('deaths_family_told', died, good(at, 0.9))
  sheet.part('deaths_reported', died, good(at, 0.93))
}
