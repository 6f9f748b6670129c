import { sexes } from '../columns.ts'
import { spread } from '../counts.ts'
import type { Sheet } from '../sheet.ts'
import { dayText, drawFor, write } from './book.ts'
import { one, some, surrogate } from './draw.ts'

const tenth = (number: number) => Math.round(number * 10) / 10

/** Posts and people at work by category and sex, adding up to what the return says. */
export function writeStaff(sheet: Sheet): void {
  const { at } = sheet
  const draw = drawFor(at, 'staff')
  const month = at.month
  const last = at.days.until - 1
  const row = (category: string, sex: string, funded: number, fte: number, absence_days?: number) =>
    write(at, 'staff_month', last, { month, category, sex, posts_funded: funded, fte_in_post: fte, absence_days })
  const officers = sheet.count('staff_custodial_fte').by.sex
  const funded = sheet.count('staff_custodial_funded').total
  const absent = spread(draw, sheet.count('staff_absence_days').total, officers)
  const share = officers.female! / Math.max(0.1, officers.female! + officers.male!)
  const forWomen = tenth(funded * share)
  row('custodial', 'female', forWomen, officers.female!, absent.female)
  row('custodial', 'male', tenth(funded - forWomen), officers.male!, absent.male)
  const [doctor, nurse] = [sheet.count('doctor_fte').total, sheet.count('nurse_fte').total]
  row('doctor', 'female', doctor, doctor)
  row('nurse', 'female', nurse, nurse)
  const all = sheet.count('staff_total_fte').by.sex
  for (const sex of sexes) {
    const left = tenth(all[sex]! - officers[sex]! - (sex === 'female' ? doctor + nurse : 0))
    const clerks = Math.max(0, tenth(left * 0.4))
    row('administrative', sex, clerks, clerks)
    row('teacher_instructor', sex, Math.max(0, tenth(left - clerks)), Math.max(0, tenth(left - clerks)))
  }
  if (last === at.lastDay) members(sheet)
}

const topics = [
  'human_rights_nmr',
  'use_of_force_deescalation',
  'first_aid_suicide_prevention',
  'rehabilitation_skills',
] as const

/** Everybody who works here when the records end, under keys that say nothing, and what they were taught. */
function members(sheet: Sheet): void {
  const { at } = sheet
  const draw = drawFor(at, 'members')
  const settled = Array.from({ length: sheet.count('staff_head_12m').total }, () => surrogate(draw))
  const hired = sheet.count('staff_hired_24m').total
  const refreshed = new Set(some(settled, sheet.count('staff_refresher_12m').total, draw))
  const inducted = sheet.count('staff_induction_ok').total
  const women = sheet.count('staff_total_fte').by.sex.female! / sheet.count('staff_total_fte').total
  settled.forEach((staff_key, place) => {
    const isNew = place < hired
    const started = at.lastDay - (isNew ? 370 + Math.floor(draw.next() * 350) : 760 + Math.floor(draw.next() * 5000))
    write(at, 'staff_member', at.lastDay, {
      staff_key,
      category:
        draw.next() < 0.72 ? 'custodial' : one(['administrative', 'teacher_instructor', 'nurse'] as const, draw),
      sex: draw.next() < women ? 'female' : 'male',
      started_on: dayText(at, started),
      first_unescorted_duty_on: isNew ? dayText(at, started + (place < inducted ? 45 : 5)) : undefined,
      left_on: undefined,
    })
    const taught = (topic: string, day: number, hours: number) =>
      write(at, 'training_event', at.lastDay, {
        record_id: surrogate(draw),
        staff_key,
        topic,
        completed_on: dayText(at, day),
        hours,
        joint_with_other_agency: draw.next() < 0.08,
      })
    if (isNew) taught('induction_full', started + 40, 160)
    if (refreshed.has(staff_key)) taught(one(topics, draw)!, at.lastDay - Math.floor(draw.next() * 350), 8)
  })
}
