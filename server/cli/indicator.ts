import type { Database } from '../../db/client.ts'
import { systemActor } from '../domain/access.ts'
import { endOf } from '../domain/engine/side-as-known.ts'
import { findIndicator } from '../domain/indicators/index.ts'
import { type Reading, reading } from '../domain/indicators/reading.ts'
import { definitionIn } from '../domain/indicators/versions.ts'
import { indicatorWords } from '../domain/indicators/words.en.ts'
import { type Day, type Month, monthIndex, parseMonth } from '../domain/period.ts'
import { figureAsKnown } from '../services/known-figures.ts'
import type { PlaceInput } from '../trpc/inputs.ts'
import { createCaller } from '../trpc/router.ts'

/** Which figure is asked for at the terminal. */
export interface IndicatorQuestion {
  indicator: string
  month: string
  place: PlaceInput
  /** The day at whose end the figure is asked for; today's when none is named. */
  known?: string | undefined
}

/** One figure with all that belongs to it, as the terminal prints it. */
export interface IndicatorAnswer {
  indicator: string
  title: string
  month: string
  place: string
  reading: Reading
  reporting: number
  expected: number
  /** The day at whose end it was known so. */
  known?: string
}

/**
 * Reads one figure of a facility, a region or the country.
 * Throws DomainError when the indicator, the place or the month is not there.
 */
export async function askIndicator(
  db: Database,
  question: IndicatorQuestion,
  now: () => Date,
): Promise<IndicatorAnswer> {
  const answer = await askNow(db, question, now)
  const definition = findIndicator(question.indicator)
  if (!question.known || !definition) return answer.printed
  const known = endOf(question.known as Day)
  const { indicator: indicatorId, month } = question
  const asked = { indicatorId, month: month as Month, place: answer.place, known }
  const { figure, grade, reporting, expected } = await figureAsKnown(db, asked)
  const inForce = definitionIn(definition, monthIndex(asked.month))
  const isThere = figure.state === 'counted' ? 1 : 0
  const counts = { reporting: reporting ?? isThere, expected: expected ?? 1 }
  return { ...answer.printed, reading: reading(inForce, figure, grade), ...counts, known: question.known }
}

function askNow(db: Database, question: IndicatorQuestion, now: () => Date) {
  return db.asActor(systemActor, async (tx) => {
    const api = createCaller({ tx, actor: systemActor, now })
    const { place, series } = await api.indicators.series({
      place: question.place,
      indicators: [question.indicator],
      from: question.month,
      to: question.month,
    })
    const row = series[0]
    const found = row?.readings[0]
    if (!row || !found) throw new Error('the API answered without a reading')
    const isThere = found.figure.state === 'counted' ? 1 : 0
    const printed: IndicatorAnswer = {
      indicator: question.indicator,
      title: findIndicator(question.indicator)
        ? indicatorWords[row.indicatorId as keyof typeof indicatorWords].title
        : '',
      month: question.month,
      place: place.kind === 'country' ? 'country' : `${place.kind} ${place.key} (${place.name})`,
      reading: found,
      reporting: row.reporting?.[0] ?? isThere,
      expected: row.expected?.[0] ?? 1,
    }
    return { printed, place }
  })
}

/** The answer as lines for a reader. */
export function printIndicator(answer: IndicatorAnswer): string {
  const { figure, verdict, interval, grade } = answer.reading
  const known = answer.known ? `, as known on ${answer.known}` : ''
  const lines = [`${answer.title} (${answer.indicator}), ${answer.place}, ${answer.month}${known}`]
  if (figure.state === 'counted') {
    lines.push(`numerator    ${figure.numerator}`)
    lines.push(`denominator  ${figure.denominator ?? 'none (a count)'}`)
    lines.push(`value        ${Number(figure.value.toPrecision(10))}`)
    lines.push(
      `interval     ${interval ? `${interval.low.toFixed(2)} to ${interval.high.toFixed(2)} (95 %)` : 'none (complete count)'}`,
    )
    lines.push(`grade        ${grade}`)
  } else {
    lines.push(`value        none: ${figure.state}${figure.state === 'missing' ? ` (${figure.reason})` : ''}`)
  }
  lines.push(`verdict      ${verdictText(verdict)}`)
  lines.push(`facilities   ${answer.reporting} of ${answer.expected} reporting`)
  return lines.join('\n')
}

function verdictText(verdict: Reading['verdict']): string {
  switch (verdict.verdict) {
    case 'breach':
      return `breach: ${verdict.people} people (${verdict.threshold.source})`
    case 'concern':
      return `concern, ${verdict.level} (${verdict.threshold.source})`
    case 'within':
      return `within (${verdict.threshold.source})`
    case 'not-assessed':
      return `not assessed: ${verdict.why}`
  }
}

/** The place that the options of a command name; the country when they name none. Undefined for more than one. */
export function placeOf(options: { facility?: string; region?: string; country?: boolean }): PlaceInput | undefined {
  const named = [options.facility, options.region, options.country].filter(Boolean)
  if (named.length > 1) return undefined
  if (options.facility) return { facility: options.facility }
  return options.region ? { region: options.region } : { country: true }
}

export function isMonth(text: string | undefined): text is string {
  return text !== undefined && parseMonth(text) !== undefined
}
