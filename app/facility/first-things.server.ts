import type { Api } from '../../server/caller.server.ts'
import { changesTold, comparableWithYearBefore } from '../../server/domain/indicators/changes.ts'
import { isHardLimit } from '../../server/domain/indicators/hard-limits.ts'
import { type Month, monthIndex } from '../../server/domain/period.ts'
import type { SourceId } from '../../server/domain/sources/index.ts'
import type { Figure, MissingReason } from '../../server/domain/value.ts'
import { type Help, helpOn } from '../help/help.server.ts'
import type { Reader } from '../reader.server.ts'
import type { Panel, PanelRow } from './indicator-panels.server.ts'
import type { PairRow } from './pairs.server.ts'

type Facts = Awaited<ReturnType<Api['indicators']['list']>>[number]
type Series = Awaited<ReturnType<Api['indicators']['series']>>['series'][number]

interface Titled {
  id: string
  title: string
}

/** What a facility's month asks for before everything else. */
export interface FirstThings {
  /** People beyond each hard limit, with whose limit it is. */
  broken: (Titled & { people: number; source: SourceId; help: Help })[]
  /** Hard limits that nobody is beyond, and those of which nothing is known. */
  clear: Titled[]
  unknown: Titled[]
  /** Figures that moved within the year by more than chance makes likely, and how many did not. */
  moved: (Titled & { unit: Facts['unit']; before: Figure; after: Figure; verdict: 'better' | 'worse' | 'different' })[]
  rest: { same: number; tooFew: number; noFigure: number }
  /** Figures that are missing from the month although the facility gave them within the year, by the reason. */
  missing: { reason: MissingReason; figures: Titled[] }[]
  /** Pairs of which one figure moved: its neighbour is read with it. */
  pairs: { id: PairRow['id']; first: string; second: string }[]
}

export interface FirstThingsAsked {
  month: Month
  /** The facility's series of thirteen months, the last of them the month. */
  series: readonly Series[]
  facts: readonly Facts[]
  panels: readonly Panel[]
  pairs: readonly PairRow[]
}

/** What comes first, of what the page shows anyway. */
export function firstThings({ month, series, facts, panels, pairs }: FirstThingsAsked, reader: Reader): FirstThings {
  const { words } = reader
  const titled = (id: string): Titled => ({ id, title: words.indicator(id)?.title ?? id })
  const rows = panels.flatMap((panel) => panel.rows)
  const limits = facts
    .filter(isHardLimit)
    .map((one) => ({ id: one.id, facts: one, row: rows.find((row) => row.id === one.id) }))
  const { told, ...rest } = movedIn(month, series)
  const moved = told.map(({ place: id, before, after, verdict }) => ({
    ...titled(id),
    ...{ unit: facts.find((one) => one.id === id)!.unit, before, after, verdict },
  }))
  return {
    broken: limits.flatMap(({ row, facts: one }) => brokenBy(row, one, reader)),
    clear: limits.filter(({ row }) => row && isClear(row)).map(({ id }) => titled(id)),
    unknown: limits.filter(({ row }) => isUnknown(row)).map(({ id }) => titled(id)),
    ...{ moved, rest },
    missing: missingBy(rows),
    pairs: pairs
      .filter(({ first, second }) => moved.some(({ id }) => id === first.id || id === second.id))
      .map(({ id, first, second }) => ({ id, first: first.title, second: second.title })),
  }
}

function brokenBy(row: PanelRow | undefined, facts: Facts, reader: Reader): FirstThings['broken'] {
  const verdict = row?.reading.verdict
  if (!row || verdict?.verdict !== 'breach') return []
  const { id, title } = row
  return [{ id, title, people: verdict.people, source: verdict.threshold.source, help: helpOn(facts, reader) }]
}

const isSaid = ({ reading: { figure } }: PanelRow) => figure.state !== 'missing' && figure.state !== 'suppressed'
const isClear = (row: PanelRow) =>
  isSaid(row) && row.reading.figure.state !== 'not-applicable' && row.reading.verdict.verdict !== 'breach'
const isUnknown = (row: PanelRow | undefined) => !row || !isSaid(row)
/** What moved between the month and the same one a year before; all indicators are tested together. */
function movedIn(month: Month, series: readonly Series[]) {
  const known = new Map(series.map((one) => [one.indicatorId, one.readings]))
  return changesTold(
    comparableWithYearBefore(monthIndex(month), 1).flatMap((definition) => {
      const [before, after] = [known.get(definition.id)?.[0], known.get(definition.id)?.at(-1)]
      return before && after ? [{ definition, place: definition.id, before: before.figure, after: after.figure }] : []
    }),
  )
}

function missingBy(rows: readonly PanelRow[]): FirstThings['missing'] {
  const found = new Map<MissingReason, Titled[]>()
  for (const { id, title, reading } of rows) {
    if (reading.figure.state !== 'missing') continue
    const { reason } = reading.figure
    found.set(reason, [...(found.get(reason) ?? []), { id, title }])
  }
  return [...found].map(([reason, figures]) => ({ reason, figures }))
}
