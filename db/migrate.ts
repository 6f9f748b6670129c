import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { DomainError } from '../server/domain/errors.ts'
import { keptEnds } from './kept-ends.ts'
import { grants, makeRoles } from './roles.ts'

export const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url))

/**
 * Brings the tables up to date and lays out roles and rights.
 *
 * On PostgreSQL this is the owner's work (`adminUrl`): the application's own login must not own the tables, or it could
 * step over row-level security. Without `adminUrl` the tables must already be up to date.
 */
export async function migrateDatabase(
  client: postgres.Sql,
  adminUrl: string | undefined,
  mode: 'server' | 'own' = 'server',
) {
  if (mode === 'own') return applyAll(client)
  if (adminUrl) await migrateAsOwner(client, adminUrl)
  await refuseTooMuchPower(client)
  if (!(await isMigrated(drizzle(client)))) throw new DomainError('NOT_POSSIBLE_NOW', 'database.notMigrated')
}

async function migrateAsOwner(client: postgres.Sql, adminUrl: string): Promise<void> {
  const owner = postgres(adminUrl, { max: 1, onnotice: () => {} })
  try {
    const [login] = await client<{ name: string }[]>`select current_user::text as name`
    await owner`select pg_advisory_lock(725110)`
    await applyAll(owner)
    if (login) await letLoginEnter(owner, login.name)
  } finally {
    await owner.end({ timeout: 5 })
  }
}

async function applyAll(owner: postgres.Sql): Promise<void> {
  await owner.unsafe(makeRoles)
  await migrate(drizzle(owner), { migrationsFolder })
  for (const statement of [...grants(), ...keptEnds]) await owner.unsafe(statement)
  await owner.unsafe('grant usage on schema drizzle to public; grant select on all tables in schema drizzle to public')
}

/** The application's login may put on the working roles but inherits nothing from them: until it does, it sees nothing. */
async function letLoginEnter(owner: postgres.Sql, login: string): Promise<void> {
  const [current] = await owner<{ name: string }[]>`select current_user::text as name`
  if (current?.name === login) return
  await owner`alter role ${owner(login)} noinherit`
  await owner`grant daylight_standing, daylight_actor, daylight_system, daylight_sign_in, daylight_retention to ${owner(login)}`
  // What it inherits nothing of: to find out who comes, before it puts on a role.
  await owner`grant execute on function who_comes(text, timestamptz) to ${owner(login)}`
}

async function refuseTooMuchPower(client: postgres.Sql): Promise<void> {
  const [login] = await client<{ tooMuch: boolean; name: string }[]>`
    select rolsuper or rolbypassrls as "tooMuch", rolname::text as name from pg_roles where rolname = current_user`
  if (login?.tooMuch) throw new DomainError('NOT_POSSIBLE_NOW', 'database.loginTooPowerful', { login: login.name })
}

/** Whether every migration in the folder has been applied. */
export async function isMigrated(
  db: PostgresJsDatabase<Record<string, unknown>>,
  folder = migrationsFolder,
): Promise<boolean> {
  const journal = JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')) as {
    entries: { when: number }[]
  }
  const newest = Math.max(...journal.entries.map((entry) => entry.when))
  try {
    const rows = await db.execute(sql`select max(created_at)::text as newest from drizzle.__drizzle_migrations`)
    return Number((rows as unknown as { newest: string | null }[])[0]?.newest) >= newest
  } catch {
    return false
  }
}
