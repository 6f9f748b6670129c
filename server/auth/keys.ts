import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { refuseSettings } from '../env.ts'

/** What each key is for. One key, one purpose: the loss of one opens nothing of another. */
export const keyPurposes = ['sign-in', 'traces'] as const
export type KeyPurpose = (typeof keyPurposes)[number]

export type Keys = Record<KeyPurpose, string>

const shortest = 32

/** The variable that carries the key of a purpose: KEY_SIGN_IN. */
export const keyVariable = (purpose: KeyPurpose) => `KEY_${purpose.toUpperCase().replaceAll('-', '_')}`

/**
 * The keys of this installation. Those that are `given` come from the environment; without a database server the others are
 * made once, under `dataDir`/keys, readable by their owner alone. They are never in the database that they protect.
 *
 * @throws BadSettings when several processes may share the database and a key is not given, or when a given key is
 *   too short, guessable, or serves two purposes; the message repeats no key.
 */
export function openKeys(given: Partial<Keys>, where: { dataDir: string; hasServer: boolean }): Keys {
  refuseSettings(keyFaults(given, where.hasServer))
  const entries = keyPurposes.map((purpose) => [purpose, given[purpose] ?? keyInFile(where.dataDir, purpose)])
  return Object.fromEntries(entries) as Keys
}

/** What keeps the given keys from being used, each fault in words that repeat no key. */
export function keyFaults(given: Partial<Keys>, hasServer: boolean): string[] {
  return keyPurposes.flatMap((purpose) => faultOf(purpose, given, hasServer))
}

function faultOf(purpose: KeyPurpose, given: Partial<Keys>, hasServer: boolean): string[] {
  const [name, key] = [keyVariable(purpose), given[purpose]]
  if (key === undefined) return hasServer ? [`${name} must be given together with DATABASE_URL`] : []
  if (key.length < shortest) return [`${name} must have at least ${shortest} characters`]
  if (new Set(key).size < 12 || /secret|change.?me|example|password|daylight|development/i.test(key)) {
    return [`${name} can be guessed: make one with openssl rand -base64 32`]
  }
  const isShared = keyPurposes.some((other) => other !== purpose && given[other] === key)
  return isShared ? [`${name} must not be the key of another purpose`] : []
}

function keyInFile(dataDir: string, purpose: KeyPurpose): string {
  const folder = join(dataDir, 'keys')
  const file = join(folder, purpose)
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  }
  // A copy of the folder may have lost what keeps others out.
  chmodSync(file, 0o600)
  return readFileSync(file, 'utf8')
}
