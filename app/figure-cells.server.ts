import type { Unit } from '../server/domain/indicators/define.ts'
import type { Reading } from '../server/domain/indicators/reading.ts'
import type { Verdict } from '../server/domain/indicators/verdict.ts'
import { verdictWord } from './components/verdict-badge.tsx'
import type { CsvCell } from './csv.ts'
import type { Reader } from './reader.server.ts'
import { absentWords, sourceText } from './series-chart.server.ts'

/** Names of the columns of `figureCells`, for machines. */
export const figureColumns = [
  'state',
  'state_words',
  'numerator',
  'denominator',
  'value',
  'unit',
  'interval_95_low',
  'interval_95_high',
] as const

/** A figure in a row of a file: what it is or why there is none, and what it is made of. */
export function figureCells({ figure, interval }: Reading, unit: Unit, { intl }: Reader): CsvCell[] {
  const counted = figure.state === 'counted' ? figure : undefined
  return [
    figure.state === 'missing' ? `missing:${figure.reason}` : figure.state,
    figure.state === 'counted' ? intl.formatMessage({ id: 'compare.file.counted' }) : absentWords(figure, intl),
    counted?.numerator ?? null,
    counted?.denominator ?? null,
    counted?.value ?? null,
    unit,
    interval?.low ?? null,
    interval?.high ?? null,
  ]
}

/** Names of the columns of `verdictCells`. */
export const verdictColumns = ['verdict', 'verdict_words', 'threshold_source', 'data_grade'] as const

/** What a figure means and by whose threshold, and where its values came from. */
export function verdictCells({ verdict, grade }: Reading, reader: Reader): CsvCell[] {
  return [
    verdict.verdict === 'concern' ? `concern:${verdict.level}` : verdict.verdict,
    verdictText(verdict, reader),
    'threshold' in verdict ? sourceText(verdict.threshold.source, reader) : null,
    grade,
  ]
}

/** The word of a verdict, and for one that was not reached the reason. */
function verdictText(verdict: Verdict, { intl }: Reader): string {
  const word = intl.formatMessage({ id: verdictWord(verdict) })
  if (verdict.verdict !== 'not-assessed') return word
  return `${word}: ${intl.formatMessage({ id: `verdict.why.${verdict.why}` })}`
}
