import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Database, type DatabaseOptions, openDatabase } from '../../db/client.ts'
import { sessionCookie } from '../../server/auth/session-cookie.ts'
import { describeRole, type Role } from '../../server/domain/access.ts'
import { prepareAccount } from '../../server/services/accounts.ts'
import { beginSession } from '../../server/services/visits.ts'

const country = { kind: 'country', id: null } as const

/** What a real installation on a database server is given besides: keys of its own, which nobody has used before. */
export function ownKeys(dataDir: string): Record<string, string> {
  const key = () => randomBytes(32).toString('base64')
  return { KEYS_DIR: join(dataDir, 'keys'), KEY_SIGN_IN: key(), KEY_SECOND_FACTORS: key(), KEY_TRACES: key() }
}

/** The key that a server without any in its environment has made for itself. */
export const signInKeyIn = (dataDir: string) => readFileSync(join(dataDir, 'keys', 'sign-in'), 'utf8')

/**
 * The cookie of somebody with a role for the whole country, in an installation that offers no accounts: a real one. The
 * account, the role and the session are made by the services, as if they had been invited and had proven themselves.
 */
export async function cookieOfNew(db: Database, role: Role, secret: string): Promise<string> {
  const body = describeRole(role).body
  if (!body) throw new Error(`nobody holds the role ${role}`)
  const now = new Date()
  const account = { name: 'T. Ester', email: `${role}@example.org`, body, providerId: 'credential' }
  const personId = await prepareAccount(db, { ...account, holds: [{ role, place: country }] }, now)
  const moment = { clock: now, now, requestId: null }
  const token = await beginSession(db, { personId, factors: 2, browser: { address: null, agent: null } }, moment)
  const cookie = sessionCookie({ publicUrl: 'http://localhost', secret }).write(token)
  return cookie.split(';')[0]!
}

/** The same for the installation of a data directory, whether its server is running or not. */
export async function cookieAt(options: DatabaseOptions, role: Role, secret: string): Promise<string> {
  const db = await openDatabase({ ...options, attach: true })
  try {
    return await cookieOfNew(db, role, secret)
  } finally {
    await db.close()
  }
}
