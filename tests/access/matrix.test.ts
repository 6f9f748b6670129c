import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { countryId } from '../../db/queries/places.ts'
import { type Actor, bodyKinds, describeRole, type Role, roles, systemActor } from '../../server/domain/access.ts'
import { asOwner } from '../support/as-owner.ts'
import { freshDatabase } from '../support/database.ts'
import { describeColumns, filledRow, ownerColumn } from '../support/fill-tables.ts'
import { type RowOwner, type TableWalls, tableWalls, type Wall } from '../support/table-walls.ts'

const db = await freshDatabase()
const [mine, other, region, otherRegion] = [v7(), v7(), v7(), v7()]
const bodies = Object.fromEntries(bodyKinds.map((kind) => [kind, v7()]))

/** Whoever acts, and a colleague, of every body. */
const people = bodyKinds.flatMap((kind) =>
  ['self', 'colleague'].map((who) => ({ who: `${kind}-${who}`, id: v7(), bodyId: bodies[kind]! })),
)
const idOf = (who: string) => people.find((one) => one.who === who)?.id
const owners: Record<TableWalls['rows'], RowOwner[]> = {
  facilities: [{ facility: mine }, { facility: other }],
  places: [
    { place: { kind: 'region', id: region } },
    { place: { kind: 'region', id: otherRegion } },
    { place: { kind: 'country', id: countryId } },
  ],
  people: people.map(({ id, bodyId }) => ({ person: { id, bodyId } })),
  chains: Object.values(bodies).map((chain) => ({ chain })),
  one: [{}],
}
const nameOf = ({ facility, place, person, chain }: RowOwner) => facility ?? place?.id ?? person?.id ?? chain ?? 'one'

const tables = Object.entries(tableWalls)
const columns = await db.asSystem(describeColumns)

beforeAll(() =>
  asOwner(db, async (tx) => {
    for (const [table, { rows }] of tables) {
      for (const owner of owners[rows]) await tx.execute(filledRow(columns, table, owner))
    }
    await tx.execute(sql`update return_lines set import_id = (select id from imports) where facility_id = ${mine}`)
  }),
)

const places = [
  ['the whole country', { facilities: 'all' }],
  ['a region that holds the facility', { facilities: [mine], regions: [region] }],
  ['the facility', { facilities: [mine] }],
  ['another facility', { facilities: [other] }],
  ['nowhere', { facilities: [] }],
] as const

function actorIn(role: Role, reach: (typeof places)[number][1]): Actor {
  const { body } = describeRole(role)
  const who = body ? { userId: idOf(`${body}-self`)!, bodyId: bodies[body]! } : { userId: role, bodyId: null }
  return { ...who, role, ...reach }
}

const visitors = roles.filter((role) => role !== 'system')
const matrix = visitors.flatMap((role) => places.map(([name, reach]) => [role, name, actorIn(role, reach)] as const))

/** The owners of the rows that `actor` gets from each table, asked for with no condition at all. */
async function everythingSeen(run: typeof db.asSystem): Promise<Record<string, string[]>> {
  return run(async (tx) => {
    const granted = await tx.execute<{ name: string }>(sql`select relname::text as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and has_any_column_privilege(oid, 'select')`)
    const readable = granted.map(({ name }) => name).filter((name) => tableWalls[name])
    const questions = readable.map(
      (table) =>
        sql`select ${table}::text as name, ${ownerColumn(columns, table, tableWalls[table]!.rows)} as owner from ${sql.identifier(table)}`,
    )
    const rows = await tx.execute<{ name: string; owner: string }>(sql.join(questions, sql` union all `))
    return Object.fromEntries(
      tables.map(([table]) => [table, rows.flatMap(({ name, owner }) => (name === table ? [owner] : [])).sort()]),
    )
  })
}

test('every table says what stands before it', () => {
  expect(tables.map(([table]) => table).sort()).toEqual([...columns.keys()].sort())
})

test('every table that a visitor may touch has row-level security, and nothing steps over it', async () => {
  const without = await db.asSystem((tx) =>
    tx.execute<{ name: string }>(sql`select c.relname::text as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and not (c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))`),
  )
  const exempt = tables.filter(([, walls]) => walls.hasNoPolicies).map(([table]) => table)
  expect(without.map(({ name }) => name).sort()).toEqual(exempt.sort())
  // A view or a function with its owner's rights would be a door beside the wall.
  const doors = await db.asSystem((tx) =>
    tx.execute<{
      name: string
    }>(sql`select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm', 'f')
      union all select proname::text from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`),
  )
  expect(doors.map(({ name }) => name).sort()).toEqual(['file_behind', 'records_behind', 'who_comes'])
  const strong = await db.asSystem((tx) =>
    tx.execute(
      sql`select rolname from pg_roles where rolname like 'daylight\\_%' and (rolsuper or rolbypassrls or rolcreaterole)`,
    ),
  )
  expect([...strong]).toEqual([])
})

test.each(matrix)('%s with %s as place reads what is theirs and nothing else', async (_role, _place, actor) => {
  const seen = await everythingSeen((work) => db.asActor(actor, work))
  for (const [table, { rows, seen: mayBeSeen }] of tables) {
    const theirs = owners[rows].filter((owner) => mayBeSeen(actor, owner)).map(nameOf)
    expect([table, seen[table]]).toEqual([table, theirs.sort()])
  }
})

test.each(matrix)(
  '%s with %s as place learns the name of a file behind their own lines alone',
  async (_role, _place, actor) => {
    const [row] = await db.asSystem((tx) => tx.execute<{ id: string }>(sql`select id from imports`))
    const learned = await db.asActor(actor, (tx) => tx.execute(sql`select file_name from file_behind(${row!.id})`))
    const isTheirs = tableWalls.return_lines!.seen(actor, { facility: mine })
    expect(learned).toHaveLength(isTheirs ? 1 : 0)
  },
)

test('jobs read everything but sign-in, and the sign-in library nothing else', async () => {
  const bySystem = await everythingSeen((work) => db.asActor(systemActor, work))
  const bySignIn = await everythingSeen((work) => db.asSignIn(work))
  for (const [table, { rows, isOfSignIn = false }] of tables) {
    const all = owners[rows].map(nameOf).sort()
    expect([table, bySystem[table], bySignIn[table]]).toEqual([table, isOfSignIn ? [] : all, isOfSignIn ? all : []])
  }
})

describe('what visitors may write', () => {
  const grantedTo = (right: string) =>
    db.asSystem(async (tx) => {
      const rows = await tx.execute<{ name: string }>(sql`select relname::text as name from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
          and (has_table_privilege('daylight_actor', oid, ${right}) ${
            right === 'delete' || right === 'truncate'
              ? sql``
              : sql`or has_any_column_privilege('daylight_actor', oid, ${right})`
          })`)
      return rows.map(({ name }) => name).sort()
    })

  test('is granted table by table', async () => {
    const named = (has: (walls: TableWalls) => unknown) =>
      tables.filter(([, walls]) => has(walls)).map(([name]) => name)
    expect(await grantedTo('insert')).toEqual(named((walls) => walls.added).sort())
    expect(await grantedTo('update')).toEqual(named((walls) => walls.ended).sort())
    expect(await grantedTo('delete')).toEqual(named((walls) => walls.takenAway).sort())
    expect(await grantedTo('truncate')).toEqual([])
  })

  /** Whether a statement is let in; whatever it did is undone. */
  async function isLetIn(actor: Actor, statement: ReturnType<typeof sql>): Promise<boolean> {
    const undone = new Error('undone')
    const attempt = db.asActor(actor, async (tx) => {
      await tx.execute(statement)
      throw undone
    })
    return attempt.catch((error: Error) => {
      if (error === undone) return true
      const said = String(error.cause ?? error)
      if (/row-level security|permission denied/.test(said)) return false
      // Keys are looked at after the wall: the row had passed it.
      if (/foreign key/.test(said)) return true
      throw error
    })
  }

  /** Whose rows a statement about the whole table touches; what it did is undone. */
  function touched(actor: Actor, table: string, rows: TableWalls['rows'], statement: ReturnType<typeof sql>) {
    const undone = new Error('undone')
    let owned: string[] = []
    const attempt = db.asActor(actor, async (tx) => {
      const found = await tx.execute<{ owner: string }>(
        sql`${statement} returning ${ownerColumn(columns, table, rows)} as owner`,
      )
      owned = found.map(({ owner }) => owner).sort()
      throw undone
    })
    return attempt.catch((error: Error) => {
      if (error === undone) return owned
      throw error
    })
  }

  const endingOf = (table: string, names: readonly string[]) => {
    const changes = names.map((name) => sql`${sql.identifier(name)} = ${sql.identifier(name)}`)
    return sql`update ${sql.identifier(table)} set ${sql.join(changes, sql`, `)}`
  }

  const writable = tables.filter(([, walls]) => walls.added || walls.ended || walls.takenAway)
  test.each(visitors)('%s adds, ends and takes away what the table says', async (role) => {
    const actor = actorIn(role, { facilities: 'all' })
    for (const [table, walls] of writable) {
      for (const owner of owners[walls.rows]) {
        // A person of this name is there already; the wall is asked about one more of the same body.
        const newcomer = owner.person && table === 'people' ? { person: { ...owner.person, id: v7() } } : owner
        const isIn = walls.added && (await isLetIn(actor, filledRow(columns, table, newcomer)))
        expect([table, nameOf(owner), isIn]).toEqual([table, nameOf(owner), walls.added?.(actor, newcomer)])
      }
      const { ended, takenAway, rows } = walls
      const theirs = (wall: Wall) =>
        owners[rows]
          .filter((owner) => wall(actor, owner))
          .map(nameOf)
          .sort()
      if (ended) {
        const found = await touched(actor, table, rows, endingOf(table, ended.columns))
        expect([table, found]).toEqual([table, theirs(ended.by)])
      }
      if (takenAway) {
        const found = await touched(actor, table, rows, sql`delete from ${sql.identifier(table)}`)
        expect([table, found]).toEqual([table, theirs(takenAway)])
      }
    }
  })
})
