import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { floatArraysTogether, floatsTogether, readFloatArrays, readFloats } from '../../db/arrays.ts'
import { freshDatabase } from '../support/database.ts'

const db = await freshDatabase()

test.each([
  ['float8[]', [1, null, 2.5, -3]],
  ['int2[]', [1, 0, -1]],
  ['int4[]', [7, null]],
  ['float8[]', []],
])('an array of %s comes back as it went in: an empty place is null, never "not a number"', async (type, values) => {
  const text = `{${values.map((value) => value ?? 'NULL').join(',')}}`
  const rows = await db.asSystem((tx) => tx.execute<{ v: unknown }>(sql`select ${text}::text::${sql.raw(type)} as v`))
  expect(rows[0]?.v).toEqual(values)
})

test('a slice of an array that begins later reads the same', async () => {
  const rows = await db.asSystem((tx) =>
    tx.execute<{ v: unknown }>(sql`select (array[1, null, 3]::float8[])[2:3] as v`),
  )
  expect(rows[0]?.v).toEqual([null, 3])
})

test('a column put together reads as it is, row by row: nought is nought, and an empty place is null', async () => {
  const values = [0, null, -0.1, 1 / 3, 1e300]
  const rows = await db.asSystem((tx) =>
    tx.execute<{ v: Buffer }>(sql`
      select ${floatsTogether(sql.identifier('n'))} as v from unnest('{0,NULL,-0.1,0.3333333333333333,1e300}'::float8[]) n`),
  )
  expect(readFloats(rows[0]!.v)).toEqual(values)
})

test('a column of arrays put together reads as it is: an empty array, an absent one and an empty place too', async () => {
  const rows = await db.asSystem((tx) =>
    tx.execute<{ v: Buffer }>(sql`
      select ${floatArraysTogether(sql.identifier('n'))} as v
      from (values ('{0,NULL,-0.1}'::float8[]), ('{}'), (null), ((array[9, 8, 1e300]::float8[])[2:3])) as t (n)`),
  )
  expect(readFloatArrays(rows[0]!.v)).toEqual([[0, null, -0.1], [], [], [8, 1e300]])
})
