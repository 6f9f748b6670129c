import { z } from 'zod'
import type { FacilityName } from '../../../db/queries/facilities.ts'
import { listFigureColumns, listFigures, listPlaceFigures } from '../../../db/queries/figures.ts'
import { emptyFigures } from '../../domain/engine/figure-series.ts'
import { DomainError } from '../../domain/errors.ts'
import { changesTold, comparableWithYearBefore } from '../../domain/indicators/changes.ts'
import type { Indicator } from '../../domain/indicators/define.ts'
import { describeIndicator } from '../../domain/indicators/describe.ts'
import { hardLimitsIn } from '../../domain/indicators/hard-limits.ts'
import { indicators as catalogue, findIndicator } from '../../domain/indicators/index.ts'
import { readingAt } from '../../domain/indicators/reading.ts'
import { standardisedFor } from '../../domain/indicators/standardised.ts'
import { standingOf } from '../../domain/indicators/standing.ts'
import { definitionIn } from '../../domain/indicators/versions.ts'
import { isPeriod, type Month, monthIndex, monthsFrom } from '../../domain/period.ts'
import type { FigureSeries } from '../../domain/series.ts'
import { viewOf } from '../../domain/suppression/view.ts'
import type { Figure } from '../../domain/value.ts'
import { explainFigure } from '../explain.ts'
import { type Context, permitted, router } from '../init.ts'
import { day, key, line, month, place } from '../inputs.ts'
import { ownThresholds } from '../own-thresholds.ts'
import { mustFindPlace, mustFindRegion, openFacilitiesIn } from '../places.ts'
import { type ReadColumn, readColumn } from '../read-column.ts'
import { recordsBehind } from '../records-behind.ts'

const indicatorId = line(100)

function mustFind(id: string) {
  const definition = findIndicator(id)
  if (!definition) throw new DomainError('NOT_FOUND', 'indicator.none')
  return definition
}

/** The definition that makes the figures of a month. */
const mustFindIn = (id: string, month: Month) => definitionIn(mustFind(id), monthIndex(month))

/** What the asker sees of facilities. */
const sightOf = ({ actor }: Context) => viewOf(actor).ofFacilities

interface SeriesOfPlace {
  indicatorId: string
  breakdown: string
  series: FigureSeries & { reporting?: number[]; expected?: number[] }
}

/** An indicator that nobody of the place ever reported: its readings say so. */
function unreported(indicatorId: string): SeriesOfPlace {
  return { indicatorId, breakdown: '', series: emptyFigures(0, -1) }
}

function read({ indicatorId, breakdown, series }: SeriesOfPlace, first: number, last: number) {
  const definition = mustFind(indicatorId)
  const readings = Array.from({ length: last - first + 1 }, (_, step) => readingAt(definition, series, first + step))
  const coverage = (counts: number[] | undefined) =>
    counts && readings.map((_, step) => counts[first + step - series.startMonth] ?? 0)
  return {
    indicatorId,
    breakdown,
    readings,
    reporting: coverage(series.reporting),
    expected: coverage(series.expected),
  }
}

/** Who is beyond one hard limit, facility by facility; one that did not report is counted as silent, not as nought. */
function breachesOf(definition: Indicator, facilities: readonly FacilityName[], column: ReadColumn | undefined) {
  const readings = column ? facilities.map((facility) => ({ facility, reading: column.readingOf(facility.id) })) : []
  const beyond = readings.flatMap(({ facility, reading: { verdict } }) =>
    verdict.verdict === 'breach' ? [{ facility, people: verdict.people }] : [],
  )
  const count = (isAmong: (state: Figure['state']) => boolean) =>
    readings.filter(({ reading: { figure } }) => isAmong(figure.state)).length
  return {
    indicatorId: definition.id,
    source: definition.thresholds.find((threshold) => threshold.level === 'breach')?.source,
    people: beyond.reduce((sum, one) => sum + one.people, 0),
    facilities: beyond,
    reporting: count((state) => state !== 'not-applicable' && state !== 'missing'),
    // Where nobody ever said anything, everybody is silent.
    expected: column ? count((state) => state !== 'not-applicable') : facilities.length,
  }
}

/** Definitions, and figures by place, month and group. */
export const indicators = router({
  list: permitted('indicator.read').query(() => catalogue.map(describeIndicator)),

  get: permitted('indicator.read')
    .input(z.strictObject({ indicator: indicatorId }))
    .query(({ input }) => describeIndicator(mustFind(input.indicator))),

  /** The thresholds that the country has set for itself beside those of the catalogue, those that ended too; which hold at a place, and since when. */
  thresholds: permitted('indicator.read')
    .input(z.strictObject({ indicator: indicatorId, place, month, from: month.optional(), to: month.optional() }))
    .query(({ ctx, input }) => ownThresholds(ctx, mustFind(input.indicator).id, input)),

  /** Readings of several indicators for every facility (of a region) in one month. */
  matrix: permitted('indicator.read')
    .input(z.strictObject({ month, indicators: z.array(indicatorId).min(1).max(40), region: key.optional() }))
    .query(async ({ ctx, input }) => {
      const definitions = input.indicators.map((id) => mustFindIn(id, input.month))
      const regionIds = input.region ? (await mustFindRegion(ctx, input.region, input.month)).below : undefined
      const at = monthIndex(input.month)
      const [facilities, figures] = await Promise.all([
        openFacilitiesIn(ctx, input.month, regionIds),
        listFigureColumns(ctx.tx, ctx.actor.facilities, { indicatorIds: input.indicators, month: at }, sightOf(ctx)),
      ])
      const columns = definitions.map((definition) => readColumn(definition, figures))
      return facilities.map((facility) => ({
        facility,
        readings: columns.map((column) => column.readingOf(facility.id)),
      }))
    }),

  /** Every hard limit in one month: how many people are beyond it, where, and of how many facilities that is known. */
  breaches: permitted('indicator.read')
    .input(z.strictObject({ month, region: key.optional() }))
    .query(async ({ ctx, input }) => {
      const region = input.region ? await mustFindRegion(ctx, input.region, input.month) : undefined
      const at = monthIndex(input.month)
      const hardLimits = hardLimitsIn(at)
      const ids = hardLimits.map((one) => one.id)
      const [facilities, figures] = await Promise.all([
        openFacilitiesIn(ctx, input.month, region?.below),
        listFigureColumns(ctx.tx, ctx.actor.facilities, { indicatorIds: ids, month: at }, sightOf(ctx)),
      ])
      const known = new Set(figures.map((column) => column.indicatorId))
      return hardLimits.map((definition) =>
        breachesOf(definition, facilities, known.has(definition.id) ? readColumn(definition, figures) : undefined),
      )
    }),

  /** How many facilities (of a region) have each verdict of each indicator in one month. */
  standing: permitted('indicator.read')
    .input(z.strictObject({ month, indicators: z.array(indicatorId).min(1).max(200), region: key.optional() }))
    .query(async ({ ctx, input }) => {
      const region = input.region ? await mustFindRegion(ctx, input.region, input.month) : undefined
      const filter = { indicatorIds: input.indicators, month: monthIndex(input.month) }
      const [facilities, figures] = await Promise.all([
        openFacilitiesIn(ctx, input.month, region?.below),
        listFigureColumns(ctx.tx, ctx.actor.facilities, filter, sightOf(ctx)),
      ])
      return input.indicators.map((indicator) => {
        const column = readColumn(mustFindIn(indicator, input.month), figures)
        return { indicator, standing: standingOf(facilities.map(({ id }) => column.readingOf(id))) }
      })
    }),

  /** What changed at the facilities (of a region) between a month and the same month a year before, chance apart, and of what. */
  changes: permitted('indicator.read')
    .input(z.strictObject({ month, region: key.optional() }))
    .query(async ({ ctx, input }) => {
      const region = input.region ? await mustFindRegion(ctx, input.region, input.month) : undefined
      const facilities = await openFacilitiesIn(ctx, input.month, region?.below)
      const at = monthIndex(input.month)
      const definitions = comparableWithYearBefore(at, facilities.length)
      const indicatorIds = definitions.map(({ id }) => id)
      const columnsOf = (month: number) =>
        listFigureColumns(ctx.tx, ctx.actor.facilities, { indicatorIds, month }, sightOf(ctx))
      const [before, after] = await Promise.all([columnsOf(at - 12), columnsOf(at)])
      const asked = definitions.flatMap((definition) => {
        const [then, now] = [readColumn(definition, before), readColumn(definition, after)]
        return facilities.map((place) => ({
          definition,
          place,
          before: then.readingOf(place.id).figure,
          after: now.readingOf(place.id).figure,
        }))
      })
      const { told, ...rest } = changesTold(asked)
      const named = told.map(({ definition, ...change }) => ({ ...change, indicatorId: definition.id }))
      return { ...rest, told: named, lookedAt: indicatorIds }
    }),

  /** Readings of some (or all) indicators of one place, month by month, groups included when asked for. */
  series: permitted('indicator.read')
    .input(
      z.strictObject({
        place,
        indicators: z.array(indicatorId).min(1).max(200).optional(),
        from: month,
        to: month,
        withGroups: z.boolean().default(false),
      }),
    )
    .query(async ({ ctx, input }) => {
      const found = await mustFindPlace(ctx, input.place, input.to)
      const [first, last] = [monthIndex(input.from), monthIndex(input.to)]
      if (!isPeriod({ first, last })) throw new DomainError('INVALID', 'month.range')
      const filter = { indicatorIds: input.indicators, breakdown: input.withGroups ? undefined : '', first, last }
      const rows: SeriesOfPlace[] =
        found.kind === 'facility'
          ? await listFigures(ctx.tx, ctx.actor.facilities, { ...filter, facilityIds: [found.id] }, sightOf(ctx))
          : await listPlaceFigures(ctx.tx, [found.id], filter, viewOf(ctx.actor))
      const known = new Map(rows.map((row) => [`${row.indicatorId}@${row.breakdown}`, row]))
      // A group of another indicator's breakdown is listed only where somebody reported it.
      const whole = (input.indicators ?? catalogue.map((one) => one.id)).map(
        (id) => known.get(`${id}@`) ?? unreported(id),
      )
      const groups = rows.filter((row) => row.breakdown !== '')
      return {
        place: found,
        months: monthsFrom(input.from, input.to),
        series: [...whole, ...groups].map((row) => read(row, first, last)),
      }
    }),

  /** One indicator of every open facility in one month, with its values in that month and the twelve before it. */
  compare: permitted('indicator.read')
    .input(
      z.strictObject({
        indicator: indicatorId,
        month,
        region: key.optional(),
        months: z.number().int().min(1).max(60).default(13),
      }),
    )
    .query(async ({ ctx, input }) => {
      const definition = mustFindIn(input.indicator, input.month)
      const region = input.region ? await mustFindRegion(ctx, input.region, input.month) : undefined
      const filter = { indicatorIds: [definition.id], month: monthIndex(input.month), before: input.months - 1 }
      const [facilities, figures] = await Promise.all([
        openFacilitiesIn(ctx, input.month, region?.below),
        listFigureColumns(ctx.tx, ctx.actor.facilities, filter, sightOf(ctx)),
      ])
      const column = readColumn(definition, figures, input.months)
      return facilities.map((facility) => ({
        facility,
        reading: column.readingOf(facility.id),
        values: column.valuesOf(facility.id),
      }))
    }),

  /** One indicator of every open facility in one month, with the groups of one of the breakdowns that hold everybody once. */
  byGroup: permitted('indicator.read')
    .input(z.strictObject({ indicator: indicatorId, month, region: key.optional(), by: z.enum(standardisedFor) }))
    .query(async ({ ctx, input }) => {
      const definition = mustFindIn(input.indicator, input.month)
      const region = input.region ? await mustFindRegion(ctx, input.region, input.month) : undefined
      const at = monthIndex(input.month)
      const filter = { indicatorIds: [definition.id], dimension: input.by, first: at, last: at }
      const [facilities, figures] = await Promise.all([
        openFacilitiesIn(ctx, input.month, region?.below),
        listFigures(ctx.tx, ctx.actor.facilities, filter, sightOf(ctx)),
      ])
      const known = new Map<string, { breakdown: string; figure: Figure }[]>(facilities.map(({ id }) => [id, []]))
      for (const { facilityId, breakdown, series } of figures)
        known.get(facilityId)?.push({ breakdown, figure: readingAt(definition, series, at).figure })
      return facilities.map((facility) => ({ facility, figures: known.get(facility.id) ?? [] }))
    }),

  /** Where one figure comes from: formula, counts, lines, files, certificates, revisions; and what it was known to be at the end of a day. */
  explain: permitted('indicator.read')
    .input(
      z.strictObject({
        indicator: indicatorId,
        facility: key,
        month,
        from: month.optional(),
        to: month.optional(),
        known: day.optional(),
      }),
    )
    .query(({ ctx, input: { indicator, ...asked } }) => explainFigure(ctx, mustFind(indicator), asked)),

  /** The rows of records that one figure of a facility was counted from, each with its file and line; who read them is written down. */
  records: permitted('record.read', { audited: true })
    .input(
      z.strictObject({
        indicator: indicatorId,
        facility: key,
        month,
        page: z.number().int().min(1).max(100_000).default(1),
      }),
    )
    .query(({ ctx, input }) => recordsBehind(ctx, mustFindIn(input.indicator, input.month), input)),
})
