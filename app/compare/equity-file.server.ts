import { fileName } from '../charts/file-answer.server.ts'
import type { CsvCell } from '../csv.ts'
import { csv } from '../csv.ts'
import { fileNotes } from '../file-notes.server.ts'
import { placeName } from '../page-scope.server.ts'
import type { Reader } from '../reader.server.ts'
import { type EquityAsked, equityRows, periodOf } from './equity.server.ts'

const columns = [
  'group',
  'group_words',
  'against_words',
  'numerator',
  'denominator',
  'others_numerator',
  'others_denominator',
  'ratio',
  'interval_95_low',
  'interval_95_high',
  'verdict',
  'verdict_words',
  'side',
  'months_used',
  'months_withheld',
  'months_missing',
] as const

/** The groups of an indicator as a file: first what it is and by which definition, then a row a group. */
export function equityFile(asked: EquityAsked, reader: Reader): { name: string; text: string } {
  const { facts, scope, equity } = asked
  const { intl, words } = reader
  const spoken = words.indicator(facts.id)
  const about: [string, string][] = [
    ['indicator', spoken?.title ?? facts.id],
    ['measures', spoken?.measures ?? ''],
    ['formula', facts.formula],
    ['definition_version', String(facts.version)],
    ['place', placeName(scope)],
    ['period', periodOf(asked, reader)],
    ['source', intl.formatMessage({ id: 'compare.file.source' }, { country: scope.countryName })],
    ['caution', intl.formatMessage({ id: 'equity.file.caution' })],
    ...fileNotes(scope, reader),
  ]
  const shown = equityRows(asked, reader)
  const rows = equity.state === 'pooled' ? equity.rows : []
  const body = rows.map(({ id, group, others, disparity, used, withheld, missing }, at): CsvCell[] => {
    const { name, against, verdict, side } = shown[at]!
    const known = used > 0
    return [
      ...[id, name, against],
      ...(known
        ? [group.numerator, group.denominator, others.numerator, others.denominator]
        : [null, null, null, null]),
      disparity?.ratio ?? null,
      disparity?.interval?.low ?? null,
      // Without a case among the others there is no upper end.
      disparity?.interval && Number.isFinite(disparity.interval.high) ? disparity.interval.high : null,
      disparity?.verdict ?? 'untested',
      verdict,
      ...[side, used, withheld, missing],
    ]
  })
  const head: CsvCell[][] = about.map(([key, text]) => [`#${key}`, text])
  return {
    name: `${fileName(['equity', facts.id, scope.region ?? 'country', scope.month])}.csv`,
    text: csv([...head, [...columns], ...body]),
  }
}
