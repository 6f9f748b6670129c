import type { FamilyWords } from './define.ts'
import type { womenRecords } from './women.ts'

/** The English words of these record types and their fields. */
export const womenRecordWords: FamilyWords<typeof womenRecords> = {
  maternity_case: {
    title: 'Pregnancy and birth',
    describes: 'Pregnancy, birth and infants, from the start of custody',
    grain: 'One row per pregnancy',
    fields: {
      stay_key: { label: 'Stay key' },
      known_on: { label: 'Known on', meaning: 'Known in custody; nothing from before custody is held' },
      antenatal_visits: { label: 'Antenatal visits', meaning: 'Since the start of custody' },
      diet_plan_on: { label: 'Diet plan on' },
      birth_on: { label: 'Birth on' },
      birth_place: { label: 'Birth place' },
      restrained_during_birth: { label: 'Restrained during birth', meaning: 'Labour, delivery or straight after' },
    },
    rules: ['The case starts with custody; no earlier pregnancy is held.'],
  },
  child_resident: {
    title: 'Child living with a parent',
    describes: 'A child living with a parent in prison; the child is not a prisoner',
    grain: 'One row per child spell',
    fields: {
      child_key: { label: 'Child key' },
      stay_key: { label: 'Stay key' },
      birth_year_month: { label: 'Month of birth' },
      start_on: { label: 'Start on' },
      end_on: { label: 'End on' },
      best_interests_decision_on: { label: 'Best interests decision on' },
      health_check_on: { label: 'Health check on' },
      separation_decision_on: { label: 'Separation decision on', meaning: 'Individual decision on leaving' },
    },
    rules: ['No name, no photograph, no data of visitors; the child is not a prisoner.'],
  },
}
