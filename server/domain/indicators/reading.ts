import { measureOf } from '../measures/index.ts'
import { type FigureSeries, figureAt, type Grade, grades } from '../series.ts'
import type { Interval } from '../statistics/interval.ts'
import { type Figure, missing } from '../value.ts'
import type { Indicator } from './define.ts'
import { intervalOf, judge, type Verdict } from './verdict.ts'

/** A figure as a screen shows it: never the number alone, always with its verdict, its uncertainty and its grade. */
export interface Reading {
  figure: Figure
  verdict: Verdict
  interval?: Interval
  grade: Grade
}

/**
 * The reading of one month of a series; a month outside it was never reported. What only records can show is not
 * silence of a facility that sends returns, and says so.
 */
export function readingAt(definition: Indicator, series: FigureSeries | undefined, month: number): Reading {
  const isSilent = !series || series.states.length === 0
  if (isSilent && !definition.madeOf.includes('returns'))
    return reading(definition, missing(isOfCountry(definition) ? 'national-not-sent' : 'not-from-returns'), 'none')
  return reading(definition, figureAt(series, month), gradeOf(series, month))
}

/** Whether it is made of what courts, probation or the country itself say, and no facility could send it. */
function isOfCountry({ needs }: Indicator): boolean {
  return Object.values(needs).every((cell) => measureOf(cell)?.place === 'country')
}

export function reading(definition: Indicator, figure: Figure, grade: Grade): Reading {
  const interval = intervalOf(definition, figure)
  const verdict = judge(definition, figure)
  return interval ? { figure, verdict, interval, grade } : { figure, verdict, grade }
}

function gradeOf(series: FigureSeries | undefined, month: number): Grade {
  return grades[series?.grades[month - series.startMonth] ?? 0] ?? 'none'
}
