import { getTableName, isTable } from 'drizzle-orm'
import { expect, test } from 'vitest'
import * as schema from '../../db/schema/index.ts'
import { tableWalls } from '../support/table-walls.ts'

test('every table says in tests/support/table-walls.ts what stands between its rows and a visitor', () => {
  const tables = Object.values(schema).flatMap((one) => (isTable(one) ? [getTableName(one)] : []))
  expect(Object.keys(tableWalls).sort()).toEqual(tables.toSorted())
})
