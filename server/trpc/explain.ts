import { cellOf, loadCounts } from '../../db/queries/counts.ts'
import { loadFacilityHistory } from '../../db/queries/facilities.ts'
import { type FacilityFigures, listFigures } from '../../db/queries/figures.ts'
import { knownSince, type LineBehind, listLinesBehind, listRevisions } from '../../db/queries/provenance.ts'
import { can } from '../domain/access.ts'
import { endOf, sideAsKnown } from '../domain/engine/side-as-known.ts'
import { DomainError } from '../domain/errors.ts'
import { lackingDays } from '../domain/imports/covers.ts'
import type { Indicator } from '../domain/indicators/define.ts'
import { describeIndicator } from '../domain/indicators/describe.ts'
import { readingAt } from '../domain/indicators/reading.ts'
import { curveOf, curveSource } from '../domain/indicators/stay-curve.ts'
import { definitionIn } from '../domain/indicators/versions.ts'
import { derivationOf } from '../domain/kernels/index.ts'
import { type CellId, cellParts, type MeasureId } from '../domain/measures/index.ts'
import {
  addMonths,
  type Day,
  inForce,
  isPeriod,
  lastDay,
  type Month,
  monthIndex,
  monthsFrom,
} from '../domain/period.ts'
import { touches } from '../domain/quality/affected.ts'
import { shownQuality } from '../domain/quality/shown-quality.ts'
import type { RecordId } from '../domain/records/index.ts'
import { figureAt, gradeAt, type MeasureSeries, valueAt } from '../domain/series.ts'
import { viewOf } from '../domain/suppression/view.ts'
import type { Figure } from '../domain/value.ts'
import type { Context } from './init.ts'
import { mustFindFacility } from './places.ts'

/**
 * One figure of a facility laid open: its formula's needs with their values, each with the lines and files behind it
 * (also those that were superseded), the certificate in force, how the figure was revised, and what checks say of it. All of
 * it by the version of the definition that was in force in the month. With it the readings of the months `from` to `to` around it.
 */
export async function explainFigure(
  ctx: Context,
  newest: Indicator,
  asked: { facility: string; month: Month; from?: Month | undefined; to?: Month | undefined; known?: Day | undefined },
) {
  const { tx, actor } = ctx
  const { month, known, from = month, to = month } = asked
  const [earliest, latest] = [monthIndex(from), monthIndex(to)]
  const definition = definitionIn(newest, monthIndex(month))
  const facility = await mustFindFacility(ctx, asked.facility, month)
  const at = monthIndex(month)
  if (!isPeriod({ first: earliest, last: latest }) || at < earliest || at > latest)
    throw new DomainError('INVALID', 'month.range')
  const first = addMonths(month, 1 - (definition.months ?? 1))
  const cells = Object.values(definition.needs).map(cellParts)
  const sight = viewOf(actor).ofFacilities
  const source = curveSource(definition.id)
  const one = {
    // With the groups that a curve is made of, in the same question.
    ...(source
      ? { indicatorIds: [definition.id, source.indicator] }
      : { indicatorIds: [definition.id], breakdown: '' }),
    facilityIds: [facility.id],
    first: earliest,
    last: latest,
  }
  const [figures, counts, history, revised] = await Promise.all([
    listFigures(tx, actor.facilities, one, sight),
    loadCounts(tx, facility.id, sight),
    loadFacilityHistory(tx, actor.facilities, facility.id, month),
    listRevisions(tx, actor.facilities, { facilityId: facility.id, indicatorId: definition.id, month: at }, sight),
  ])
  const coverage = history.coverage.filter(({ from, until }) => from <= at && at <= until)
  const window = { from: first, to: month }
  const shown = { sight, withheld: counts.withheld }
  const lines = await listLinesBehind(tx, actor.facilities, facility.id, cells, window, shown)
  const since = known ? await knownSince(tx, actor.facilities, facility.id, month) : null
  const all = figures.find((row) => row.indicatorId === definition.id && row.breakdown === '')?.series
  const isThere = all && at >= all.startMonth && at < all.startMonth + all.states.length
  const reading = readingAt(definition, isThere ? all : undefined, at)
  const series = new Map(counts.rows.map((row) => [cellOf(row), row.series]))
  return {
    facility,
    month,
    definition: describeIndicator(definition),
    reading,
    /** The readings of the months from `from` to `to`. */
    readings: monthsFrom(from, to).map((one) => readingAt(newest, all, monthIndex(one))),
    /** How long it lasts, beside a median. */
    curve: source && curveOf(source, figuresAt(figures, source.indicator, at)),
    needs: Object.entries(definition.needs).map(([name, cell]) => ({
      name,
      cell,
      value: valueAt(series.get(cell), at),
      grade: gradeAt(series.get(cell), month),
      lines: lines.filter((line) => cellOf(line) === cell),
      sources: sourcesOf(cell, month, series.get(cell), lines),
      records: coverage.filter(({ recordId }) => recordsOf(cell).includes(recordId)),
      /** The days whose files have not come, where others of the month have. */
      lacking: lackingDays(month, recordsOf(cell), history.days),
    })),
    certificate: history.certificates.find((one) => inForce(one, lastDay(month))),
    revisions: revised,
    happened: history.happened,
    known: known && { on: known, ...sideAsKnown(reading.figure, revised, { since, until: endOf(known) }) },
    notes: shownQuality(history.quality, sight, { readsInspections: can(actor, 'record.read-withheld') }).notes.filter(
      (note) => touches(note, definition),
    ),
  }
}

/** The records that a count is made of. */
const recordsOf = (cell: CellId): readonly RecordId[] =>
  derivationOf(cellParts(cell).measureId as MeasureId)?.needs ?? []

/** The figures of one indicator in a month, by breakdown. */
function figuresAt(figures: readonly FacilityFigures[], indicatorId: string, month: number): Map<string, Figure> {
  const own = figures.filter((row) => row.indicatorId === indicatorId)
  return new Map(own.map(({ breakdown, series }) => [breakdown, figureAt(series, month)]))
}

/**
 * What records and the return each say of a count in one month, as the reader may see it; undefined where one of them says
 * no number.
 */
function sourcesOf(cell: CellId, month: Month, series: MeasureSeries | undefined, lines: readonly LineBehind[]) {
  const value = valueAt(series, monthIndex(month))
  const returned = lines.find((line) => cellOf(line) === cell && line.month === month && line.supersededAt === null)
  return {
    events: gradeAt(series, month) === 'events' && value.state === 'counted' ? value.value : undefined,
    returned: returned?.amount ?? undefined,
  }
}
