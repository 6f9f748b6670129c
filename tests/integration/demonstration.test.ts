import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { listFigureColumns, listFigures, listLastValues } from '../../db/queries/figures.ts'
import { listMeasureSeries } from '../../db/queries/series.ts'
import { storedRecords, tableOfRecord } from '../../db/schema/records.ts'
import { demonstration } from '../../seeds/demonstration.ts'
import { returnColumns } from '../../seeds/synthetic/columns.ts'
import { demonstrationPlan } from '../../seeds/synthetic/demonstration-files.ts'
import type { Sink } from '../../seeds/synthetic/records/book.ts'
import { writeNational } from '../../seeds/synthetic/records/national.ts'
import { keptSince, periodsSince } from '../../seeds/synthetic/records/periods.ts'
import { drawReturns } from '../../seeds/synthetic/returns.ts'
import { systemActor } from '../../server/domain/access.ts'
import { indicators } from '../../server/domain/indicators/index.ts'
import { derivationOf } from '../../server/domain/kernels/index.ts'
import type { MeasureId } from '../../server/domain/measures/index.ts'
import { monthIndex } from '../../server/domain/period.ts'
import { grades, stateCode, valueAt } from '../../server/domain/series.ts'
import type { Sight } from '../../server/domain/suppression/view.ts'
import { startInstallation } from '../../server/services/first-start.ts'
import { callAs } from '../support/call-as.ts'
import { freshDatabase } from '../support/database.ts'
import { drawnApart } from '../support/drawn-apart.ts'

const db = await freshDatabase()
const request = {
  isEmpty: false,
  countryName: '',
  timezone: 'UTC',
  clock: () => new Date('2026-05-01T00:00:00Z'),
}

/** It is there already where the product's own first starts loaded it, and is loaded here otherwise. */
beforeAll(async () => {
  await startInstallation(db, demonstration, { ...request, onProgress: () => undefined })
}, 600_000)

async function facilityId(key: string): Promise<string> {
  const rows = await db.asSystem((tx) =>
    tx.execute<{ id: string }>(
      sql`select facility_id as id from facility_keys where source = 'prison-service' and key = ${key}`,
    ),
  )
  return rows[0]!.id
}

async function measureOf(key: string, measureId: string, month: `${number}-${number}`, breakdown = '') {
  const id = await facilityId(key)
  const rows = await db.asSystem((tx) => listMeasureSeries(tx, [id]))
  const row = rows.find((one) => one.measureId === measureId && one.breakdown === breakdown)
  return valueAt(row?.series, monthIndex(month))
}

/** The figures of a month by facility and indicator, and of the twelve before it: as columns, and as series. */
async function bothWays(sight: Sight, month: number) {
  const indicatorIds = indicators.map(({ id }) => id)
  const [columns, series, last] = await db.asSystem(async (tx) => [
    await listFigureColumns(tx, 'all', { indicatorIds, month, before: 12 }, sight),
    await listFigures(tx, 'all', { indicatorIds, breakdown: '', first: month - 12, last: month }, sight),
    await listLastValues(tx, 'all', { indicatorIds, month, before: 12 }, sight),
  ])
  const asColumns = columns.flatMap(({ indicatorId, facilityIds, figures, trend }) =>
    facilityIds.map((id, place) => [`${indicatorId} ${id}`, trend[place], figures.states[place]]),
  )
  const months = Array.from({ length: 13 }, (_, step) => month - 12 + step)
  const asSeries = series.map(({ indicatorId, facilityId, series: one }) => [
    `${indicatorId} ${facilityId}`,
    months.map((at) => one.figures[at - one.startMonth] ?? null),
    one.states[month - one.startMonth] ?? stateCode('missing'),
  ])
  const lastOf = last.flatMap(({ indicatorId, facilityIds, values }) =>
    facilityIds.map((id, place) => [`${indicatorId} ${id}`, values[place]]),
  )
  const known = new Set(asColumns.map(([key]) => key))
  const inOrder = (rows: unknown[][]) => rows.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
  return {
    columns: inOrder(asColumns),
    last: inOrder(lastOf),
    series: inOrder(asSeries.filter(([key]) => known.has(key as string))),
  }
}

describe('the demonstration', () => {
  test('is whole, and a next start loads nothing', async () => {
    expect(await demonstration.isWhole(db)).toBe(true)
    const again: number[] = []
    const now = await startInstallation(db, demonstration, { ...request, onProgress: (share) => again.push(share) })
    expect(again).toEqual([])
    expect(now()).toEqual(new Date('2026-03-12T09:00:00Z'))
  })

  // Twelve months before September 2023 no figures had begun.
  test.each(['2026-02', '2024-01', '2023-09'] as const)(
    'figures of %s read as columns are those of the series, withheld ones too',
    async (month) => {
      for (const sight of ['all', 'protected'] as const) {
        const { columns, last, series } = await bothWays(sight, monthIndex(month))
        expect(columns.length).toBeGreaterThan(500)
        expect(columns).toEqual(series)
        const lastSaid = (values: (number | null)[]) => values.findLast((value) => value !== null) ?? null
        expect(last).toEqual(series.map(([key, values]) => [key, lastSaid(values as (number | null)[])]))
      }
    },
  )

  test('came in without a refused row, each file once', async () => {
    const rows = await db.asSystem((tx) =>
      tx.execute<{ name: string; bad: number; times: number }>(
        sql`select file_name as name, sum(rows_bad)::int as bad, count(*)::int as times from imports group by 1`,
      ),
    )
    expect(rows.filter(({ bad, times }) => bad > 0 || times > 1)).toEqual([])
    expect(rows.length).toBeGreaterThan(12)
  })

  test('gives the country what its facilities hold, missing months left out', async () => {
    const column = returnColumns('core').find(({ name }) => name === 'pop_closing')!
    const expected = new Map<string, { held: number; reporting: number }>()
    const drawnRows = new Map<string, number>()
    const sink: Sink = {
      from: periodsSince(demonstrationPlan.first),
      take: (_facility, recordId) => drawnRows.set(recordId, (drawnRows.get(recordId) ?? 0) + 1),
    }
    writeNational(demonstrationPlan.seed, sink)
    for (const { at, filing, answer } of drawReturns(demonstrationPlan, sink)) {
      const month = expected.get(at.month) ?? { held: 0, reporting: 0 }
      if (filing?.filing === 'never') continue
      expected.set(at.month, { held: month.held + Number(answer(column)), reporting: month.reporting + 1 })
    }
    const found = await db.asSystem((tx) =>
      tx.execute<{ month: string; held: number; reporting: number }>(sql`
        select to_char(month, 'YYYY-MM') as month, sum(amount)::int as held, count(*)::int as reporting from return_lines
        where measure_id = 'pop_closing' and breakdown = '' and superseded_at is null group by 1`),
    )
    expect(new Map(found.map(({ month, ...rest }) => [month, rest]))).toEqual(expected)
    expect(expected.get('2026-02')!.reporting).toBe(29)
    // And every record that was drawn beside them is a current row of its type.
    const kept = storedRecords.map(
      ({ id }) =>
        sql`select ${id} as id, count(*)::int as rows from ${sql.identifier(tableOfRecord(id))} where superseded_at is null`,
    )
    const rows = await db.asSystem((tx) => tx.execute<{ id: string; rows: number }>(sql.join(kept, sql` union all `)))
    expect(new Map(rows.map(({ id, rows }) => [id, rows]))).toEqual(new Map([...drawnRows].sort()))
    expect(Math.min(...drawnRows.values())).toBeGreaterThan(0)
  })

  test('counts what records give where they cover a month, and keeps the return of that month beside', async () => {
    const places = await db.asSystem((tx) =>
      tx.execute<{ key: string; events: number; returns: number }>(sql`
        select k.key, count(*) filter (where grade = ${grades.indexOf('events')})::int as events,
          count(*) filter (where grade = ${grades.indexOf('return')})::int as returns
        from measure_series s join facility_keys k on k.facility_id = s.facility_id and k.source = 'prison-service',
          unnest(s.grades) with ordinality as g(grade, place)
        where s.measure_id = 'pop_closing' and s.breakdown = ''
          and s.start_month + place - 1 >= ${monthIndex(keptSince('stay'))} group by 1`),
    )
    const months = monthIndex(demonstrationPlan.last) - monthIndex(keptSince('stay')) + 1
    const gaps = new Set(['QUE-04', 'TIR-04'])
    for (const { key, events, returns } of places.filter((one) => !gaps.has(one.key)))
      expect([key, events, returns]).toEqual(demonstrationPlan.recorded!.has(key) ? [key, months, 0] : [key, 0, months])
  })

  test('records and returns say the same, but for the scenarios and what is counted apart', async () => {
    const rows = await db.asSystem((tx) =>
      tx.execute<{ id: MeasureId; key: string; months: number; apart: number }>(sql`
        with a as (select facility_id, measure_id, breakdown, start_month + place - 1 as month, amount
            from derived_series, unnest(amounts) with ordinality as u(amount, place) where amount is not null),
          b as (select facility_id, measure_id, breakdown, amount,
              (extract(year from month) * 12 + extract(month from month) - 1)::int as month
            from return_lines where superseded_at is null and amount is not null and breakdown = '')
        select a.measure_id as id, k.key, count(*)::int as months,
          count(*) filter (where abs(a.amount - b.amount) > greatest(0.06, 0.0002 * b.amount))::int as apart
        from a join b using (facility_id, measure_id, breakdown, month)
        join facility_keys k on k.facility_id = a.facility_id and k.source = 'prison-service' group by 1, 2`),
    )
    expect(rows.reduce((sum, { months }) => sum + months, 0)).toBeGreaterThan(20_000)
    expect(rows.filter(({ id }) => derivationOf(id) === undefined)).toEqual([])
    // Copied returns, and a clock that is set back across a transfer.
    const apart = rows.filter(
      ({ id, key, apart }) => apart > 0 && !(key === 'TIR-03' || (/^OST-0[12]/.test(key) && id.startsWith('sol_'))),
    )
    // The return knows of fewer people than sexes among those who harmed themselves; and it counts the thirty days after solitary
    // by the day, the records by the hour.
    const once: Partial<Record<string, string[]>> = {
      self_harm_persons: ['KEL-03', 'QUE-01'],
      sol_release_direct: ['KEL-02'],
    }
    for (const [id, keys] of Object.entries(once))
      expect([id, apart.filter((one) => one.id === id).map(({ key }) => key)]).toEqual([id, keys])
    expect([...new Set(apart.map(({ id }) => id))].filter((id) => !(id in once)).sort()).toEqual(
      Object.keys(drawnApart).sort(),
    )
    const hidden = rows.filter(({ id, key }) => id === 'sol_over15' && /^OST-0[12]/.test(key))
    expect(hidden.map(({ apart }) => apart > 5)).toEqual([true, true])
    expect(rows.find(({ id, key }) => id === 'pop_closing' && key === 'TIR-03')!.apart).toBeGreaterThan(0)
  })

  test('shows a return that did not come as missing', async () => {
    expect(await measureOf('QUE-04', 'pop_closing', '2026-02')).toMatchObject({ state: 'missing' })
    expect(await measureOf('TIR-04', 'pop_closing', '2024-08')).toMatchObject({ state: 'missing' })
    expect(await measureOf('OST-04', 'pop_closing', '2026-01')).toMatchObject({ state: 'counted' })
    expect(await measureOf('DOR-01', 'pregnant_closing', '2026-02')).toEqual({ state: 'not-applicable' })
  })

  test('keeps what the corrected return said first', async () => {
    const id = await facilityId('SUL-02')
    const lines = await db.asSystem((tx) =>
      tx.execute<{ amount: number; is_current: boolean; file: string }>(sql`
        select l.amount, l.superseded_at is null as is_current, i.file_name as file from return_lines l join imports i on i.id = l.import_id
        where l.facility_id = ${id}::uuid and l.measure_id = 'sol_over15' and l.breakdown = '' and l.month = '2025-12-01' order by l.recorded_at`),
    )
    expect(lines.map(({ amount, is_current }) => [amount > 0, is_current])).toEqual([
      [false, false],
      [true, true],
    ])
    expect(lines[1]!.file).toBe('core-2025-12-corrected.csv')
  })

  test('takes the certificate in force as capacity', async () => {
    expect(await measureOf('TIR-01', 'capacity_certified', '2025-06')).toEqual({ state: 'counted', value: 510 })
    expect(await measureOf('TIR-01', 'capacity_certified', '2025-07')).toEqual({ state: 'counted', value: 620 })
  })

  describe('what looks odd is asked about, and what does not add up is said', () => {
    const noted = (key: string, month: `${number}-${number}`) =>
      callAs(db, systemActor, new Date('2026-03-12T09:00:00Z')).facilities.get({ facility: key.toLowerCase(), month })

    test('the site that is too quiet: a year of noughts, and how unlikely', async () => {
      const { quality } = await noted('SUL-01', '2026-02')
      const silences = quality.notes.filter(({ checkId }) => checkId === 'zero-run')
      expect(silences.map(({ cells }) => cells[0]).sort()).toEqual([
        'assaults_pp',
        'complaints_received',
        'disc_cases',
        'force_uses',
        'self_harm_events',
      ])
      for (const { months, level, probability } of silences) {
        expect([months, level]).toEqual([12, 'question'])
        expect(probability).toBeLessThan(1e-6)
      }
    })

    test('returns that were copied forward, which also do not follow from the month before', async () => {
      const { notes } = (await noted('TIR-03', '2025-12')).quality
      expect(notes.filter(({ checkId }) => checkId === 'X02' || checkId === 'copied-forward')).toMatchObject([
        { checkId: 'X02', level: 'error', cells: ['pop_opening', 'pop_closing'] },
        { checkId: 'copied-forward', level: 'question', months: 4 },
      ])
      // What was copied is not what the records of the month count.
      expect(notes.filter(({ checkId }) => checkId === 'X32').length).toBeGreaterThan(20)
      expect((await noted('TIR-03', '2026-01')).quality.notes.map(({ checkId }) => checkId)).not.toContain(
        'copied-forward',
      )
    })

    test('where to look counts of a facility what its own page lists', async () => {
      const api = callAs(db, systemActor, new Date('2026-03-12T09:00:00Z'))
      const { facilities } = await api.questions.raised({ month: '2026-02' })
      const quiet = facilities.find(({ facility }) => facility.key === 'sul-01')
      const { notes, both } = (await noted('SUL-01', '2026-02')).quality
      expect(notes.filter(({ level, checkId }) => level !== 'question' && checkId !== 'X32')).toEqual([])
      expect(quiet).toMatchObject({ failing: 0, asked: ['zero-run'] })
      // Of the counts that both say; a group that differs is not counted beside its whole.
      const apart = both.filter(({ events, returned }) => events !== returned)
      expect(quiet?.differing).toBeGreaterThan(0)
      expect(quiet?.differing).toBeLessThanOrEqual(apart.length)
    })

    test('places without floor, from the month of the certificate', async () => {
      const of = async (month: `${number}-${number}`) => (await noted('TIR-01', month)).quality.notes
      expect(await of('2025-07')).toMatchObject([{ checkId: 'capacity-without-area', expected: 440 }])
      expect(await of('2025-06')).toEqual([])
    })

    test('when a return came', async () => {
      expect((await noted('OST-04', '2026-01')).quality.returnedAt).toMatch(/^2026-03-09/)
      expect((await noted('QUE-04', '2026-02')).quality.returnedAt).toBeNull()
    })

    /** Which facilities are noted, in how many months, by level. */
    const askedOf = async (level: string) => {
      const rows = await db.asSystem((tx) =>
        tx.execute<{ check: string; key: string; months: number }>(sql`
          select n.check_id as check, f.key, count(distinct n.month)::int as months from quality_notes n
          join facilities f on f.id = n.facility_id where n.ended_at is null and n.level = ${level} group by 1, 2 order by 1, 2`),
      )
      return rows.map(({ check, key, months }) => [`${check} ${key}`, months] as const)
    }

    test('few are asked: where something happens on purpose, and once by chance in thirty facilities and three years', async () => {
      const asked = await askedOf('question')
      expect(asked.filter(([, months]) => months > 1).map(([what]) => what)).toEqual([
        'capacity-without-area tir-01',
        'copied-forward tir-03',
        // Whoever is sent to the neighbour on the fifteenth day ends here on it.
        'just-under-a-limit ost-01',
        'just-under-a-limit ost-02',
        'just-under-a-limit que-02',
        'late-entries tir-03',
        'moved-denominator tir-02',
        'zero-run sul-01',
      ])
      expect(asked.filter(([, months]) => months === 1).length).toBeLessThan(3)
    })

    test('of the checks of records and returns few fail at places that live an ordinary life', async () => {
      const failing = (await askedOf('error')).map(([what]) => what)
      expect(failing.filter((what) => !what.endsWith('tir-03')).length).toBeLessThan(5)
    })
  })
})
