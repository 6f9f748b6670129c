import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { countryId } from '../../db/queries/places.ts'
import { savePlaceSeries } from '../../db/queries/series.ts'
import { facilities, facilityVersions, regions, regionVersions } from '../../db/schema/index.ts'
import { listCatalogue, printCatalogue } from '../../server/cli/catalogue.ts'
import { thresholdsCommand } from '../../server/cli/thresholds-command.ts'
import { type Actor, systemActor } from '../../server/domain/access.ts'
import { emptyFigures, putFigure } from '../../server/domain/engine/figure-series.ts'
import { indicators } from '../../server/domain/indicators/index.ts'
import { type Month, monthIndex } from '../../server/domain/period.ts'
import { share } from '../../server/domain/statistics/fraction.ts'
import { readEnv } from '../../server/env.ts'
import type { PlaceInput } from '../../server/trpc/inputs.ts'
import { analyst, callAs } from '../support/call-as.ts'
import { freshDatabase } from '../support/database.ts'

const db = await freshDatabase()

const [north, mine, other] = [v7(), v7(), v7()]
const director: Actor = { userId: v7(), role: 'facility-director', bodyId: null, facilities: [mine] }

const seenBy = async (as: Actor, month: Month, place: PlaceInput = { country: true }) =>
  (await callAs(db, as).indicators.thresholds({ indicator: 'occupancy-rate', place, month })).thresholds

const list = () => db.asActor(systemActor, listCatalogue)
const find = async (id: string) => (await list()).find((row) => row.id === id)

test('an empty installation lists every indicator, each with its reason', async () => {
  const rows = await list()
  expect(rows.map((row) => row.id)).toEqual(indicators.map(({ id }) => id))
  expect(new Set(rows.map((row) => row.reading.figure.state))).toEqual(new Set(['missing']))
  expect(await find('occupancy-rate')).toMatchObject({
    madeOf: 'both',
    reading: { figure: { reason: 'not-reported' } },
  })
  expect(await find('volunteers-rate')).toMatchObject({
    madeOf: 'events',
    reading: { figure: { reason: 'not-from-returns' } },
  })
  expect(await find('recommendations-verified')).toMatchObject({ madeOf: 'inspectorate' })
})

test('the latest month with a value counts, not the last one', async () => {
  const first = monthIndex('2024-01')
  const series = emptyFigures(first, first + 2)
  putFigure(series, 0, share(90, 100))
  putFigure(series, 1, share(120, 80))
  const counts = { reporting: [1, 1, 0], expected: [1, 1, 1], totals: [], absent: [] }
  const row = {
    placeKind: 'country',
    placeId: countryId,
    indicatorId: 'occupancy-rate',
    breakdown: '',
    version: 1,
  } as const
  await db.asSystem((tx) => savePlaceSeries(tx, [{ ...row, series: { ...series, ...counts } }]))

  const occupancy = await find('occupancy-rate')
  expect(occupancy).toMatchObject({
    month: '2024-02',
    reading: { figure: { value: 150 }, verdict: { level: 'critical' } },
  })
  // Who never reported anything is looked at in the last month of the installation.
  expect(await find('deaths-rate')).toMatchObject({ month: '2024-03', reading: { figure: { reason: 'not-reported' } } })

  const table = printCatalogue(await list())
  expect(table).toMatch(/^occupancy-and-conditions +occupancy-rate +both +2024-02 +150 percent-of-places$/m)
  expect(table).toMatch(
    /^complaints-and-oversight +recommendations-verified +inspectorate +2024-03 +none: not-from-returns$/m,
  )
  expect(table).toContain(`${indicators.length} indicators: `)
  expect(table).toContain('1 with a value')
})

test.each<[string, Month, Month]>([
  ['that ends before it begins', '2024-03', '2024-01'],
  ['of more than fifty years', '1960-01', '2024-01'],
])('a period %s is refused, of figures and of what thresholds changed in it', async (_name, from, to) => {
  const { indicators: api } = callAs(db, analyst)
  const place = { country: true } as const
  const refusal = { code: 'BAD_REQUEST', message: 'month.range' }
  await expect(api.series({ place, indicators: ['occupancy-rate'], from, to })).rejects.toMatchObject(refusal)
  await expect(
    api.thresholds({ indicator: 'occupancy-rate', place, month: '2024-01', from, to }),
  ).rejects.toMatchObject(refusal)
})

describe('the country’s own thresholds at the terminal', () => {
  const settings = { DATA_DIR: db.dataDir, ...(db.databaseUrl ? { DATABASE_URL: db.databaseUrl } : {}) }
  const run = async (...args: string[]) => {
    const said: string[] = []
    const terminal = { stdout: { write: (text: string) => said.push(text) }, stderr: { write: () => {} } }
    await thresholdsCommand.run(args, readEnv(settings), terminal)
    return said.join('')
  }
  const signed = ['--by', 'A director', '--for', 'Ministry of Justice']
  const law = ['--source', 'national-law', '--cited', 'Prison Act, section 4', '--from', '2024-01-01', ...signed]
  const set = (...args: string[]) => run('set', 'occupancy-rate', '--level', 'serious', ...args)

  test('are set, listed, ended, and stand in the audit; what ended stays to be seen', async () => {
    const id = (await set('--above', '95', ...law)).trim()
    expect(await run('list')).toBe(
      `${id}\toccupancy-rate\tcountry\tserious\tabove 95\tnational-law: Prison Act, section 4\tfrom 2024-01-01\tsigned A director, Ministry of Justice\n`,
    )
    await run('end', id, '--on', '2024-06-01', '--by', 'Another')
    expect(await run('list')).toContain('from 2024-01-01 until 2024-06-01')
    const ended = { id, above: 95, until: '2024-06-01', endedBy: 'Another', signedBy: 'A director' }
    expect(await seenBy(analyst, '2024-05')).toMatchObject([{ ...ended, holds: true }])
    expect(await seenBy(analyst, '2024-06')).toMatchObject([{ ...ended, holds: false }])
    const entries = await db.asSystem((tx) =>
      tx.execute<{ action: string }>(sql`select action from audit_entries where action like 'threshold.%' order by id`),
    )
    expect(entries.map(({ action }) => action)).toEqual(['threshold.set', 'threshold.end'])
  })

  test('are replaced by the next, and withdrawn where one was a mistake; both stay to be seen', async () => {
    const later = (from: string) => [...law, '--from', from]
    const first = (await set('--above', '90', ...later('2024-07-01'))).trim()
    const second = (await set('--above', '92', ...later('2025-01-01'))).trim()
    expect(await seenBy(analyst, '2025-01')).toMatchObject([
      { holds: false },
      { id: first, until: '2025-01-01', endedBy: 'A director', holds: false },
      { id: second, until: null, holds: true },
    ])
    await expect(set('--above', '93', ...later('2025-01-01'))).rejects.toMatchObject({ messageId: 'threshold.overlap' })
    await expect(run('withdraw', second, '--by', 'A director')).rejects.toMatchObject({ messageId: 'threshold.why' })
    await run('withdraw', second, '--by', 'A director', '--because', 'The law says 93')
    await expect(run('end', second, '--on', '2025-06-01', '--by', 'N')).rejects.toMatchObject({
      messageId: 'threshold.none',
    })
    await set('--above', '93', ...later('2025-01-01'))
    expect(await run('list')).toContain('withdrawn by A director: The law says 93')
    expect((await seenBy(analyst, '2025-01')).filter(({ holds }) => holds)).toMatchObject([{ above: 93 }])
  })

  test('of a region or a facility hold there before the country’s; of a facility only its readers are told', async () => {
    await db.asSystem(async (tx) => {
      await tx.insert(regions).values({ id: north, key: 'north', createdAt: new Date() })
      await tx.insert(regionVersions).values({ regionId: north, name: 'North', validFrom: '2015-01-01' })
      for (const [id, key] of [
        [mine, 'mine'],
        [other, 'other'],
      ] as const) {
        await tx.insert(facilities).values({ id, key, createdAt: new Date() })
        const version = { name: key, regionId: north, timezone: 'UTC', validFrom: '2015-01-01', recordedAt: new Date() }
        await tx.insert(facilityVersions).values({ facilityId: id, ...version })
      }
    })
    await set('--above', '85', '--region', 'north', ...law)
    await set('--above', '80', '--facility', 'other', ...law)
    const holding = async (as: Actor, place: PlaceInput) =>
      (await seenBy(as, '2025-03', place)).filter(({ holds }) => holds).map(({ above, place }) => [above, place.key])
    expect(await holding(analyst, { country: true })).toEqual([[93, undefined]])
    expect(await holding(analyst, { region: 'north' })).toEqual([[85, 'north']])
    expect(await holding(analyst, { facility: 'other' })).toEqual([[80, 'other']])
    expect(await holding(director, { facility: 'mine' })).toEqual([[85, 'north']])
    const all = (as: Actor) => seenBy(as, '2025-03').then((rows) => rows.map(({ above }) => above).toSorted())
    expect(await all(analyst)).toEqual([80, 85, 90, 92, 93, 95])
    expect(await all(director)).toEqual([85, 90, 92, 93, 95])
  })

  test.each([
    ['a level that breaks a rule', ['--level', 'breach', '--above', '1', ...law], 'threshold.level'],
    ['a source of the United Nations', ['--above', '95', ...law, '--source', 'nmr-12.1'], 'threshold.source'],
    ['a bound that is no number', ['--above', 'many', ...law], 'threshold.bounds'],
    ['no name under it', ['--above', '95', ...law, '--by', ' '], 'threshold.signed'],
    ['no body for it', ['--above', '95', ...law, '--for', ''], 'threshold.signed'],
    ['two places at once', ['--above', '95', ...law, '--facility', 'mine', '--region', 'north'], 'threshold.place'],
    ['a place that there is none of', ['--above', '95', ...law, '--facility', 'nowhere'], 'facility.none'],
    ['a day that is none', ['--above', '95', ...law, '--from', '2024-02-30'], 'day.malformed'],
  ])('%s is refused, and nothing is written', async (_what, args, messageId) => {
    const before = await run('list')
    await expect(set(...args)).rejects.toMatchObject({ messageId })
    expect(await run('list')).toBe(before)
  })

  test('a breach of a rule cannot be called anything less', async () => {
    const less = ['set', 'solitary-over-15-days', '--level', 'within', '--at-most', '5', ...law]
    await expect(run(...less)).rejects.toMatchObject({ messageId: 'threshold.hard-limit' })
  })

  test('what does not run cannot be ended', async () => {
    const id = (await run('set', 'occupancy-rate', '--level', 'critical', '--above', '130', ...law)).trim()
    const end = (on: string) => run('end', id, '--on', on, '--by', 'A director')
    await expect(end('2023-12-31')).rejects.toMatchObject({ messageId: 'threshold.none' })
    await end('2024-03-01')
    await expect(end('2024-04-01')).rejects.toMatchObject({ messageId: 'threshold.none' })
  })
})
