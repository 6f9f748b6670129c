import type { FacilityMonth } from '../country.ts'
import { bad, good, type Sheet } from '../sheet.ts'
import { dayText, drawFor, isKept, write, writeOpen } from './book.ts'
import { everybody, isSentenced, statusOn } from './counted.ts'
import type { Stay } from './custody.ts'
import { among, someOf, surrogate } from './draw.ts'

/** A plan for release. */
export interface Plan {
  key: string
  openedOn: number
}

/** Those of the sentenced who are due out and for whom this place makes a plan get one in the month in which that is so. */
export function openPlans(at: FacilityMonth, due: readonly Stay[]): void {
  const { plans } = at.custody!.book
  const draw = drawFor(at, 'plans')
  for (const stay of due) {
    if (plans.has(stay) || stay.luck.plan >= good(at, 0.62)) continue
    const openedOn = Math.max(stay.from, at.days.until - 1 - Math.floor(draw.next() * 20))
    plans.set(stay, { key: surrogate(draw), openedOn })
  }
}

export function hasPlan({ custody }: FacilityMonth, stay: Stay): boolean {
  return custody!.book.plans.has(stay)
}

/** The released, sentenced and with a plan, whose day 90 falls in the month. */
export function dueOnDay90({ custody, days }: FacilityMonth): Stay[] {
  const isDue = (stay: Stay) => {
    const day = (stay.until ?? Number.NaN) + 90
    return stay.release === 'released' && day >= days.from && day < days.until
  }
  return [...custody!.book.plans.keys()].filter((stay) => isDue(stay) && isSentenced(statusOn(stay, stay.until!)))
}

const critical = ['id_documents', 'housing', 'health_handover', 'lead_agency', 'transport_clothing_money']
const gates = ['gate_release_date_verified', 'gate_victim_safeguards']
const shortKit = ['id_documents', 'health_handover', 'family_contact_plan', 'transport_clothing_money']
const evidence: Record<string, string> = {
  id_documents: 'document_seen',
  housing: 'written_offer',
  health_handover: 'handover_acknowledged',
  lead_agency: 'system_record',
  income_work_training: 'written_offer',
  family_contact_plan: 'person_signed',
}

/** Plans and checklists of those who left in the month, so that as many were ready as the return says. */
export function writeReleases(sheet: Sheet): void {
  const { at } = sheet
  const draw = drawFor(at, 'releases')
  const free = at.custody!.left.filter((stay) => stay.release === 'released')
  const of = (stays: readonly Stay[], id: Parameters<Sheet['count']>[0]) =>
    new Set(someOf(stays, sheet.count(id), sexOf, draw))
  for (const stay of of(free, 'rel_short_notice')) stay.noted.notice_days = 0
  const sentenced = free.filter((stay) => isSentenced(statusOn(stay, stay.until!)))
  const ready = of(sentenced, 'rel_ready')
  const rest = sentenced.filter((stay) => !ready.has(stay))
  // Whoever was ready had everything; of the others as many more as the count says.
  const around = (id: Parameters<Sheet['count']>[0], from = rest) => {
    const more = { ...sheet.count(id), by: { sex: lessReady(sheet, id) } }
    return new Set([...ready, ...someOf(from, more, sexOf, draw)])
  }
  const firstNight = around('rel_first_night')
  const has = {
    agreed: around('rel_plan'),
    id_documents: around('rel_id'),
    income_work_training: around('rel_income'),
    transport_clothing_money: around('rel_material'),
    housing: around(
      'rel_housing',
      rest.filter((stay) => firstNight.has(stay)),
    ),
  }
  const need = of(sentenced, 'rel_health_need')
  const handed = of(
    sentenced.filter((stay) => need.has(stay)),
    'rel_health_handover',
  )
  const long = sentenced.filter(({ custodyFrom, until }) => custodyFrom <= until! - 45)
  const led = of(long, 'rel_lead')
  for (const stay of sentenced) {
    const isReady = ready.has(stay)
    const done = (item: string) =>
      isReady ||
      (item === 'health_handover' && handed.has(stay)) ||
      (item === 'lead_agency' && led.has(stay)) ||
      (item in has && has[item as keyof typeof has].has(stay))
    const isPlanned = [firstNight, need, led, ...Object.values(has)].some((set) => set.has(stay)) || hasPlan(at, stay)
    if (!isPlanned) continue
    const plan = planOf(at, stay, draw)
    writePlan(
      at,
      stay,
      plan,
      { agreed: has.agreed.has(stay), led: led.has(stay), firstNight: firstNight.has(stay) },
      draw,
    )
    for (const item of [...critical, 'income_work_training', ...gates]) {
      const isApplicable = item !== 'health_handover' || need.has(stay)
      const isGate = gates.includes(item)
      // Ready in treatment, but not handed over in a way that counts: a paper was seen.
      const kind =
        item === 'health_handover' && !handed.has(stay) ? 'document_seen' : (evidence[item] ?? 'system_record')
      const isDone = item === 'income_work_training' ? has.income_work_training.has(stay) : done(item)
      writeItem(at, stay, plan, item, { isApplicable, isDone: isGate ? isReady : isDone, evidence_kind: kind }, draw)
    }
  }
  writeUntried(sheet, free, draw)
}

function lessReady(sheet: Sheet, id: Parameters<Sheet['count']>[0]): Record<string, number> {
  const [all, ready] = [sheet.count(id).by.sex, sheet.count('rel_ready').by.sex]
  return Object.fromEntries(Object.keys(all).map((sex) => [sex, all[sex]! - (ready[sex] ?? 0)]))
}

const sexOf = ({ person }: Stay) => person.sex

/** The plan of a stay; one that is made only now is made in the month of release. */
function planOf(at: FacilityMonth, stay: Stay, draw: ReturnType<typeof drawFor>): Plan {
  const { plans } = at.custody!.book
  const known = plans.get(stay)
  if (known) return known
  const plan = { key: surrogate(draw), openedOn: Math.max(at.days.from, stay.from, stay.until! - 20) }
  plans.set(stay, plan)
  return plan
}

const agencies = { probation: 5, social_services: 3, civil_society: 2, housing_agency: 1 }

function writePlan(
  at: FacilityMonth,
  stay: Stay,
  plan: Plan,
  { agreed, led, firstNight }: { agreed: boolean; led: boolean; firstNight: boolean },
  draw: ReturnType<typeof drawFor>,
): void {
  write(at, 'release_plan', stay.until!, {
    plan_id: plan.key,
    stay_key: stay.key,
    opened_on: dayText(at, plan.openedOn),
    expected_release_on: dayText(at, Math.max(stay.expected, plan.openedOn)),
    lead_agency_kind: led ? among(agencies, draw) : draw.next() < 0.3 ? among(agencies, draw) : 'none',
    lead_designated_on: led ? dayText(at, stay.until! - 31 - Math.floor(draw.next() * 30)) : undefined,
    agreed_with_person_on: agreed ? dayText(at, Math.max(plan.openedOn, stay.until! - 10)) : undefined,
    conditional: draw.next() < 0.4,
    solitary_history: stay.person.episodes.length > 0,
    victim_safeguard_flag: draw.next() < 0.1 ? 'yes' : 'no',
    first_night_place: firstNight ? 'yes' : draw.next() < 0.3 ? 'unknown' : 'no',
    closed_on: dayText(at, stay.until!),
  })
}

function writeItem(
  at: FacilityMonth,
  stay: Stay,
  plan: Plan,
  item: string,
  { isApplicable, isDone, evidence_kind }: { isApplicable: boolean; isDone: boolean; evidence_kind: string },
  draw: ReturnType<typeof drawFor>,
): void {
  const isMade = isApplicable && isDone
  if (!isKept(at, 'release_plan_item', stay.until!)) return
  const doneOn = isMade ? Math.max(plan.openedOn, stay.until! - 1 - daysBefore(draw.next())) : undefined
  const row = {
    plan_id: plan.key,
    item,
    applicable: isApplicable,
    not_applicable_reason: isApplicable ? undefined : 'no_treatment_needed',
    status: isMade ? 'done' : draw.next() < 0.5 ? 'in_progress' : 'not_started',
    due_on: dayText(at, stay.until! - 3),
    done_on: doneOn === undefined ? undefined : dayText(at, doneOn),
    evidence_kind: isMade ? evidence_kind : undefined,
  }
  write(at, 'release_plan_item', Math.max(doneOn ?? stay.until!, 0), row, { over: stay.until! })
}

/** How long before the end something is done: most in the last weeks, some two months before. */
const daysBefore = (drawn: number) => Math.floor(60 * drawn * drawn)

/** The short kit of the untried: all of it for those who are ready, part of it for some others. */
function writeUntried(sheet: Sheet, free: readonly Stay[], draw: ReturnType<typeof drawFor>): void {
  const { at } = sheet
  const untried = free.filter((stay) => statusOn(stay, stay.until!) === 'pretrial')
  const ready = new Set(someOf(untried, sheet.count('rel_pretrial_ready'), sexOf, draw))
  for (const stay of untried) {
    if (!ready.has(stay) && draw.next() < 0.6) continue
    const plan = planOf(at, stay, draw)
    writePlan(at, stay, plan, { agreed: ready.has(stay), led: false, firstNight: draw.next() < 0.5 }, draw)
    for (const item of shortKit) {
      const isDone = ready.has(stay) || (item !== 'family_contact_plan' && draw.next() < 0.5)
      writeItem(
        at,
        stay,
        plan,
        item,
        { isApplicable: true, isDone, evidence_kind: evidence[item] ?? 'system_record' },
        draw,
      )
    }
  }
}

/** Where people stand 90 days after they left: as many as the return says were due, reached, housed and at work. */
export function writeFollowUps(sheet: Sheet): void {
  const { at } = sheet
  const draw = drawFor(at, 'followups')
  const of = (stays: Iterable<Stay>, id: Parameters<Sheet['count']>[0], less: Record<string, number> = {}) => {
    const { sex } = sheet.count(id).by
    const left = Object.fromEntries(Object.keys(sex).map((code) => [code, sex[code]! - (less[code] ?? 0)]))
    return new Set(someOf([...stays], { ...sheet.count(id), by: { sex: left } }, sexOf, draw))
  }
  const due = of(dueOnDay90(at), 'follow_due_90')
  const reached = of(due, 'follow_reached_90')
  const housed = of(reached, 'follow_housed_90')
  const both = of(housed, 'follow_housed_and_work_90')
  const onlyWork = of(
    [...reached].filter((stay) => !housed.has(stay)),
    'follow_work_90',
    sheet.count('follow_housed_and_work_90').by.sex,
  )
  const { plans } = at.custody!.book
  for (const stay of due) {
    const day = stay.until! + 90
    const isReached = reached.has(stay)
    const isBusy = both.has(stay) || onlyWork.has(stay)
    write(at, 'followup', day, {
      plan_id: plans.get(stay)!.key,
      milestone: 'T90',
      reached: isReached,
      reached_on: isReached ? dayText(at, Math.min(day + Math.floor(draw.next() * 8) - 4, at.lastDay)) : undefined,
      housed: isReached ? (housed.has(stay) ? 'yes' : 'no') : undefined,
      in_work_or_training: isReached ? (isBusy ? 'yes' : 'no') : undefined,
      linked_to_health: isReached ? (draw.next() < 0.5 ? 'yes' : 'unknown') : undefined,
      in_education: isReached ? 'no' : undefined,
      wellbeing_band: isReached ? among({ low: 2, middle: 5, high: 2, not_measured: 3 }, draw) : undefined,
      consent: true,
    })
  }
}

/** Plans of those who are still there when the records end. */
export function closePlans(at: FacilityMonth): void {
  const draw = drawFor(at, 'open plans')
  const written = new Set(everybody(at).filter(({ until }) => until === undefined))
  for (const [stay, plan] of at.custody!.book.plans) {
    const isMoved = stay.until !== undefined && stay.release !== 'released'
    if (!written.has(stay) && !isMoved) continue
    const over = Math.max(plan.openedOn, stay.until ?? at.lastDay)
    const row = {
      plan_id: plan.key,
      stay_key: stay.key,
      opened_on: dayText(at, plan.openedOn),
      expected_release_on: dayText(at, Math.max(stay.expected, plan.openedOn)),
      lead_agency_kind: draw.next() < bad(at, 0.4) ? 'none' : among(agencies, draw),
      solitary_history: stay.person.episodes.length > 0,
      victim_safeguard_flag: draw.next() < 0.1 ? 'yes' : 'no',
      first_night_place: 'unknown',
      closed_on: stay.until === undefined ? undefined : dayText(at, stay.until),
    }
    write(at, 'release_plan', stay.until === undefined ? Math.max(plan.openedOn, 0) : over, row, { over })
    if (!isMoved && stay.expected <= at.lastDay + 45) writeBegun(at, stay, plan, draw)
  }
}

/** How far the checklist is for somebody who leaves in the weeks after the records end. */
function writeBegun(at: FacilityMonth, stay: Stay, plan: Plan, draw: ReturnType<typeof drawFor>): void {
  for (const item of [...critical, 'income_work_training', ...gates]) {
    const doneOn = Math.max(plan.openedOn, stay.expected - 1 - daysBefore(draw.next()))
    const isDone = draw.next() < good(at, 0.66) && doneOn <= at.lastDay
    const row = {
      plan_id: plan.key,
      item,
      applicable: true,
      status: isDone ? 'done' : draw.next() < 0.5 ? 'in_progress' : 'not_started',
      due_on: dayText(at, Math.max(stay.expected, at.lastDay) - 3),
      done_on: isDone ? dayText(at, doneOn) : undefined,
      evidence_kind: isDone ? (evidence[item] ?? 'system_record') : undefined,
    }
    writeOpen(at, 'release_plan_item', isDone ? doneOn : at.lastDay, row)
  }
}
