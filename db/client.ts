import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { type Actor, permissionsOf, systemActor } from '../server/domain/access.ts'
import { numberArrayType } from './arrays.ts'
import { type Embedded, openEmbedded } from './embedded.ts'
import { isMigrated, migrateDatabase } from './migrate.ts'
import { promptSocket } from './prompt-socket.ts'
import { keepReady } from './ready-statements.ts'
import * as schema from './schema/index.ts'

type Drizzle = ReturnType<typeof makeDrizzle>

/** What procedures, services and queries are given: one transaction that the edge opened. Nothing below opens its own. */
export type Tx = Parameters<Parameters<Drizzle['transaction']>[0]>[0]

/** A row by its interface, as `tx.execute` wants it named: `tx.execute<Plain<FacilityRow>>(…)`. */
export type Plain<Row> = { [Name in keyof Row]: Row[Name] }

/** An open database; both engines answer the same. */
export interface Database {
  engine: 'embedded' | 'postgresql'
  /** Runs `work` in one short transaction with the eyes of `actor`. */
  asActor<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Runs `work` in one transaction as the installation itself: jobs, imports, aggregates over places. */
  asSystem<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /**
   * Runs `work` in one transaction as the sign-in library. Never inside of another: the embedded engine is one session,
   * and would wait for itself.
   */
  asSignIn<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /**
   * Finds out who comes with a token at `now`: the session (`found`) and the roles of its person with their places (`known`).
   * Undefined for a token of nobody. Every request begins with it: it is one question, in no transaction of its own.
   */
  atDoor<Found, Known>(token: string, now: Date): Promise<{ found: Found; known: Known[] } | undefined>
  /**
   * Counts the tables anew for the query planner after much was written. PostgreSQL does so by itself; the embedded engine
   * never does, and without it plans for empty tables that are long since full.
   */
  refreshStatistics(): Promise<void>
  /**
   * Brings what stands in the log of changes into the files of the tables once it is longer than `bytes`, so that its files are used
   * again and a start after a kill is short. PostgreSQL does so by itself; the embedded engine does it only when it is closed.
   */
  settleLog(bytes?: number): Promise<void>
  health(): Promise<{ database: boolean; migrations: boolean }>
  close(): Promise<void>
}

export interface DatabaseOptions {
  /** PostgreSQL 15 or later; the embedded database under `dataDir` when it is not given. */
  databaseUrl?: string
  /** The owner's login, for migrations; the application's own login is restricted. */
  adminUrl?: string
  dataDir: string
  /** Go through a running server on the same `dataDir` when there is one (the terminal). */
  attach?: boolean
}

/** Opens the database and brings its tables up to date. Throws DomainError `database.inUse` when another process holds it. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.databaseUrl ? openServer(options.databaseUrl, options.adminUrl) : openOwn(options)
}

const quiet = { onnotice: () => {}, connect_timeout: 30, types: { numbers: numberArrayType } }

async function openServer(url: string, adminUrl: string | undefined): Promise<Database> {
  // The driver's types do not know the setting `socket`.
  const client = postgres(url, { ...quiet, max: 10, ...{ socket: promptSocket() } })
  try {
    await migrateDatabase(client, adminUrl)
  } catch (error) {
    await client.end({ timeout: 1 })
    throw error
  }
  return makeDatabase('postgresql', client, async () => client.end({ timeout: 5 }))
}

async function openOwn(options: DatabaseOptions): Promise<Database> {
  const embedded = await openEmbedded(options.dataDir, options.attach ?? false)
  // One session serves all: more connections would only queue for it.
  const client = connectTo(embedded)
  if (embedded.isOwner) {
    await client`reset role`
    await migrateDatabase(client, undefined, 'own')
    // Nobody else has the directory: what is staged belongs to imports that ended with their process.
    await client`truncate import_staging`
    // From here on the session itself sees nothing; every transaction enters a role of its own.
    await client`set role daylight_standing`
  }
  return makeDatabase('embedded', client, async () => {
    await client.end({ timeout: 5 })
    await embedded.close()
  })
}

function connectTo(embedded: Embedded) {
  return postgres({ ...quiet, path: embedded.socket, user: 'postgres', database: 'postgres', max: 1 })
}

function makeDrizzle(client: postgres.Sql) {
  return drizzle(keepReady(client), { schema, casing: 'snake_case' })
}

function makeDatabase(engine: Database['engine'], client: postgres.Sql, close: () => Promise<void>): Database {
  const db = makeDrizzle(client)
  return {
    engine,
    asActor: (actor, work) =>
      db.transaction(async (tx) => {
        await enter(tx, actor, planningOf(engine, actor))
        return work(tx)
      }),
    asSystem: (work) =>
      db.transaction(async (tx) => {
        await enter(tx, systemActor, planningOf(engine, systemActor))
        return work(tx)
      }),
    asSignIn: (work) =>
      db.transaction(async (tx) => {
        await enterSignIn(tx)
        return work(tx)
      }),
    atDoor: async <Found, Known>(token: string, now: Date) => {
      const [row] = await client<{ comer: { found: Found; known: Known[] } | null }[]>`
        select who_comes(${token}, ${now.toISOString()}::timestamptz) as comer`
      return row?.comer ?? undefined
    },
    refreshStatistics: async () => {
      // A tenth of the usual sample: plans come out the same, and arrays over months are costly to look through.
      if (engine !== 'embedded') return
      await client.begin((own) => [
        own`set local role none`,
        own`set local default_statistics_target = 10`,
        own`analyze`,
      ])
    },
    settleLog: async (bytes = longLog) => {
      if (engine !== 'embedded') return
      await client.begin(async (own) => {
        await own`set local role none`
        const [log] = await own<{ isLong: boolean }[]>`
          select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn) > ${bytes} as "isLong" from pg_control_checkpoint()`
        if (log?.isLong) await own`checkpoint`
      })
    },
    health: () => health(db),
    close,
  }
}

/** Bytes of changes that are not in the tables' files yet; as many as the log's files hold that are used again. */
const longLog = 64 * 1_048_576

async function enterSignIn(tx: Tx): Promise<void> {
  await tx.execute(sql`select set_config('role', 'daylight_sign_in', true)`)
}

/**
 * How statements that are kept ready are planned. For a reader PostgreSQL plans each for the values that it is asked with, of
 * which there may be one or thousands. Whoever writes must leave it to the database: it would plan the check of every foreign
 * key of every row anew. In the embedded engine planning costs more than most answers.
 */
const planningOf = (engine: Database['engine'], actor: Actor) =>
  engine === 'postgresql' && actor.role !== 'system' ? 'force_custom_plan' : 'auto'

/** Puts on the actor for this transaction only; the end of the transaction takes it off. */
async function enter(tx: Tx, actor: Actor, planning: string): Promise<void> {
  const { facilities, regions = [] } = actor
  const settings = {
    role: actor.role === 'system' ? 'daylight_system' : 'daylight_actor',
    'daylight.scope': facilities === 'all' ? 'all' : 'some',
    'daylight.facilities': facilities === 'all' ? '' : facilities.join(','),
    'daylight.regions': regions.join(','),
    'daylight.permissions': permissionsOf(actor).join(','),
    'daylight.body': actor.bodyId ?? '',
    'daylight.person': actor.userId,
    plan_cache_mode: planning,
  }
  const set = Object.entries(settings).map(([name, value]) => sql`set_config(${name}, ${value}, true)`)
  await tx.execute(sql`select ${sql.join(set, sql`, `)}`)
}

async function health(db: Drizzle): Promise<{ database: boolean; migrations: boolean }> {
  try {
    await db.execute(sql`select 1`)
    return { database: true, migrations: await isMigrated(db) }
  } catch {
    return { database: false, migrations: false }
  }
}
