import { cellOf, loadCounts } from '../../db/queries/counts.ts'
import { loadFacilityHistory } from '../../db/queries/facilities.ts'
import { listFigures } from '../../db/queries/figures.ts'
import { knownSince, type LineBehind, listLinesBehind, listRevisions } from '../../db/queries/provenance.ts'
import { can } from '../domain/access.ts'
import { endOf, sideAsKnown } from '../domain/engine/side-as-known.ts'
import type { Indicator } from '../domain/indicators/define.ts'
import { describeIndicator } from '../domain/indicators/describe.ts'
import { readingAt } from '../domain/indicators/reading.ts'
import { definitionIn } from '../domain/indicators/versions.ts'
import { derivationOf } from '../domain/kernels/index.ts'
import { type CellId, cellParts, type MeasureId } from '../domain/measures/index.ts'
import { addMonths, type Day, inForce, lastDay, type Month, monthIndex } from '../domain/period.ts'
import { touches } from '../domain/quality/affected.ts'
import { shownQuality } from '../domain/quality/shown-quality.ts'
import { gradeAt, type MeasureSeries, valueAt } from '../domain/series.ts'
import { viewOf } from '../domain/suppression/view.ts'
import type { Context } from './init.ts'
import { mustFindFacility } from './places.ts'

/**
 * One figure of a facility laid open: its formula's needs with their values, each with the lines and files behind it
 * (also those that were superseded), the certificate in force, how the figure was revised, and what checks say of it. All of
 * it by the version of the definition that was in force in the month.
 */
export async function explainFigure(ctx: Context, newest: Indicator, facilityKey: string, month: Month, known?: Day) {
  const { tx, actor } = ctx
  const definition = definitionIn(newest, monthIndex(month))
  const facility = await mustFindFacility(ctx, facilityKey, month)
  const at = monthIndex(month)
  const first = addMonths(month, 1 - (definition.months ?? 1))
  const cells = Object.values(definition.needs).map(cellParts)
  const sight = viewOf(actor).ofFacilities
  const one = { indicatorIds: [definition.id], breakdown: '', facilityIds: [facility.id], first: at, last: at }
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
  const reading = readingAt(definition, figures[0]?.series, at)
  const series = new Map(counts.rows.map((row) => [cellOf(row), row.series]))
  return {
    facility,
    month,
    definition: describeIndicator(definition),
    reading,
    needs: Object.entries(definition.needs).map(([name, cell]) => ({
      name,
      cell,
      value: valueAt(series.get(cell), at),
      grade: gradeAt(series.get(cell), month),
      lines: lines.filter((line) => cellOf(line) === cell),
      sources: sourcesOf(cell, month, series.get(cell), lines),
      records: coverage.filter(({ recordId }) =>
        derivationOf(cellParts(cell).measureId as MeasureId)?.needs.some((need) => need === recordId),
      ),
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
