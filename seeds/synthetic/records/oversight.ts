import { areas } from '../../../server/domain/indicators/define.ts'
import { chance } from '../chance.ts'
import type { FacilityMonth } from '../country.ts'
import { good } from '../sheet.ts'
import { dayText, write } from './book.ts'
import { one, surrogate } from './draw.ts'

/** Visits of inspectors and what they asked for, agreements, volunteers, statements and a survey. */
export function writeOversight(at: FacilityMonth): void {
  visits(at)
  agreements(at)
  volunteers(at)
  statements(at)
  survey(at)
}

function visits(at: FacilityMonth): void {
  const draw = chance(at.seed, at.facility.key, 'visits')
  for (let number = 1, day = at.lastDay - 560; day < at.lastDay - 25; number++) {
    day += 90 + Math.floor(draw.next() * 200)
    if (day >= at.lastDay) return
    const isNational = draw.next() < 0.35
    const visit_id = `${at.facility.key}-V${number}`
    const isReported = day + 60 < at.lastDay
    write(at, 'inspection_visit', day, {
      visit_id,
      body_kind: isNational ? 'npm' : draw.next() < 0.8 ? 'external_inspectorate' : 'judge',
      started_on: dayText(at, day),
      announced: draw.next() < 0.4,
      women_in_team: 1 + Math.floor(draw.next() * 3),
      health_in_team: Math.floor(draw.next() * 2),
      private_interviews: draw.next() < 0.9,
      report_on: isReported ? dayText(at, day + 60) : undefined,
      reply_on: day + 110 < at.lastDay ? dayText(at, day + 110) : undefined,
    })
    if (!isReported) continue
    for (let count = 2 + Math.floor(draw.next() * 4); count > 0; count--) {
      const due = day + 150 + Math.floor(draw.next() * 90)
      const isPast = due < at.lastDay
      const isDone = isPast && draw.next() < good(at, 0.6)
      const isVerified = isDone && draw.next() < 0.6
      write(at, 'recommendation', day, {
        record_id: surrogate(draw),
        visit_id,
        area: one(areas, draw)!,
        due_on: dayText(at, due),
        accepted: draw.next() < 0.85 ? 'yes' : 'partly',
        claimed_done_on: isDone ? dayText(at, due - 10) : undefined,
        verified_done_on: isVerified ? dayText(at, Math.min(due + 20, at.lastDay)) : undefined,
        status: isVerified ? 'verified_done' : isDone ? 'claimed_done' : isPast ? 'overdue' : 'accepted',
      })
    }
  }
}

const partners = {
  probation: 5,
  social_services: 4,
  health_service: 4,
  employment_service: 3,
  housing_agency: 2,
  civil_society: 4,
  training_institution: 2,
  victim_support: 1,
}

function agreements(at: FacilityMonth): void {
  const draw = chance(at.seed, at.facility.key, 'agreements')
  for (const partner_kind of Object.keys(partners)) {
    if (draw.next() > good(at, 0.55)) continue
    const signed = at.lastDay - 100 - Math.floor(draw.next() * 600)
    write(at, 'agreement', at.lastDay, {
      partner_kind,
      covers_data_sharing: draw.next() < 0.6,
      covers_release: draw.next() < 0.85,
      data_protection_checked: draw.next() < 0.8,
      signed_on: dayText(at, signed),
      expires_on: dayText(at, signed + 1460),
    })
  }
}

function volunteers(at: FacilityMonth): void {
  const draw = chance(at.seed, at.facility.key, 'volunteers')
  const usual = Math.max(1, at.facility.certificates[0]!.places / 25)
  for (let back = 11; back >= 0; back--) {
    const [year, month] = at.month.split('-').map(Number) as [number, number]
    const index = year * 12 + month - 1 - back
    const active = Math.max(1, draw.poisson(usual))
    const screened = draw.binomial(active, 0.92)
    write(at, 'volunteer_month', at.lastDay - 30 * back, {
      month: `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
      volunteers_active: active,
      volunteers_screened: screened,
      volunteers_trained: draw.binomial(screened, 0.8),
      volunteer_hours: active * 6,
      organisations_active: 1 + Math.floor(active / 6),
    })
  }
}

const stated = [
  'complaints_independent_route',
  'dignity_code_of_conduct',
  'work_safeguards_policy',
  'family_contact_in_rules',
] as const

function statements(at: FacilityMonth): void {
  const draw = chance(at.seed, at.facility.key, 'statements')
  for (const measure of stated) {
    const isYes = draw.next() < good(at, 0.6)
    const signed = at.lastDay - 30 - Math.floor(draw.next() * 300)
    const isVerified = isYes && draw.next() < 0.5
    write(at, 'attestation', at.lastDay, {
      measure,
      level: 'facility',
      value: isYes ? 'yes' : draw.next() < 0.5 ? 'partly' : 'no',
      evidence_ref: isYes ? `EV/${at.facility.key}/${measure}` : undefined,
      signed_by_role: 'director',
      signed_on: dayText(at, signed),
      expires_on: dayText(at, signed + 365),
      verified_by_role: isVerified ? 'inspectorate' : undefined,
      verified_on: isVerified ? dayText(at, Math.min(signed + 60, at.lastDay)) : undefined,
    })
  }
}

function survey(at: FacilityMonth): void {
  const draw = chance(at.seed, at.facility.key, 'survey')
  const people = at.custody!.held.length
  const answered = Math.max(1, Math.round(people * draw.between(0.3, 0.6)))
  for (const dimension of ['safety', 'respect', 'contact', 'fairness'])
    write(at, 'survey_result', at.lastDay - 70, {
      survey: 'life-in-custody',
      wave_on: dayText(at, at.lastDay - 70),
      dimension,
      population_surveyed: people,
      invited: people,
      answered,
      score: Math.round(100 * (2.2 + 1.2 * good(at, 0.5) + draw.between(-0.15, 0.15))) / 100,
      score_sd: 0.8,
    })
}
