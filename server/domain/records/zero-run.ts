import type { Cells, CheckResult, Finding, ReturnToCheck, UsualRate } from './check.ts'

/** Events that occur in every prison of some size. */
export const recurringEvents = [
  'adm_new',
  'rel_liberty',
  'complaints_received',
  'health_requests',
  'self_harm_events',
  'assaults_pp',
  'force_uses',
  'disc_cases',
] as const

const monthsOfSilence = 6
/** Source: the catalogue, check X20. Four expected alone are none by chance in 18 of 1,000 runs. */
const expectedAtLeast = 4
/** Fewer months before the run than this do not tell what is usual at the place itself; a choice. */
const monthsThatTell = 12
/** Of all that is asked over the country in a month, chance gives one answer or more in one month of twenty; a choice. */
const falseAlarms = 0.05

/** How rare a thing must be to be asked about, when as many are asked. Bonferroni's bound: it holds however they hang together. */
export function rarerThan(asked: number): number {
  return falseAlarms / Math.max(1, asked)
}

/**
 * Six months or more of nought for events of which four or more were to be expected, where chance gives none more rarely than
 * `rarerThan` of what is asked over the country. What is expected comes from the facility's own months before the run, or
 * without a year of them from the rates of the others, which differ from each other as `spread` says.
 */
export function zeroRun({ cells, history = [], usualRates, asked = 1 }: ReturnToCheck): CheckResult {
  const months = [cells, ...history]
  if (usualRates === undefined || months.length < monthsOfSilence) return { state: 'not-checked', missing: [] }
  const findings = recurringEvents.flatMap((event) => silence(event, months, usualRates[event], rarerThan(asked)))
  return findings.length > 0 ? { state: 'fails', findings } : { state: 'holds' }
}

/** The run of noughts of one event up to the last month, if it is too long to be chance. */
function silence(event: string, months: readonly Cells[], usual: UsualRate | undefined, level: number): Finding[] {
  const length = runOfNoughts(event, months)
  if (length < monthsOfSilence) return []
  const days = daysOf(months.slice(0, length))
  const { expected, probability } = ownChance(event, months.slice(length), days) ?? chanceOf(usual, days)
  if (expected < expectedAtLeast || probability >= level) return []
  return [{ cells: [event], found: 0, expected, probability, months: length }]
}

function runOfNoughts(event: string, months: readonly Cells[]): number {
  const end = months.findIndex((month) => month[event] !== 0)
  return end < 0 ? months.length : end
}

function daysOf(months: readonly Cells[]): number {
  return months.reduce((days, month) => days + (month.person_days ?? 0), 0)
}

/** How many events to expect, and how likely none is. */
interface Chance {
  expected: number
  probability: number
}

/** By the facility's own earlier months; undefined where fewer than twelve of them say it. */
function ownChance(event: string, earlier: readonly Cells[], days: number): Chance | undefined {
  const told = earlier.filter((month) => month[event] !== undefined && (month.person_days ?? 0) > 0)
  if (told.length < monthsThatTell) return undefined
  const rate = told.reduce((sum, month) => sum + month[event]!, 0) / daysOf(told)
  const expected = rate * days
  return { expected, probability: noneInBursts(expected, burstsOf(event, told, rate)) }
}

/** How much more months differ than a Poisson count does: Pearson's statistic by its degrees of freedom, and at least 1. */
function burstsOf(event: string, months: readonly Cells[], rate: number): number {
  if (rate === 0) return 1
  const parts = months.map((month) => (month[event]! - rate * month.person_days!) ** 2 / (rate * month.person_days!))
  return Math.max(1, parts.reduce((sum, part) => sum + part, 0) / (months.length - 1))
}

/** P(0) of a negative binomial whose variance is `bursts` times its mean; of a Poisson count where that is 1. */
function noneInBursts(expected: number, bursts: number): number {
  return bursts > 1 ? bursts ** (-expected / (bursts - 1)) : Math.exp(-expected)
}

/** P(0) where rates are gamma-distributed over facilities with the squared coefficient of variation `spread`. */
function chanceOf(usual: UsualRate | undefined, days: number): Chance {
  if (!usual) return { expected: 0, probability: 1 }
  const expected = usual.rate * days
  const { spread } = usual
  return { expected, probability: spread > 0 ? (1 + spread * expected) ** (-1 / spread) : Math.exp(-expected) }
}

/** What one facility had of an event, and in how many person-days. */
export interface Exposure {
  events: number
  personDays: number
}

/**
 * The rate of an event over facilities, and how much they differ beyond chance: the squared coefficient of variation of their
 * rates by the method of moments, 0 where they do not. Undefined where nobody reported it with person-days.
 */
export function usualRate(facilities: readonly Exposure[]): UsualRate | undefined {
  const told = facilities.filter(({ personDays }) => personDays > 0)
  const [events, days] = [total(told, 'events'), total(told, 'personDays')]
  if (days === 0) return undefined
  const rate = events / days
  const excess = told.reduce((sum, one) => sum + (one.events - rate * one.personDays) ** 2 - rate * one.personDays, 0)
  const scale = told.reduce((sum, one) => sum + (rate * one.personDays) ** 2, 0)
  return { rate, spread: scale > 0 ? Math.max(0, excess / scale) : 0 }
}

function total(facilities: readonly Exposure[], part: keyof Exposure): number {
  return facilities.reduce((sum, one) => sum + one[part], 0)
}
