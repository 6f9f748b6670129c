import { expect, test } from 'vitest'
import { countryId } from '../../db/queries/places.ts'
import { savePlaceSeries } from '../../db/queries/series.ts'
import { listCatalogue, printCatalogue } from '../../server/cli/catalogue.ts'
import { systemActor } from '../../server/domain/access.ts'
import { emptyFigures, putFigure } from '../../server/domain/engine/figure-series.ts'
import { indicators } from '../../server/domain/indicators/index.ts'
import { monthIndex } from '../../server/domain/period.ts'
import { share } from '../../server/domain/statistics/fraction.ts'
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
  const counts = { reporting: [1, 1, 0], expected: [1, 1, 1], totals: [] }
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
