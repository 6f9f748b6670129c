import type { Verdict } from '../../server/domain/indicators/verdict.ts'
import type { Figure } from '../../server/domain/value.ts'
import { verdictWord } from '../components/verdict-badge.tsx'
import { isPercent } from '../format.ts'
import type { Reader } from '../reader.server.ts'
import { absentWords, sourceText } from '../series-chart.server.ts'
import type { Panel, PanelRow } from './indicator-panels.server.ts'
import type { PairFigure, PairRow } from './pairs.server.ts'

/** One figure that asks for an answer, all in words. */
export interface BriefRow {
  id: string
  title: string
  figure: string
  verdict: string
  /** Whose line it is held against. */
  whose: string
  peers: string
  country: string
}

/** A facility's month on two pages of paper: what asks for an answer in full, the rest by name. */
export interface Brief {
  counts: Record<Verdict['verdict'] | 'silent', number>
  /** People beyond a hard limit first, then the concerns, each in the order of the catalogue and never by value. */
  rows: BriefRow[]
  within: string[]
  /** With the reason for each: none of them is taken for good. */
  unassessed: string[]
  silent: string[]
  /** What is read together, with why, in one sentence a pair. */
  pairs: string[]
}

/** The brief of what a facility's page shows. Nobody beyond a hard limit, and no concern, is left out of it. */
export function briefOf(panels: readonly Panel[], pairs: readonly PairRow[], reader: Reader): Brief {
  const rows = panels.flatMap((panel) => panel.rows)
  const having = (verdict: Verdict['verdict']) => rows.filter(({ reading }) => reading.verdict.verdict === verdict)
  const [breach, concern, within, unassessed] = [
    having('breach'),
    having('concern'),
    having('within'),
    having('not-assessed'),
  ]
  const silent = panels.flatMap((panel) => panel.silent)
  return {
    counts: {
      breach: breach.length,
      concern: concern.length,
      within: within.length,
      'not-assessed': unassessed.length,
      silent: silent.length,
    },
    rows: [...breach, ...concern].map((row) => rowOf(row, reader)),
    within: within.map((row) => `${row.title} ${figureText(row.reading.figure, row, reader)}`),
    unassessed: unassessed.map((row) => `${row.title} (${whyText(row, reader)})`),
    silent,
    pairs: pairs.map((pair) => pairText(pair, reader)),
  }
}

function pairText({ id, first, second }: PairRow, reader: Reader): string {
  const said = (one: PairFigure) => `${one.title} ${figureText(one.reading.figure, one, reader)}`
  const why = reader.intl.formatMessage({ id: `pair.${id}` })
  return reader.intl.formatMessage({ id: 'brief.pair' }, { first: said(first), second: said(second), why })
}

function rowOf(row: PanelRow, reader: Reader): BriefRow {
  const { verdict } = row.reading
  const { intl, format } = reader
  const word = intl.formatMessage({ id: verdictWord(verdict) })
  const people = verdict.verdict === 'breach' ? verdict.people : undefined
  return {
    id: row.id,
    title: row.title,
    figure: figureText(row.reading.figure, row, reader, true),
    verdict: people === undefined ? word : intl.formatMessage({ id: 'brief.breach' }, { word, people }),
    whose: 'threshold' in verdict ? sourceText(verdict.threshold.source, reader) : '',
    peers: row.peers ? format.figure(row.peers.median, row.unit) : '',
    country: row.country?.state === 'counted' ? format.figure(row.country.value, row.unit) : '',
  }
}

function figureText(
  figure: Figure,
  { unit }: Pick<PanelRow, 'unit'>,
  { intl, format }: Reader,
  withParts = false,
): string {
  if (figure.state !== 'counted') return absentWords(figure, intl)
  const { value, numerator, denominator } = figure
  const number = format.figure(value, unit)
  const written = isPercent(unit) ? number : `${number} ${intl.formatMessage({ id: `unit.${unit}` }, { count: value })}`
  return withParts && denominator !== null
    ? intl.formatMessage({ id: 'equity.figure' }, { figure: written, numerator, denominator })
    : written
}

/** Why there is no verdict: the reason, and of a figure that nothing judges the figure itself. */
function whyText(row: PanelRow, reader: Reader): string {
  const { verdict, figure } = row.reading
  if (figure.state === 'counted' && verdict.verdict === 'not-assessed' && verdict.why === 'no-threshold')
    return figureText(figure, row, reader)
  return verdict.verdict === 'not-assessed' ? reader.intl.formatMessage({ id: `verdict.why.${verdict.why}` }) : ''
}
