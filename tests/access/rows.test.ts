import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { countryId } from '../../db/queries/places.ts'
import type { Actor } from '../../server/domain/access.ts'
import { callAs } from '../support/call-as.ts'
import { freshDatabase } from '../support/database.ts'

const db = await freshDatabase()
const [mine, other, region] = [v7(), v7(), v7()]
const at = new Date('2026-01-15T09:00:00Z')

/** Tables with rows of one facility each, and the column that names it. */
const facilityBound = [
  ['facilities', 'id'],
  ['facility_versions', 'facility_id'],
  ['facility_keys', 'facility_id'],
  ['facility_events', 'facility_id'],
  ['capacity_certificates', 'facility_id'],
  ['return_lines', 'facility_id'],
  ['return_months', 'facility_id'],
  ['return_month_events', 'facility_id'],
  ['measure_series', 'facility_id'],
  ['derived_series', 'facility_id'],
  ['record_coverage', 'facility_id'],
  ['indicator_series', 'facility_id'],
  ['series_revisions', 'facility_id'],
] as const

const everywhere: Actor = { userId: 'x', role: 'ministry-analyst', bodyId: null, facilities: 'all' }
const placed: Actor = { userId: 'x', role: 'ministry-analyst', bodyId: null, facilities: [mine] }
const nowhere: Actor = { userId: 'x', role: 'ministry-analyst', bodyId: null, facilities: [] }

beforeAll(async () => {
  await db.asSystem(async (tx) => {
    await tx.execute(
      sql`insert into installation (id, kind, country_name, created_at) values (1, 'real', 'Test', ${at.toISOString()})`,
    )
    const importId = v7()
    await tx.execute(sql`insert into imports (id, kind, source, file_name, file_bytes, file_sha256, mapping, mapping_sha256,
      rows_read, rows_good, rows_bad, duplicates, unchanged, superseded, by, started_at, accepted_at)
      values (${importId}, 'monthly-measures', 's', 'f.csv', 1, 'x', '{}', 'y', 1, 1, 0, 0, 0, 0, 'system', ${at.toISOString()}, ${at.toISOString()})`)
    for (const [id, key] of [
      [mine, 'mine'],
      [other, 'other'],
    ] as const)
      await addFacility(tx, id, key, importId)
    await tx.execute(sql`insert into regions (id, key, created_at) values (${region}, 'r', ${at.toISOString()})`)
    await tx.execute(
      sql`insert into region_versions (id, region_id, name, valid_from) values (${v7()}, ${region}, 'R', '2020-01-01')`,
    )
    for (const [kind, id] of [
      ['region', region],
      ['country', countryId],
    ])
      await tx.execute(sql`insert into place_series (place_kind, place_id, indicator_id, breakdown, start_month, states,
        reasons, version, numerators, denominators, figures, grades, reporting, expected) values (${kind}, ${id},
        'occupancy-rate', '', 24311, '{1}', '{-1}', 1, '{9}', '{10}', '{90}', '{3}', '{1}', '{1}')`)
  })
})

async function addFacility(
  tx: Parameters<Parameters<typeof db.asSystem>[0]>[0],
  id: string,
  key: string,
  importId: string,
) {
  const now = at.toISOString()
  await tx.execute(sql`insert into facilities (id, key, created_at) values (${id}, ${key}, ${now})`)
  await tx.execute(
    sql`insert into facility_versions (id, facility_id, name, timezone, valid_from, recorded_at) values (${v7()}, ${id}, ${key}, 'UTC', '2020-01-01', ${now})`,
  )
  await tx.execute(
    sql`insert into facility_keys (id, facility_id, source, key, valid_from) values (${v7()}, ${id}, 's', ${key}, '2020-01-01')`,
  )
  await tx.execute(
    sql`insert into facility_events (id, facility_id, kind, "on", recorded_at) values (${v7()}, ${id}, 'opened', '2020-01-01', ${now})`,
  )
  await tx.execute(sql`insert into capacity_certificates (id, facility_id, certified_places, issued_by, issued_on, valid_from, evidence_ref, recorded_at)
    values (${v7()}, ${id}, 10, 'o', '2020-01-01', '2020-01-01', 'e', ${now})`)
  await tx.execute(sql`insert into return_lines (facility_id, id, month, measure_id, breakdown, state, amount, import_id, line, recorded_at)
    values (${id}, ${v7()}, '2025-12-01', 'pop_closing', '', 1, 9, ${importId}, 2, ${now})`)
  await tx.execute(
    sql`insert into return_months (facility_id, month, state, changed_at) values (${id}, '2025-12-01', 'locked', ${now})`,
  )
  await tx.execute(
    sql`insert into return_month_events (id, facility_id, month, "from", "to", by, at) values (${v7()}, ${id}, '2025-12-01', 'open', 'locked', 'system', ${now})`,
  )
  await tx.execute(sql`insert into measure_series (facility_id, measure_id, breakdown, start_month, states, reasons, amounts, grades)
    values (${id}, 'pop_closing', '', 24311, '{1}', '{-1}', '{9}', '{3}')`)
  await tx.execute(sql`insert into derived_series (facility_id, measure_id, breakdown, start_month, amounts, reasons)
    values (${id}, 'pop_closing', '', 24311, '{9}', '{-1}')`)
  await tx.execute(sql`insert into record_coverage (facility_id, record_id, import_id, from_month, until_month, declared_at)
    values (${id}, 'stay', ${importId}, 24300, 24311, ${now})`)
  await tx.execute(sql`insert into indicator_series (facility_id, indicator_id, breakdown, start_month, states, reasons, version, numerators, denominators, figures, grades)
    values (${id}, 'occupancy-rate', '', 24311, '{1}', '{-1}', 1, '{9}', '{10}', '{90}', '{3}')`)
  await tx.execute(
    sql`insert into series_revisions (id, facility_id, indicator_id, breakdown, month, old_state, new_state, at) values (${v7()}, ${id}, 'occupancy-rate', '', 24311, 0, 1, ${now})`,
  )
}

function idsSeen(actor: Actor, table: string, column: string): Promise<string[]> {
  return db.asActor(actor, async (tx) => {
    const rows = await tx.execute<{ id: string }>(
      sql`select ${sql.identifier(column)}::text as id from ${sql.identifier(table)}`,
    )
    return rows.map((row) => row.id).sort()
  })
}

describe.each(facilityBound)('rows of %s, asked for without any condition', (table, column) => {
  test('a country-wide place sees all', async () => {
    expect(await idsSeen(everywhere, table, column)).toEqual([mine, other].sort())
  })

  test('a facility’s place sees its own', async () => {
    expect(await idsSeen(placed, table, column)).toEqual([mine])
  })

  test('no place sees nothing', async () => {
    expect(await idsSeen(nowhere, table, column)).toEqual([])
  })

  test('a long list of places is read once and looked up for each row', async () => {
    const plan = await db.asActor(placed, (tx) =>
      tx.execute<Record<string, string>>(sql`explain select * from ${sql.identifier(table)}`),
    )
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('hashed SubPlan')
  })

  test('an actor changes and removes nothing', async () => {
    await expect(
      db.asActor(everywhere, (tx) => tx.execute(sql`delete from ${sql.identifier(table)}`)),
    ).rejects.toThrow()
    await expect(
      db.asActor(everywhere, (tx) =>
        tx.execute(sql`update ${sql.identifier(table)} set ${sql.identifier(column)} = ${v7()}`),
      ),
    ).rejects.toThrow()
  })
})

test('the files behind the figures are shown to country-wide places only', async () => {
  expect(await callAs(db, everywhere, at).imports.list({})).toHaveLength(1)
  await expect(callAs(db, placed, at).imports.list({})).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect(await idsSeen(placed, 'imports', 'id')).toEqual([])
})

test.each([
  ['whoever looks after people', 'administration-administrator'],
  ['an auditor', 'inspectorate-auditor'],
  ['an expert at a visit', 'expert-or-interpreter'],
  ['the public', 'public'],
] as const)('%s is shown no figure by the database, even with the whole country as place', async (_name, role) => {
  const actor: Actor = { userId: 'x', role, bodyId: null, facilities: 'all' }
  for (const table of ['return_lines', 'measure_series', 'indicator_series', 'series_revisions', 'return_months']) {
    expect([table, await idsSeen(actor, table, 'facility_id')]).toEqual([table, []])
  }
  expect(await idsSeen(actor, 'place_series', 'place_id')).toEqual([])
  expect(await idsSeen(actor, 'imports', 'id')).toEqual([])
})

describe('sums of places', () => {
  const held: Actor = { ...placed, regions: [region] }

  test('the country’s are for every reader, a region’s for whoever has the whole of it in reach', async () => {
    expect(await idsSeen(everywhere, 'place_series', 'place_id')).toEqual([countryId, region].sort())
    expect(await idsSeen(held, 'place_series', 'place_id')).toEqual([countryId, region].sort())
    expect(await idsSeen(placed, 'place_series', 'place_id')).toEqual([countryId])
  })

  test('to a facility its region does not exist as a place, and is not called unreported', async () => {
    const question = { place: { region: 'r' }, from: '2025-12', to: '2025-12' }
    await expect(callAs(db, placed, at).indicators.series(question)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await callAs(db, held, at).indicators.series(question)).place).toMatchObject({ kind: 'region', key: 'r' })
    expect(await callAs(db, placed, at).facilities.regions({ month: '2025-12' })).toEqual([])
  })
})

describe('what is append-only', () => {
  test.each([
    ['the content of a return line', sql`update return_lines set amount = 1`],
    ['a return line', sql`delete from return_lines`],
    ['an import', sql`update imports set rows_bad = 0`],
    ['an import as a whole', sql`delete from imports`],
    ['a revision', sql`delete from series_revisions`],
    ['a step of a month', sql`delete from return_month_events`],
    ['the places of a certificate', sql`update capacity_certificates set certified_places = 99`],
    ['the kind of the installation', sql`update installation set kind = 'demonstration'`],
  ])('%s cannot be rewritten even by the system role', async (_name, statement) => {
    await expect(db.asSystem((tx) => tx.execute(statement))).rejects.toThrow()
  })
})

describe('another facility’s pages do not exist', () => {
  test('its profile, its series, the explanation of its figures', async () => {
    const api = callAs(db, placed, at)
    await expect(api.facilities.get({ facility: 'other', month: '2025-12' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(
      api.indicators.series({ place: { facility: 'other' }, from: '2025-12', to: '2025-12' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(
      api.indicators.explain({ indicator: 'occupancy-rate', facility: 'other', month: '2025-12' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(api.measures.ofFacility({ facility: 'other', month: '2025-12' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  test('lists leave it out', async () => {
    const api = callAs(db, placed, at)
    const listed = await api.facilities.list({ month: '2025-12' })
    expect(listed.map((one) => one.key)).toEqual(['mine'])
    const matrix = await api.indicators.matrix({ month: '2025-12', indicators: ['occupancy-rate'] })
    expect(matrix.map((row) => row.facility.key)).toEqual(['mine'])
    const compared = await api.indicators.compare({ indicator: 'occupancy-rate', month: '2025-12' })
    expect(compared.map((row) => row.facility.key)).toEqual(['mine'])
  })
})
