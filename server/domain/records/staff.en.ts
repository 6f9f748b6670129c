import type { FamilyWords } from './define.ts'
import type { staffRecords } from './staff.ts'

/** The English words of these record types and their fields. */
export const staffRecordWords: FamilyWords<typeof staffRecords> = {
  staff_month: {
    title: 'Staff of a month',
    describes: 'Staff numbers',
    grain: 'One row per facility, month, category and sex',
    fields: {
      month: { label: 'Month' },
      category: { label: 'Category' },
      sex: { label: 'Sex' },
      posts_funded: { label: 'Posts funded' },
      fte_in_post: { label: 'Full-time equivalents in post' },
      absence_days: { label: 'Absence days' },
      leavers: { label: 'Leavers' },
      works_in_womens_units: { label: 'Work in women’s units' },
    },
  },
  shift_roster: {
    title: 'Shift roster',
    describes: 'Who actually staffed a unit, shift by shift',
    grain: 'One row per unit per shift',
    fields: {
      unit_id: { label: 'Unit id' },
      day: { label: 'Day' },
      shift: { label: 'Shift' },
      women_officers: { label: 'Women officers' },
      men_officers: { label: 'Men officers' },
      men_unaccompanied_entries: {
        label: 'Men unaccompanied entries',
        meaning: 'Times male staff entered a women’s unit without a woman officer',
      },
    },
  },
  staff_member: {
    title: 'Staff member',
    describes: 'Pseudonymous staff key so that training can be counted once',
    grain: 'One row per staff member',
    fields: {
      staff_key: { label: 'Staff key' },
      category: { label: 'Category' },
      sex: { label: 'Sex' },
      started_on: { label: 'Started on' },
      first_unescorted_duty_on: {
        label: 'First unescorted duty on',
        meaning: 'First shift in sole charge of prisoners',
      },
      left_on: { label: 'Left on' },
    },
  },
  training_event: {
    title: 'Training',
    describes: 'Training taken',
    grain: 'One row per staff member per course',
    fields: {
      staff_key: { label: 'Staff key' },
      topic: { label: 'Topic' },
      completed_on: { label: 'Completed on' },
      hours: { label: 'Hours' },
      joint_with_other_agency: { label: 'Joint with another agency' },
    },
  },
}
