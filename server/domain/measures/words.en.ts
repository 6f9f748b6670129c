import { caseManagementWords } from './case.en.ts'
import { complaintsWords } from './complaints.en.ts'
import { conditionsWords } from './conditions.en.ts'
import { contactWords } from './contact.en.ts'
import type { MeasureSection, MeasureWords } from './define.ts'
import { disciplineWords } from './discipline.en.ts'
import { healthWords } from './health.en.ts'
import type { MeasureId } from './index.ts'
import { justiceWords } from './justice.en.ts'
import { nationalWords } from './national.en.ts'
import { oversightWords } from './oversight.en.ts'
import { populationWords } from './population.en.ts'
import { programmesWords } from './programmes.en.ts'
import { releaseWords } from './release.en.ts'
import { safetyWords } from './safety.en.ts'
import { separationWords } from './separation.en.ts'
import { staffWords } from './staff.en.ts'
import { womenWords } from './women.en.ts'

/** The English words of every measure, by its id. */
export const measureWords: Record<MeasureId, MeasureWords> = {
  ...populationWords,
  ...conditionsWords,
  ...separationWords,
  ...contactWords,
  ...justiceWords,
  ...programmesWords,
  ...caseManagementWords,
  ...releaseWords,
  ...healthWords,
  ...safetyWords,
  ...disciplineWords,
  ...complaintsWords,
  ...womenWords,
  ...staffWords,
  ...oversightWords,
  ...nationalWords,
}

/** What the sections of the return are called, in English. */
export const measureSectionWords: Record<MeasureSection, string> = {
  population: 'Population',
  conditions: 'Conditions',
  separation: 'Separation and solitary',
  contact: 'Contact with family and the outside',
  justice: 'Legal status and justice',
  programmes: 'Programmes and work',
  case: 'Assessment and case management',
  release: 'Release and after',
  health: 'Health',
  safety: 'Safety',
  discipline: 'Discipline',
  complaints: 'Complaints and information',
  women: 'Women and children',
  staff: 'Staff',
  oversight: 'Inspections, statements and partners',
  national: 'Courts, probation and cohorts',
}
