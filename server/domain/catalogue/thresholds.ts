import type { Threshold } from '../indicators/define.ts'
import { holds } from '../indicators/verdict.ts'
import { citedRule } from '../rules/define.ts'
import { sources } from '../sources/index.ts'

/** Lines that are drawn and never judged by. */
const drawnOnly = ['reference', 'aspiration']
/** Degrees that exclude each other; 'critical' lies inside 'serious', and a breach stands beside any of them. */
const degrees = ['within', 'warning', 'serious']

/** What is wrong with the thresholds of one definition: whose they are, and whether every value has exactly one verdict. */
export function thresholdFaults(thresholds: readonly Threshold[], isRule: (id: string) => boolean): string[] {
  const judged = thresholds.filter(({ level }) => !drawnOnly.includes(level))
  return [
    ...thresholds.filter(({ source }) => !isSource(source, isRule)).map(sourceFault),
    ...thresholds
      .filter((one) => boundsOf(one).length === 0)
      .map(({ level }) => `has a threshold '${level}' without bound`),
    ...thresholds.filter(isLocalBreach).map(() => 'has a breach that is only a local default'),
    ...(judged.length === 0 ? [] : probes(judged).flatMap((value) => verdictFaults(judged, value))),
  ]
}

function sourceFault({ level, source }: Threshold): string {
  return source
    ? `has a threshold '${level}' of the unknown source '${source}'`
    : `has a threshold '${level}' without source`
}

/** A hard limit is a rule's or the law's; what we chose ourselves is a concern at most. */
function isLocalBreach({ level, source }: Threshold): boolean {
  return level === 'breach' && source === 'local-default'
}

/** True of a source that we list, a rule, or a paragraph of the Kyoto text (1 to 72). */
export function isSource(source: string | undefined, isRule: (id: string) => boolean): boolean {
  if (!source) return false
  const paragraph = /^kyoto-para-(\d+)$/.exec(source)
  if (paragraph) return Number(paragraph[1]) >= 1 && Number(paragraph[1]) <= 72
  return source in sources || isRule(citedRule(source))
}

function boundsOf({ above, atLeast, below, atMost }: Threshold): number[] {
  return [above, atLeast, below, atMost].filter((bound) => bound !== undefined)
}

/** Every bound, and a value on each side of it: between two bounds nothing changes. */
function probes(thresholds: readonly Threshold[]): number[] {
  const bounds = [...new Set(thresholds.flatMap(boundsOf))].sort((a, b) => a - b)
  const between = bounds.slice(1).map((bound, place) => (bound + (bounds[place] ?? bound)) / 2)
  return [...bounds, ...between, (bounds[0] ?? 0) - 1, (bounds.at(-1) ?? 0) + 1]
}

function verdictFaults(judged: readonly Threshold[], value: number): string[] {
  const held = judged.filter((one) => holds(one, value))
  if (held.length === 0) return [`has no verdict for ${value}`]
  const excluding = held.filter(({ level }) => degrees.includes(level))
  return excluding.length > 1 ? [`has two verdicts for ${value}`] : []
}
