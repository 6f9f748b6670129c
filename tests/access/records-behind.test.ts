import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import { listRecordsBehind } from '../../db/queries/records-behind.ts'
import { codePlace, facilities, imports } from '../../db/schema/index.ts'
import { type Actor, permissionsOf, type Role, roles } from '../../server/domain/access.ts'
import type { RecordId } from '../../server/domain/records/index.ts'
import { freshDatabase } from '../support/database.ts'

const db = await freshDatabase()
const [mine, other, importId] = [v7(), v7(), v7()]
const now = new Date('2026-01-05T08:00:00Z')
const asked: RecordId[] = ['stay', 'complaint', 'inspection_visit', 'regime_day']
/** Rows by the name that the test gives them. */
const ids: Record<string, string> = {}

beforeAll(async () => {
  await db.asSystem(async (tx) => {
    await tx.insert(facilities).values([mine, other].map((id) => ({ id, key: id, createdAt: now })))
    const none = { duplicates: 0, unchanged: 0, superseded: 0, rowsBad: 0 }
    await tx.insert(imports).values({
      ...none,
      id: importId,
      kind: 'records',
      source: 'x',
      fileName: 'rows.csv',
      fileBytes: 1,
      fileSha256: 'x',
      mapping: {},
      mappingSha256: 'x',
      rowsRead: 9,
      rowsGood: 9,
      by: 'x',
      startedAt: now,
      acceptedAt: now,
    })
    const add = async (
      name: string,
      table: string,
      facility: string,
      fields: Record<string, string | number | boolean>,
    ) => {
      ids[name] = v7()
      const all = { facility_id: facility, id: ids[name], import_id: importId, line: 7, ...fields }
      const columns = sql.join(
        Object.keys(all).map((key) => sql.identifier(key)),
        sql`, `,
      )
      const values = sql.join(
        Object.values(all).map((value) => sql`${value}`),
        sql`, `,
      )
      await tx.execute(sql`insert into ${sql.identifier(table)} (${columns}) values (${values})`)
    }
    await add('held', 'stay_records', mine, { admitted_at: '2025-01-05T10:00:00Z', person_key: v7(), stay_key: v7() })
    await add('left', 'stay_records', mine, {
      admitted_at: '2025-01-05T10:00:00Z',
      released_at: '2025-02-05T10:00:00Z',
      stay_key: v7(),
    })
    await add('elsewhere', 'stay_records', other, { admitted_at: '2025-01-05T10:00:00Z', stay_key: v7() })
    await add('superseded', 'stay_records', mine, {
      admitted_at: '2025-01-05T10:00:00Z',
      stay_key: v7(),
      superseded_at: '2025-12-01T00:00:00Z',
    })
    const lodged = { lodged_at: '2025-12-05T10:00:00Z' }
    await add('complaint', 'complaint_records', mine, {
      ...lodged,
      channel: codePlace('complaint_channel', 'director'),
    })
    await add('of ill-treatment', 'complaint_records', mine, { ...lodged, ill_treatment: true })
    await add('of reprisal', 'complaint_records', mine, { ...lodged, reprisal_reported: true })
    await add('past the director', 'complaint_records', mine, {
      ...lodged,
      channel: codePlace('complaint_channel', 'court'),
    })
    await add('visit', 'inspection_visit_records', mine, { started_on: '2025-06-01', visit_id: 'V1' })
    for (const [recordId, subject] of [
      ['stay', 'of a stay'],
      ['recommendation', 'of a recommendation'],
      ['inspection_visit', 'of a visit'],
    ] as const)
      await tx.execute(sql`insert into quality_notes
        (facility_id, id, month, check_id, level, subject, cells, record_id, count, rows, noted_at)
        values (${mine}, ${v7()}, 24000, 'X34', 'info', ${subject}, '{}', ${recordId}, 1, '{}', ${now.toISOString()})`)
  })
})

const shown = ['held', 'complaint']
const withheld = ['of ill-treatment', 'of reprisal', 'past the director', 'visit']

async function rowsSeen(actor: Actor): Promise<string[]> {
  const span = { facilityId: mine, recordIds: asked, from: '2025-12-01', to: '2025-12-31' } as const
  const { rows, total } = await db.asActor(actor, (tx) =>
    listRecordsBehind(tx, actor.facilities, span, { most: 100, after: 0 }),
  )
  expect(total).toBe(rows.length)
  const nameOf = new Map(Object.entries(ids).map(([name, id]) => [id, name]))
  return rows.map(({ rowId }) => nameOf.get(rowId)!).sort()
}

const readers: Partial<Record<Role, string[]>> = {
  'facility-director': shown,
  'facility-data-officer': shown,
  'facility-health-lead': shown,
  'lead-inspector': [...shown, ...withheld],
  inspector: [...shown, ...withheld],
  'health-inspector': [...shown, ...withheld],
  'npm-member': [...shown, ...withheld],
  system: [...shown, ...withheld],
}

test.each(roles.filter((role) => role !== 'system'))(
  'as %s: the own rows of the days asked for, without what is withheld',
  async (role) => {
    const actor: Actor = { userId: 'x', role, bodyId: null, facilities: [mine] }
    expect(permissionsOf(actor).includes('record.read')).toBe(role in readers)
    expect(await rowsSeen(actor)).toEqual([...(readers[role] ?? [])].sort())
    expect(await rowsSeen({ ...actor, facilities: [other] })).toEqual([])
    expect(await rowsSeen({ ...actor, facilities: [] })).toEqual([])
  },
)

test.each(roles.filter((role) => role !== 'system'))(
  'as %s: that inspectors asked for something is not even a note, unless their rows are read',
  async (role) => {
    const actor: Actor = { userId: 'x', role, bodyId: null, facilities: [mine] }
    const may = permissionsOf(actor)
    const notes = await db.asActor(actor, (tx) =>
      tx.execute<{ subject: string }>(sql`select subject from quality_notes order by subject`),
    )
    const own = may.includes('measure.read') ? ['of a stay'] : []
    const inspectors = may.includes('record.read-withheld') ? ['of a recommendation', 'of a visit'] : []
    expect(notes.map(({ subject }) => subject)).toEqual([...inspectors.toSorted(), ...own].toSorted())
  },
)

test('page by page, each row with its file and line and nothing of the person', async () => {
  const actor: Actor = { userId: 'x', role: 'inspector', bodyId: null, facilities: 'all' }
  const span = { facilityId: mine, recordIds: asked, from: '2025-12-01', to: '2025-12-31' } as const
  const page = (after: number) => db.asActor(actor, (tx) => listRecordsBehind(tx, 'all', span, { most: 4, after }))
  const [first, second] = [await page(0), await page(4)]
  expect([first.total, first.rows.length, second.rows.length]).toEqual([6, 4, 2])
  expect(new Set([...first.rows, ...second.rows].map(({ rowId }) => rowId)).size).toBe(6)
  expect(first.rows[0]).toEqual({
    recordId: 'complaint',
    rowId: expect.any(String),
    line: 7,
    fileName: 'rows.csv',
    acceptedAt: now,
  })
})
