import { measureOf } from '../measures/index.ts'
import { type FigureSeries, figureAt, type Grade, grades } from '../series.ts'
import type { Interval } from '../statistics/interval.ts'
import { type Figure, missing } from '../value.ts'
import type { Indicator } from './define.ts'
import { intervalOf, judge, type Verdict } from './verdict.ts'
import { definitionIn } from './versions.ts'

/** A figure as a screen shows it: never the number alone, always with its verdict, its uncertainty and its grade. */
export interface Reading {
  figure: Figure
  verdict: Verdict
  interval?: Interval
  grade: Grade
}

/**
 * The reading of one month of a series; a month outside it was never reported. What only records can show is not
 * silence of a facility that sends returns, and says so. The version in force in the month judges it.
 */
export function readingAt(definition: Indicator, series: FigureSeries | undefined, month: number): Reading {
  return readingBy(definitionIn(definition, month), series, month)
}

/** The same by this very version of a definition, whatever its months. */
export function readingBy(definition: Indicator, series: FigureSeries | undefined, month: number): Reading {
  const isSilent = !series || series.states.length === 0
  if (isSilent && !definition.madeOf.includes('returns'))
    return reading(definition, missing(isOfCountry(definition) ? 'national-not-sent' : 'not-from-returns'), 'none')
  return reading(definition, figureAt(series, month), gradeOf(series, month), limitsAt(series, month))
}

/** Whether it is made of what courts, probation or the country itself say, and no facility could send it. */
function isOfCountry({ needs }: Indicator): boolean {
  return Object.values(needs).every((cell) => measureOf(cell)?.place === 'country')
}

export function reading(definition: Indicator, figure: Figure, grade: Grade, limits?: Interval): Reading {
  const interval = limits ?? intervalOf(definition, figure)
  const verdict = judge(definition, figure, interval)
  return interval ? { figure, verdict, interval, grade } : { figure, verdict, grade }
}

/** The interval that is kept beside a median; undefined where there is none, or one of its ends is not reached. */
function limitsAt(series: FigureSeries | undefined, month: number): Interval | undefined {
  const place = month - (series?.startMonth ?? 0)
  const [low, high] = [series?.lows?.[place], series?.highs?.[place]]
  return typeof low === 'number' && typeof high === 'number' ? { low, high } : undefined
}

function gradeOf(series: FigureSeries | undefined, month: number): Grade {
  return grades[series?.grades[month - series.startMonth] ?? 0] ?? 'none'
}
