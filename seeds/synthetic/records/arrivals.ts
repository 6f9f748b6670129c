import type { Sheet } from '../sheet.ts'
import { dayText, drawFor, momentText, write } from './book.ts'
import { countStays } from './counted.ts'
import type { Stay } from './custody.ts'
import { among, one, some, someOf, surrogate } from './draw.ts'
import { admittedAt } from './families.ts'
import { arrivalMinute } from './times.ts'

const sexOf = ({ person }: Stay) => person.sex

/** What is done for people as they come: information, family, consul, care for children, and the first examination. */
export function writeArrivals(sheet: Sheet): void {
  const { at } = sheet
  const draw = drawFor(at, 'arrivals')
  const arrived = at.custody!.arrived.filter(({ admission }) => admission !== 'return_from_escape')
  const newcomers = arrived.filter(({ admission }) => admission === 'new_from_liberty')
  const chosen = (stays: readonly Stay[], id: Parameters<Sheet['count']>[0]) =>
    new Set(someOf(stays, sheet.count(id), sexOf, draw))
  const informed = chosen(newcomers, 'info_given_24h')
  const families = chosen(arrived, 'adm_family_24h')
  const abroad = newcomers.filter(({ person }) => person.nationality !== 'national')
  const consuls = chosen(abroad, 'foreign_consular_72h')
  for (const stay of arrived) {
    const hours = (from: number, to: number) => admittedAt(at, stay, Math.floor(60 * draw.between(from, to)))
    if (informed.has(stay)) stay.noted.info_given_at = hours(0.5, 23)
    else if (newcomers.includes(stay)) stay.noted.info_given_at = hours(30, 90)
    if (families.has(stay)) stay.noted.family_informed_at = hours(0.5, 23)
    else if (draw.next() < 0.7) stay.noted.family_informed_at = hours(25, 120)
    if (consuls.has(stay)) stay.noted.consular_offer_at = hours(1, 70)
    if (stay.person.sex === 'male')
      stay.noted.child_arrangement = !stay.person.hasChild
        ? 'not_applicable'
        : among({ not_applicable: 3, offered_used: 2, offered_not_needed: 3, not_offered: 2 }, draw)
  }
  mothers(sheet, arrived)
  screen(sheet, arrived)
  pastRelease(sheet)
}

/** Women who care for children, and for whose children care was arranged. */
function mothers(sheet: Sheet, arrived: readonly Stay[]): void {
  const women = arrived.filter(({ person }) => person.sex === 'female')
  if (women.length === 0 && sheet.at.traits.sexes.female === 0) return
  const draw = drawFor(sheet.at, 'mothers')
  const carers = some(women, sheet.count('mothers_adm').total, draw)
  const arranged = new Set(some(carers, sheet.count('mothers_adm_arranged').total, draw))
  for (const stay of women)
    stay.noted.child_arrangement = !carers.includes(stay)
      ? 'not_applicable'
      : !arranged.has(stay)
        ? 'not_offered'
        : draw.next() < 0.5
          ? 'offered_used'
          : 'offered_not_needed'
}

/** First examinations: in time for as many as the return says, later for most others, never for some. */
function screen(sheet: Sheet, arrived: readonly Stay[]): void {
  const { at } = sheet
  const draw = drawFor(at, 'screening')
  const inTime = new Set(someOf(arrived, sheet.count('adm_screened_24h'), sexOf, draw))
  const women = arrived.filter(({ person }) => person.sex === 'female')
  const specific = new Set(women.length === 0 ? [] : some(women, sheet.count('women_screened_specific').total, draw))
  const screened = arrived.filter((stay) => inTime.has(stay) || specific.has(stay) || draw.next() < 0.6)
  const whens = new Map(
    screened.map((stay) => {
      const drawn = Math.floor(60 * (inTime.has(stay) ? draw.between(1, 23) : draw.between(28, 110)))
      // What was in time was done before the records end.
      const most = (at.lastDay + 1 - stay.from) * 1440 - arrivalMinute(stay) - 5
      return [stay, inTime.has(stay) ? Math.min(drawn, most) : drawn]
    }),
  )
  const dayOf = (stay: Stay) => stay.from + Math.floor((arrivalMinute(stay) + whens.get(stay)!) / 1440)
  const now = screened.filter((stay) => dayOf(stay) < at.days.until)
  const signs = some(now, sheet.count('injury_signs').total, draw)
  const reported = new Set(signs.slice(0, Math.min(signs.length, sheet.count('injury_reported').total)))
  sheet.put('injury_signs', countStays(at, signs))
  sheet.put('injury_reported', countStays(at, [...reported]))
  for (const stay of screened) {
    const after = whens.get(stay)!
    if (dayOf(stay) > at.lastDay) continue
    const inTreatment = draw.next() < 0.22
    write(at, 'health_screening', dayOf(stay), {
      record_id: surrogate(draw),
      stay_key: stay.key,
      kind: stay.admission === 'transfer_in' ? 'transfer' : 'admission',
      done_at: admittedAt(at, stay, after),
      examiner_role: draw.next() < 0.7 ? 'nurse' : 'doctor',
      private: true,
      self_harm_risk_checked: draw.next() < 0.95,
      injury_signs: signs.includes(stay),
      injury_reported_at: reported.has(stay)
        ? admittedAt(at, stay, after + 60 + Math.floor(draw.next() * 2000))
        : undefined,
      gender_specific_done: stay.person.sex === 'female' ? specific.has(stay) : undefined,
      treatment_on_arrival: inTreatment,
      treatment_continued_at:
        inTreatment && draw.next() < 0.85 ? admittedAt(at, stay, after + Math.floor(draw.next() * 600)) : undefined,
    })
  }
}

/** Those who left a day or two after the law had set them free. */
function pastRelease(sheet: Sheet): void {
  const { at } = sheet
  const draw = drawFor(at, 'past release')
  const left = at.custody!.left.filter(
    ({ release, until, from }) => release === 'released' && until! > at.days.from + 4 && until! - from > 4,
  )
  const late = some(left, sheet.count('past_release_date').total, draw)
  for (const stay of late) stay.noted.lawful_release_on = dayText(at, stay.until! - 2 - Math.floor(draw.next() * 2))
  sheet.put('past_release_date', countStays(at, late))
}

/** What happens elsewhere to the family, or to the person, and who was told. */
export function writeIllness(sheet: Sheet): void {
  const { at } = sheet
  const draw = drawFor(at, 'illness')
  const { held } = at.custody!
  const told = sheet.count('serious_illness_family_told').total
  for (let number = 0; number < sheet.count('serious_illness').total; number++) {
    const day = at.days.from + 1 + Math.floor(draw.next() * (at.days.until - at.days.from - 1))
    const stay = one(
      held.filter(({ from }) => from < day),
      draw,
    )
    const minute = Math.floor(draw.next() * 1400)
    const after = number < told ? draw.between(1, 23) : draw.between(26, 90)
    write(at, 'notification', day, {
      stay_key: stay?.key ?? held[0]!.key,
      event: draw.next() < 0.6 ? 'serious_illness' : 'injury',
      event_at: momentText(at, day, minute),
      notified_at: momentText(at, day, minute + Math.floor(after * 60)),
    })
  }
}
