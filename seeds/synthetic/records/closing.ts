import { chance } from '../chance.ts'
import type { FacilityMonth } from '../country.ts'
import { participationsOf, writeParticipation } from './activities.ts'
import { closeCases } from './assessments.ts'
import { dayText, momentText, nowhere, write, writeOpen } from './book.ts'
import { isSentenced, termOf } from './counted.ts'
import type { Stay } from './custody.ts'
import { among, surrogate } from './draw.ts'
import { kilometresHome } from './families.ts'
import { absencesOf } from './nights.ts'
import { writeOversight } from './oversight.ts'
import { writePlaces } from './places.ts'
import { closePlans } from './plans.ts'
import { pretrialLimit } from './sentences.ts'
import { closePlacements } from './separation.ts'
import { arrivalMinute, leavingMinute } from './times.ts'

/** Custodies of which a part lies in the time of the records: all of their stays are kept, wherever they were. */
export function keptCustodies(ends: readonly FacilityMonth[]): Set<string> {
  return new Set(
    ends.flatMap((at) => {
      const from = at.custody!.book.sink.from('stay')
      return at.custody!.book.stays.filter((stay) => !(stay.until! < from)).map(({ custodyKey }) => custodyKey)
    }),
  )
}

/** What is written when the records of a facility end: people and stays, with all that became known of them, and the place itself. */
export function closeRecords(at: FacilityMonth, custodies: ReadonlySet<string>): void {
  const { book } = at.custody!
  if (book.sink === nowhere) return
  const people = new Set<string>()
  for (const stay of book.stays.filter(({ custodyKey }) => custodies.has(custodyKey))) {
    if (!people.has(stay.person.key)) writePerson(at, stay)
    people.add(stay.person.key)
    writeStay(at, stay)
    writeSpells(at, stay)
  }
  for (const bed of book.housing.bedOf.values())
    writeOpen(at, 'housing_allocation', bed.day, {
      stay_key: bed.stay.key,
      cell_id: bed.cell.key,
      start_at: momentText(at, bed.day, bed.minute),
      own_bed: bed.isOwn,
    })
  for (const { stay, kind, day, minute } of absencesOf(book.housing))
    writeOpen(at, 'absence', day, { stay_key: stay.key, kind, start_at: momentText(at, day, minute) })
  writeFamilies(at)
  closePlacements(at)
  closePlans(at)
  for (const entry of participationsOf(at)) writeParticipation(at, entry)
  closeCases(at, leadWorkers(at))
  writePlaces(at)
  writeOversight(at)
}

/** Whoever leads plans: a few of the staff, under keys of their own. */
function leadWorkers(at: FacilityMonth): string[] {
  const draw = chance(at.seed, at.facility.key, 'lead workers')
  const keys = Array.from({ length: Math.max(1, Math.round(at.custody!.held.length / 40)) }, () => surrogate(draw))
  for (const staff_key of keys) {
    const category = 'social_worker_case_manager'
    const sex = draw.next() < 0.6 ? 'female' : 'male'
    write(at, 'staff_member', at.lastDay, { staff_key, category, sex, started_on: '2021-04-01' })
  }
  return keys
}

function writePerson(at: FacilityMonth, stay: Stay): void {
  const { person } = stay
  const draw = chance(at.seed, person.key, 'person')
  const isForeign = person.nationality !== 'national'
  write(
    at,
    'person',
    Math.max(stay.from, 0),
    {
      person_key: person.key,
      sex: person.sex,
      birth_year_month: person.birthMonth,
      nationality_group: person.nationality,
      home_area: isForeign ? undefined : `A${String(1 + Math.floor(draw.next() * 24)).padStart(2, '0')}`,
      language_group: isForeign && draw.next() < 0.5 ? 'interpretation_needed' : 'none',
      has_child_under_18: person.hasChild ? 'yes' : 'no',
      education_level: among(
        { none: 4, primary_incomplete: 18, primary: 38, secondary: 32, tertiary: 3, unknown: 5 },
        draw,
      ),
      group_status: person.isMinority ? 'yes' : draw.next() < 0.1 ? 'declined' : 'no',
    },
    { over: at.lastDay },
  )
  if (person.disability !== 'none') {
    write(
      at,
      'person_flag',
      Math.max(stay.from, 0),
      {
        person_key: person.key,
        flag: `disability_${person.disability}`,
        start_on: dayText(at, stay.from),
        flag_source: 'health',
        restricted: true,
      },
      { over: at.lastDay },
    )
  }
}

const ways: Record<NonNullable<Stay['release']>, string> = {
  released: 'end_of_sentence',
  transferred: 'transfer_out',
  escaped: 'escape',
  died: 'death',
}

function writeStay(at: FacilityMonth, stay: Stay): void {
  const draw = chance(at.seed, stay.key, 'stay')
  const { until } = stay
  const last = stay.spells.at(-1)!.status
  const isOut = until !== undefined
  write(
    at,
    'stay',
    Math.max(stay.from, 0),
    {
      stay_key: stay.key,
      custody_key: stay.custodyKey,
      person_key: stay.person.key,
      admitted_at: momentText(at, stay.from, arrivalMinute(stay)),
      admission_kind: stay.admission,
      commitment_order_seen: draw.next() < 0.985,
      expected_release_on: isSentenced(last) ? dayText(at, stay.expected) : undefined,
      released_at: isOut ? momentText(at, until, leavingMinute(stay)) : undefined,
      release_kind: !isOut ? undefined : stay.release === 'released' ? freed(last, draw.next()) : ways[stay.release!],
      notice_days: stay.release === 'released' ? 2 + Math.floor(draw.next() * 30) : undefined,
      distance_home_km: kilometresHome(at, stay),
      ...stay.noted,
    },
    { over: at.lastDay },
  )
}

/** How people go free: by their legal ground. */
function freed(status: string, drawn: number): string {
  if (status === 'pretrial') return drawn < 0.6 ? 'pretrial_released_bail' : 'pretrial_released_acquittal_or_dropped'
  if (status === 'administrative') return drawn < 0.5 ? 'expulsion' : 'other'
  return drawn < 0.62 ? 'end_of_sentence' : 'conditional_release'
}

function writeSpells(at: FacilityMonth, stay: Stay): void {
  const isHigh = at.facility.kind === 'high'
  for (const [place, { status, from }] of stay.spells.entries()) {
    const end = stay.spells[place + 1]?.from ?? stay.until
    const term = termOf(stay, isHigh)
    const draw = chance(at.seed, stay.custodyKey, 'offence')
    const isServing = isSentenced(status)
    const eligible = Math.round(stay.custodyFrom + 0.66 * (stay.expected - stay.custodyFrom))
    write(
      at,
      'legal_status_spell',
      Math.max(from, 0),
      {
        stay_key: stay.key,
        status,
        start_on: dayText(at, from),
        end_on: end === undefined ? undefined : dayText(at, end),
        offence_group: among(
          { iccs_02: 2, iccs_04: 3, iccs_05: 5, iccs_06: 5, iccs_07: 2, iccs_08: 1, unknown: 1 },
          draw,
        ),
        sentence_days: isServing && term !== 'indeterminate' ? term : undefined,
        indeterminate: isServing ? term === 'indeterminate' : undefined,
        conditional_release_eligible_on: status === 'sentenced_final' ? dayText(at, eligible) : undefined,
        conditional_release_decided_on:
          status === 'sentenced_final' && eligible <= at.lastDay && draw.next() < 0.7
            ? dayText(at, eligible - 5 + Math.floor(draw.next() * 12))
            : undefined,
        conditional_release_result: undefined,
        national_limit_on: status === 'pretrial' ? dayText(at, pretrialLimit(at, stay)) : undefined,
      },
      { over: at.lastDay },
    )
  }
}

/** Flags of pregnancy, and children who live with a parent. */
function writeFamilies(at: FacilityMonth): void {
  const { pregnancies, children } = at.custody!.book
  const end = (day: number) => (day > at.lastDay ? undefined : dayText(at, day))
  for (const { stay, from, until } of pregnancies)
    write(at, 'person_flag', Math.min(until, at.lastDay), {
      person_key: stay.person.key,
      flag: 'pregnant',
      start_on: dayText(at, from),
      end_on: end(until),
      flag_source: 'health',
      restricted: true,
    })
  for (const { stay, from, until, key, decidedOn, checkedOn, separatedOn, born } of children)
    write(at, 'child_resident', Math.min(until, at.lastDay), {
      child_key: key,
      stay_key: stay.key,
      birth_year_month: dayText(at, born).slice(0, 7),
      start_on: dayText(at, from),
      end_on: end(until),
      best_interests_decision_on: dayText(at, decidedOn),
      health_check_on: dayText(at, checkedOn),
      separation_decision_on: separatedOn === undefined ? undefined : dayText(at, separatedOn),
    })
}
