import { conditionsWords } from './conditions.en.ts'
import type { MeasureId } from './index.ts'
import { justiceWords } from './justice.en.ts'
import { populationWords } from './population.en.ts'
import { staffWords } from './staff.en.ts'

/** The English words of every measure, by its id. */
export const measureWords: Record<MeasureId, { title: string; counts: string }> = {
  ...populationWords,
  ...conditionsWords,
  ...justiceWords,
  ...staffWords,
}
