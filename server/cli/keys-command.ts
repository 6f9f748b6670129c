import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Database, openDatabase } from '../../db/client.ts'
import { findInstallation } from '../../db/queries/installation.ts'
import { listKeys } from '../../db/queries/keys.ts'
import { listBodies } from '../../db/queries/people.ts'
import { DomainError } from '../domain/errors.ts'
import { type KeyPurpose, keyPurposes } from '../domain/keys.ts'
import type { Env } from '../env.ts'
import { rotateAuditKey } from '../services/audit-chain.ts'
import { momentOf } from '../services/installation.ts'
import { type Carried, rotateKey } from '../services/key-rotation.ts'
import { type KeyPlace, keyPlaceOf, keyVariable, lookAtKey } from '../services/key-store.ts'
import { type Command, exits, type Terminal } from './command.ts'

const dayMs = 86_400_000
const ofAudit = /^audit-([a-z]+)$/

/** What each key is for, and what its rotation does. */
const purposeWords: Record<KeyPurpose | 'audit', string> = {
  'sign-in': 'signs cookies; a new one ends every session',
  'second-factors': 'encrypts the secrets of code generators; a new one takes them over, nobody notices',
  traces: 'hides who tried to sign in; a new one begins the counts anew',
  surrogates: 'hides persons in records; cannot be changed while there are records',
  audit: 'signs a chain of the audit; what was signed before stays valid',
}

interface Request {
  env: Env
  purpose: string | undefined
  isLost: boolean
  terminal: Terminal
}

const deeds: Record<string, (request: Request) => Promise<number>> = {
  list: ({ env, terminal }) =>
    withDatabase(env, true, async (db) => {
      for (const line of await describeKeys(db, env)) terminal.stdout.write(`${line}\n`)
      return exits.done
    }),
  rotate: ({ env, purpose = '', isLost, terminal }) => {
    const body = ofAudit.exec(purpose)?.[1]
    const isOwn = keyPurposes.find((one) => one === purpose)
    if (!body && !isOwn) throw new DomainError('INVALID', 'keys.usage')
    // A running server holds the keys that it was started with: it must not be one of them that changes.
    return withDatabase(env, body !== undefined, async (db) => {
      if (body) {
        const keyId = await rotateAuditKey(db, signingDirectory(env), body, await momentOf(db, new Date()))
        terminal.stdout.write(`${purpose}: signs with key ${keyId} from now on. What was signed before stays valid.\n`)
      } else {
        const carried = await rotateKey(db, isOwn!, await placeOf(db, env), { now: new Date(), isLost })
        terminal.stdout.write(`${purpose}: the key is another from now on. ${wordsOf(carried)}\n`)
        if (env.DATABASE_URL) terminal.stdout.write('Start every server of this installation again now.\n')
      }
      return exits.done
    })
  },
}

/** `keys`: which keys there are, how old, and from where, and never a key; and puts another in the place of one. */
export const keysCommand: Command = {
  usage: 'list | rotate PURPOSE [--lost]             sign-in, second-factors, traces, audit-BODY',
  run: (args, env, terminal) => {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { lost: { type: 'boolean' } } })
    const [name = '', purpose, ...rest] = positionals
    const deed = deeds[name]
    const isLost = values.lost ?? false
    const isWrong = rest.length > 0 || (name === 'list' && purpose !== undefined)
    if (!deed || isWrong || (isLost && purpose !== 'second-factors')) throw new DomainError('INVALID', 'keys.usage')
    return deed({ env, purpose, isLost, terminal })
  },
}

async function withDatabase(env: Env, attach: boolean, work: (db: Database) => Promise<number>): Promise<number> {
  const { DATABASE_URL: databaseUrl, DATABASE_ADMIN_URL: adminUrl, DATA_DIR: dataDir } = env
  const db = await openDatabase({ databaseUrl, adminUrl, dataDir, attach })
  try {
    return await work(db)
  } finally {
    await db.close()
  }
}

async function placeOf(db: Database, env: Env): Promise<KeyPlace> {
  const installation = await db.asSystem(findInstallation)
  if (!installation) throw new DomainError('NOT_POSSIBLE_NOW', 'installation.none')
  return keyPlaceOf(env, installation.kind)
}

const signingDirectory = (env: Env) => env.KEYS_DIR ?? join(env.DATA_DIR, 'keys')

/** One line a key: purpose, age, source, what it does; parts are apart by tabs. */
async function describeKeys(db: Database, env: Env): Promise<string[]> {
  const place = await placeOf(db, env)
  const known = await db.asSystem(listKeys)
  const bodies = await db.asSystem(listBodies)
  const own = keyPurposes.map((purpose) => {
    const { source, since: made } = lookAtKey(purpose, place)
    const since = known.find((one) => one.purpose === purpose)?.since ?? made
    const from = source === 'environment' ? keyVariable(purpose) : join(place.directory, purpose)
    return [purpose, ageWords(since), from, purposeWords[purpose]].join('\t')
  })
  const signing = ['installation', ...bodies.map(({ key }) => key)].map((body) => {
    const file = join(signingDirectory(env), `audit-${body}.pem`)
    const since = existsSync(file) ? statSync(file).mtime : undefined
    return [`audit-${body}`, ageWords(since), file, purposeWords.audit].join('\t')
  })
  return [...own, ...signing]
}

function ageWords(since: Date | undefined): string {
  if (!since) return 'not used yet'
  const days = Math.floor((Date.now() - since.getTime()) / dayMs)
  return `${days} ${days === 1 ? 'day' : 'days'}, since ${since.toISOString().slice(0, 10)}`
}

function wordsOf({ purpose, sessions = 0, moved = 0, unreadable = 0 }: Carried): string {
  if (purpose === 'sign-in') return `${sessions} sessions ended: everybody signs in again.`
  if (purpose === 'traces') return 'Attempts to sign in are counted anew.'
  const left = unreadable === 0 ? '' : ` ${unreadable} opened under no key: an administrator of their body resets them.`
  return `${moved} second factors were taken over.${left}`
}
