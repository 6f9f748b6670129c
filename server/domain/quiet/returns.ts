import type { Cells } from '../records/check.ts'
import { recurringEvents, roundedValues, unchangedValues, zeroRun } from '../records/return-patterns.ts'
import { atLeast, binomial } from '../statistics/distribution.ts'
import { type FacilityFigures, type Look, looked } from './define.ts'

/**
 * Six months or more of nought for events of which four or more were to be expected (check X20), with the probability that
 * chance gives none: Poisson, or wider by the dispersion of months, because events come in bursts.
 */
export function zeroRuns({ returns = [], usualRates, dispersion = 1 }: FacilityFigures): Look {
  const months = unbroken(returns)
  const [cells, ...history] = months
  if (!cells) return { state: 'not-looked', missing: ['return'] }
  if (!usualRates) return { state: 'not-looked', missing: ['usualRates'] }
  const result = zeroRun({ month: someMonth, cells, history, usualRates })
  if (result.state === 'not-checked') return { state: 'not-looked', missing: ['earlier returns'] }
  const findings = result.state === 'fails' ? result.findings : []
  return looked(
    findings.map((finding) => ({
      cells: finding.cells,
      found: 0,
      expected: finding.expected,
      probability: ofNone(finding.expected, dispersion),
      months: leading(months, (month) => month[finding.cells[0]!] === 0),
    })),
  )
}

/** More than 60 % of the values the same as in the month before (check X21), and for how many months on end. */
export function copiedForward({ returns = [] }: FacilityFigures): Look {
  const months = unbroken(returns)
  const [cells, before] = months
  if (!cells || !before) return { state: 'not-looked', missing: [cells ? 'return of the month before' : 'return'] }
  const results = months.slice(0, -1).map((month, at) => unchangedValues({ cells: month, before: months[at + 1] }))
  const newest = results[0]
  if (newest?.state === 'not-checked') return { state: 'not-looked', missing: ['ten values in both months'] }
  const copies = leading(results, ({ state }) => state === 'fails')
  const findings = newest?.state === 'fails' ? newest.findings : []
  return looked(findings.map((finding) => ({ ...finding, probability: null, months: copies })))
}

/**
 * More than 60 % of the values of 20 or more end in 0 or 5 (check X21), with the probability that last digits do so by
 * themselves, when one in five does.
 */
export function roundNumbers({ returns = [] }: FacilityFigures): Look {
  const cells = returns[0]
  if (!cells) return { state: 'not-looked', missing: ['return'] }
  const result = roundedValues({ cells })
  if (result.state === 'not-checked') return { state: 'not-looked', missing: ['ten values of 20 or more'] }
  const findings = result.state === 'fails' ? result.findings : []
  return looked(
    findings.map((finding) => {
      const all = Math.round(finding.cells.length / finding.found)
      return { ...finding, probability: atLeast(binomial(all, 1 / 5), finding.cells.length) }
    }),
  )
}

/**
 * How often each recurring event occurs in a person-day over the returns of other facilities of the kind. An event is left
 * out where none of them reported it together with its person-days.
 */
export function usualRates(returns: Iterable<Cells>): Record<string, number> {
  const sums = new Map<string, { events: number; days: number }>()
  for (const cells of returns)
    for (const event of recurringEvents) {
      const [events, days] = [cells[event], cells.person_days]
      if (events === undefined || days === undefined) continue
      const sum = sums.get(event) ?? { events: 0, days: 0 }
      sums.set(event, { events: sum.events + events, days: sum.days + days })
    }
  return Object.fromEntries(
    [...sums].filter(([, { days }]) => days > 0).map(([id, { events, days }]) => [id, events / days]),
  )
}

/** P(0) of a Poisson count, or of a negative binomial whose variance is `dispersion` times its mean. */
function ofNone(expected: number, dispersion: number): number {
  return dispersion > 1 ? dispersion ** (-expected / (dispersion - 1)) : Math.exp(-expected)
}

/** The checks of patterns do not look at which month it is. */
const someMonth = '2000-01'

function unbroken(returns: readonly (Cells | undefined)[]): Cells[] {
  const end = returns.indexOf(undefined)
  return (end < 0 ? returns : returns.slice(0, end)).filter((cells) => cells !== undefined)
}

/** How many at the beginning of the list are so. */
function leading<T>(list: readonly T[], isSo: (one: T) => boolean): number {
  const end = list.findIndex((one) => !isSo(one))
  return end < 0 ? list.length : end
}
