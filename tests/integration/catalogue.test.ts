import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { countryId } from '../../db/queries/places.ts'
import { savePlaceSeries } from '../../db/queries/series.ts'
import { listCatalogue, printCatalogue } from '../../server/cli/catalogue.ts'
import { thresholdsCommand } from '../../server/cli/thresholds-command.ts'
import { systemActor } from '../../server/domain/access.ts'
import { emptyFigures, putFigure } from '../../server/domain/engine/figure-series.ts'
import { indicators } from '../../server/domain/indicators/index.ts'
import { monthIndex } from '../../server/domain/period.ts'
import { share } from '../../server/domain/statistics/fraction.ts'
import { readEnv } from '../../server/env.ts'
import { analyst, callAs } from '../support/call-as.ts'
import { freshDatabase } from '../support/database.ts'

const db = await freshDatabase()

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

describe('the country’s own thresholds at the terminal', () => {
  const settings = { DATA_DIR: db.dataDir, ...(db.databaseUrl ? { DATABASE_URL: db.databaseUrl } : {}) }
  const run = async (...args: string[]) => {
    const said: string[] = []
    const terminal = { stdout: { write: (text: string) => said.push(text) }, stderr: { write: () => {} } }
    await thresholdsCommand.run(args, readEnv(settings), terminal)
    return said.join('')
  }
  const law = [
    '--source',
    'national-law',
    '--cited',
    'Prison Act, section 4',
    '--from',
    '2024-01-01',
    '--by',
    'A director',
  ]
  const set = (...args: string[]) => run('set', 'occupancy-rate', '--level', 'serious', ...args)

  test('are set, listed, ended, and stand in the audit; what ended stays to be seen', async () => {
    const id = (await set('--above', '95', ...law)).trim()
    expect(await run('list')).toBe(
      `${id}\toccupancy-rate\tserious\tabove 95\tnational-law: Prison Act, section 4\tfrom 2024-01-01\tsigned A director\n`,
    )
    await run('end', id, '--on', '2024-06-01', '--by', 'Another')
    expect(await run('list')).toContain('from 2024-01-01 until 2024-06-01')
    const seen = await callAs(db, analyst).indicators.thresholds({ indicator: 'occupancy-rate' })
    expect(seen).toMatchObject([{ id, above: 95, until: '2024-06-01', signedBy: 'A director' }])
    const entries = await db.asSystem((tx) =>
      tx.execute<{ action: string }>(sql`select action from audit_entries where action like 'threshold.%' order by id`),
    )
    expect(entries.map(({ action }) => action)).toEqual(['threshold.set', 'threshold.end'])
  })

  test.each([
    ['a level that breaks a rule', ['--level', 'breach', '--above', '1', ...law], 'threshold.level'],
    ['a source of the United Nations', ['--above', '95', ...law, '--source', 'nmr-12.1'], 'threshold.source'],
    ['a bound that is no number', ['--above', 'many', ...law], 'threshold.bounds'],
    ['no name under it', ['--above', '95', ...law, '--by', ' '], 'threshold.signed'],
    ['a day that is none', ['--above', '95', ...law, '--from', '2024-02-30'], 'day.malformed'],
  ])('%s is refused, and nothing is written', async (_what, args, messageId) => {
    const before = await run('list')
    await expect(set(...args)).rejects.toMatchObject({ messageId })
    expect(await run('list')).toBe(before)
  })

  test('what does not run cannot be ended', async () => {
    const id = (await set('--above', '96', ...law)).trim()
    const end = (on: string) => run('end', id, '--on', on, '--by', 'A director')
    await expect(end('2023-12-31')).rejects.toMatchObject({ messageId: 'threshold.none' })
    await end('2024-03-01')
    await expect(end('2024-04-01')).rejects.toMatchObject({ messageId: 'threshold.none' })
  })
})
