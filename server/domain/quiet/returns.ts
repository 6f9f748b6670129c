import type { Cells } from '../records/check.ts'
import { roundedValues, unchangedValues } from '../records/return-patterns.ts'
import { rarerThan, zeroRun } from '../records/zero-run.ts'
import { atLeast, binomial } from '../statistics/distribution.ts'
import { type FacilityFigures, type Look, looked } from './define.ts'

/**
 * Six months or more of nought for events of which four or more were to be expected, more rarely than chance gives among all
 * that is asked (check X20).
 */
export function zeroRuns({ returns = [], usualRates, asked }: FacilityFigures): Look {
  const [cells, ...history] = unbroken(returns)
  if (!cells) return { state: 'not-looked', missing: ['return'] }
  if (!usualRates) return { state: 'not-looked', missing: ['usualRates'] }
  const result = zeroRun({ month: someMonth, cells, history, usualRates, ...(asked && { asked }) })
  if (result.state === 'not-checked') return { state: 'not-looked', missing: ['earlier returns'] }
  const findings = result.state === 'fails' ? result.findings : []
  return looked(findings.map((finding) => ({ ...finding, probability: finding.probability ?? null })))
}

/** More than 60 % of the values the same as in the month before (check X21), and for how many months on end. */
export function copiedForward({ returns = [] }: FacilityFigures): Look {
  const [cells, before] = returns
  if (!cells || !before) return { state: 'not-looked', missing: [cells ? 'return of the month before' : 'return'] }
  const newest = unchangedValues({ cells, before })
  if (newest.state === 'not-checked') return { state: 'not-looked', missing: ['ten values in both months'] }
  if (newest.state === 'holds') return { state: 'nothing-seen' }
  const copies = leading(returns, (month, at) => isCopy(month, returns[at + 1]))
  return looked(newest.findings.map((finding) => ({ ...finding, probability: null, months: copies })))
}

function isCopy(cells: Cells | undefined, before: Cells | undefined): boolean {
  return cells !== undefined && before !== undefined && unchangedValues({ cells, before }).state === 'fails'
}

/**
 * More than 60 % of the values of 20 or more end in 0 or 5 (check X21), with the probability that last digits do so by
 * themselves, when one in five does; asked where that is rarer than chance among all that is asked.
 */
export function roundNumbers({ returns = [], asked = 1 }: FacilityFigures): Look {
  const cells = returns[0]
  if (!cells) return { state: 'not-looked', missing: ['return'] }
  const result = roundedValues({ cells })
  if (result.state === 'not-checked') return { state: 'not-looked', missing: ['ten values of 20 or more'] }
  const findings = result.state === 'fails' ? result.findings : []
  const sightings = findings.map((finding) => {
    const all = Math.round(finding.cells.length / finding.found)
    return { ...finding, probability: atLeast(binomial(all, 1 / 5), finding.cells.length) }
  })
  return looked(sightings.filter(({ probability }) => probability < rarerThan(asked)))
}

/** The checks of patterns do not look at which month it is. */
const someMonth = '2000-01'

function unbroken(returns: readonly (Cells | undefined)[]): Cells[] {
  const end = returns.indexOf(undefined)
  return (end < 0 ? returns : returns.slice(0, end)).filter((cells) => cells !== undefined)
}

/** How many at the beginning of the list are so. */
function leading<T>(list: readonly T[], isSo: (one: T, at: number) => boolean): number {
  const end = list.findIndex((one, at) => !isSo(one, at))
  return end < 0 ? list.length : end
}
