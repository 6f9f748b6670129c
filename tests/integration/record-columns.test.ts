import { sql } from 'drizzle-orm'
import { v4 } from 'uuid'
import { expect, test } from 'vitest'
import { loadFacilityRecords } from '../../db/queries/records.ts'
import { storedRecords, tableOfRecord } from '../../db/schema/records.ts'
import { columnsBuilder, type RecordColumns } from '../../server/domain/kernels/columns.ts'
import { codeLists } from '../../server/domain/records/codes.ts'
import type { Field } from '../../server/domain/records/define.ts'
import { isSurrogate } from '../../server/domain/records/index.ts'
import { freshDatabase } from '../support/database.ts'

const db = await freshDatabase()
const [place, other, day] = [v4(), v4(), 19_782]
/** Of each kind a value as SQL has it, and as the builder of columns takes it from a file. */
const values: Record<Field['kind'], (field: Field) => [string, string | number | boolean | string[]]> = {
  key: () => [`'North 1'`, 'North 1'],
  code: ({ list }) => ['1', codeLists[list!][1]!],
  codes: ({ list }) => [`'{0,2}'`, [codeLists[list!][0]!, codeLists[list!][2]!]],
  'yes-no': () => ['true', true],
  count: () => ['70001', 70_001],
  decimal: () => ['-8.1', -8.1],
  day: () => [`'2024-02-29'`, day],
  // A moment before 1970, with parts of a millisecond.
  moment: () => [`'1969-12-31 23:59:59.123456Z'`, -876.544],
  month: () => [`'2024-05-01'`, '2024-05'],
  quarter: () => [`'2024-Q2'`, '2024-Q2'],
  token: () => [`'a-b'`, 'a-b'],
  text: () => [`'Ä "b", {c}'`, 'Ä "b", {c}'],
}
const types = storedRecords.filter(({ level }) => level !== 'system')
const facts = ({ rows, keys, columns }: RecordColumns) => ({ rows, keys, columns })

/** A row with everything in it and one with keys alone, each of a person of its own; of whoever is held in both places. */
async function addRows(facilityId: string): Promise<void> {
  for (const entry of types)
    for (const [line, isFull] of [true, false].entries()) {
      const cells = Object.entries(entry.fields).flatMap(([name, field]) => {
        if (field.kind === 'key' && isSurrogate(entry, name, field)) return [[`"${name}"`, `md5('${line}')::uuid`]]
        return isFull ? [[`"${name}"`, values[field.kind](field)[0]]] : []
      })
      const columns = ['facility_id', 'id', 'import_id', 'line', ...cells.map(([name]) => name)]
      const given = [
        `'${facilityId}'`,
        `'${idOf(facilityId, line)}'`,
        `'${v4()}'`,
        line,
        ...cells.map((cell) => cell[1]),
      ]
      const rows = `insert into ${tableOfRecord(entry.id)} (${columns}) values (${given})`
      await db.asSystem((tx) => tx.execute(sql.raw(rows)))
    }
}
const idOf = (facilityId: string, line: number) => `${facilityId.slice(0, -1)}${line}`

test('every field of every type is read as it is kept, of a facility and of its people elsewhere', async () => {
  const built = columnsBuilder(place, 'UTC')
  for (const facilityId of [place, other]) await addRows(facilityId)
  const loaded = await db.asSystem((tx) => loadFacilityRecords(tx, { id: place, timeZone: 'UTC' }))
  for (const entry of types)
    for (const facilityId of loaded.types[entry.id]!.rows > 2 ? [place, other] : [place])
      for (const [line, isFull] of [true, false].entries()) {
        const cells = Object.entries(entry.fields).map(([name, field]) => {
          if (field.kind === 'key' && isSurrogate(entry, name, field)) return [name, `key ${line}`]
          return [name, isFull ? values[field.kind](field)[1] : null]
        })
        built.add(entry.id, { ...Object.fromEntries(cells), facility_id: facilityId, id: idOf(facilityId, line) })
      }
  const expected = built.done()
  for (const { id } of types) {
    const [had, wanted] = [loaded.types[id]!, expected.types[id]!]
    expect(facts(had), id).toEqual(facts(wanted))
    const ids = Array.from({ length: wanted.rows }, (_, row) => row)
    expect(ids.map((row) => had.idOf(row))).toEqual(ids.map((row) => wanted.idOf(row)))
  }
  const ofPeople = types.filter(({ id }) => loaded.types[id]!.rows > 2).map(({ id }) => id)
  expect(ofPeople).toEqual(expect.arrayContaining(['stay', 'person', 'placement_day', 'participation', 'programme']))
  // The same people asked for by the days on which they were held: rows of theirs, in the same order.
  const span = { from: '1969-12-01', to: '1970-02-01' }
  const some = await db.asSystem((tx) =>
    loadFacilityRecords(tx, { id: place, timeZone: 'UTC' }, ['stay', 'person'], span),
  )
  expect(some.types.stay!.rows).toBe(2)
})
