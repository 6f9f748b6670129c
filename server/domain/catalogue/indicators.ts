import type { Indicator, IndicatorWords } from '../indicators/define.ts'
import { monthsOfVersion } from '../indicators/versions.ts'
import type { Measure } from '../measures/define.ts'
import { codeLists } from '../records/codes.ts'
import { citedRule } from '../rules/define.ts'
import { type CatalogueFault, wordFaults } from './faults.ts'
import { isSource, thresholdFaults } from './thresholds.ts'

const wellFormed = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

/** The indicators as the checks see them: by file, with their words and what they point at. */
export interface IndicatorCatalogue {
  families: Readonly<Record<string, readonly Indicator[]>>
  words: Readonly<Record<string, IndicatorWords>>
  findMeasure: (id: string) => Measure | undefined
  isRule: (id: string) => boolean
}

/** What is wrong with the indicators: ids and versions, words, needs, thresholds, and what they point at. */
export function indicatorFaults(catalogue: IndicatorCatalogue): CatalogueFault[] {
  const all = Object.values(catalogue.families).flat()
  const ids = [...new Set(all.map(({ id }) => id))]
  const faults = Object.entries(catalogue.families).flatMap(([family, entries]) =>
    entries.flatMap((entry) =>
      definitionFaults(entry, all, catalogue).map((fault) => ({
        file: `server/domain/indicators/${family}.ts`,
        id: entry.id,
        fault,
      })),
    ),
  )
  return [...faults, ...wordFaults('server/domain/indicators/words.en.ts', ids, catalogue.words)]
}

function definitionFaults(entry: Indicator, all: readonly Indicator[], catalogue: IndicatorCatalogue): string[] {
  const { findMeasure, isRule } = catalogue
  return [
    ...(wellFormed.test(entry.id) ? [] : ['is no well-formed id']),
    ...versionFaults(entry, all),
    ...changeFaults(entry, catalogue.words[entry.id]),
    ...Object.values(entry.needs).flatMap((cell) => needFaults(entry, cell, findMeasure)),
    ...supplyFaults(entry, findMeasure),
    ...thresholdFaults(entry.thresholds, isRule),
    ...entry.rules.filter((rule) => !isRule(citedRule(rule))).map((rule) => `names the unknown rule '${rule}'`),
    ...(entry.rules.length === 0 ? ['is evidence for no rule'] : []),
    ...(entry.citations ?? []).filter((source) => !isSource(source, isRule)).map((id) => `cites the unknown '${id}'`),
    ...(entry.pairedWith ?? [])
      .filter((id) => id === entry.id || !all.some((other) => other.id === id))
      .map((id) => `is paired with '${id}', which is no other indicator`),
  ]
}

/**
 * One id may stand several times only as versions that follow each other month by month, so that each month has exactly one
 * of them; the first of two says so. Versions are counted from 1 in the order of their months.
 */
function versionFaults(entry: Indicator, all: readonly Indicator[]): string[] {
  const months = monthsOfVersion(entry)
  const later = all.slice(all.indexOf(entry) + 1).filter(({ id }) => id === entry.id)
  const next = all.find(({ id, version }) => id === entry.id && version === entry.version + 1)
  const before = all.find(({ id, version }) => id === entry.id && version === entry.version - 1)
  return [
    ...(months.from < months.until ? [] : [`has version ${entry.version} of no month`]),
    ...later.flatMap((other) => {
      if (other.version === entry.version) return ['two indicators have this id']
      return overlap(entry, other) ? [`has versions ${entry.version} and ${other.version} at one time`] : []
    }),
    ...(entry.version > 1 && !before ? [`has version ${entry.version} and none before it`] : []),
    ...(next && months.until < monthsOfVersion(next).from
      ? [`has months between versions ${entry.version} and ${next.version} of which none speaks`]
      : []),
    ...(next && monthsOfVersion(next).until <= months.from
      ? [`has version ${next.version} in months before version ${entry.version}`]
      : []),
  ]
}

function overlap(one: Indicator, other: Indicator): boolean {
  const [own, others] = [monthsOfVersion(one), monthsOfVersion(other)]
  return own.from < others.until && others.from < own.until
}

/** A reader of a figure that was made otherwise before is told what changed. */
function changeFaults({ version }: Indicator, words: IndicatorWords | undefined): string[] {
  const isTold = version === 1 || (words?.changed?.[version] ?? '').trim() !== ''
  return isTold ? [] : [`has version ${version} without words for what changed`]
}

function needFaults(entry: Indicator, cell: string, findMeasure: IndicatorCatalogue['findMeasure']): string[] {
  const [measureId = '', group] = cell.split('@')
  const measure = findMeasure(measureId)
  if (!measure) return [`needs the unknown measure '${measureId}'`]
  const [dimension = '', code = ''] = group?.split(':') ?? []
  const isGroup = measure.breakdowns.some((name) => name === dimension) && isCode(dimension, code)
  return [
    ...(group !== undefined && !isGroup ? [`needs '${cell}', and the measure has no such group`] : []),
    // Persons of a month cannot be added to those of another: such a figure would never be there.
    ...((entry.months ?? 1) > 1 && measure.over === 'none' ? [`adds '${measureId}' over months`] : []),
  ]
}

function isCode(dimension: string, code: string): boolean {
  const list: readonly string[] | undefined = codeLists[dimension as keyof typeof codeLists]
  return list?.includes(code) ?? false
}

/** A figure is made of returns exactly when each of its counts is a field of the return or the figure says otherwise. */
function supplyFaults(entry: Indicator, findMeasure: IndicatorCatalogue['findMeasure']): string[] {
  const isReturned = Object.values(entry.needs).every(
    (cell) => findMeasure(cell.split('@')[0] ?? '')?.origin === 'both',
  )
  const saysSo = entry.madeOf.includes('returns')
  if (entry.madeOf.length === 0) return ['is made of nothing']
  if (saysSo && !isReturned) return ['is made of returns, and needs what no return carries']
  return !saysSo && isReturned ? ['needs only what returns carry, and does not say so'] : []
}
