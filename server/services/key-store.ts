import { createHmac, randomBytes } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { type KeyPurpose, type KeyRing, type KeySource, keyPurposes } from '../domain/keys.ts'
import { type Env, refuseSettings } from '../env.ts'

/** Keys that the environment gives, by purpose, and the one before of the second factors. */
export type GivenKeys = Partial<Record<KeyPurpose | 'second-factors-before', string>>

/** Where the keys of an installation are: given by the environment, or in files of a directory. */
export interface KeyPlace {
  given: GivenKeys
  /** For keys that are not given; its owner alone reads it. */
  directory: string
  /** Several processes may share the installation: none of them makes its keys. */
  hasServer: boolean
}

const shortest = 32

/** The variable that carries the key of a purpose: KEY_SIGN_IN. */
export const keyVariable = (purpose: keyof GivenKeys) => `KEY_${purpose.toUpperCase().replaceAll('-', '_')}`

/** The keys that the environment gives. */
export function givenKeys(env: Env): GivenKeys {
  const settings = env as Record<string, unknown>
  const given = [...keyPurposes, 'second-factors-before'] as const
  return Object.fromEntries(
    given.flatMap((purpose) => {
      const key = settings[keyVariable(purpose)]
      return key === undefined ? [] : [[purpose, key]]
    }),
  )
}

/** Where the keys of an installation are, as the settings say. */
export function keyPlaceOf(env: Env, kind: 'demonstration' | 'real'): KeyPlace {
  const hasServer = kind === 'real' && env.DATABASE_URL !== undefined
  return { given: givenKeys(env), directory: join(env.DATA_DIR, 'keys'), hasServer }
}

/**
 * The keys for some purposes. Those that are given come from the environment; without a database server the others are made
 * once, readable by their owner alone. They are never in the database that they protect.
 *
 * @throws BadSettings when several processes may share the database and a key is not given, or when a given key is
 *   too short, guessable, or serves two purposes; the message repeats no key.
 */
export function openKeys<Purpose extends KeyPurpose>(
  purposes: readonly Purpose[],
  place: KeyPlace,
): Record<Purpose, KeyRing> {
  refuseSettings(keyFaults(purposes, place))
  return Object.fromEntries(purposes.map((purpose) => [purpose, ringOf(purpose, place)])) as Record<Purpose, KeyRing>
}

function ringOf(purpose: KeyPurpose, { given, directory }: KeyPlace): KeyRing {
  const own = given[purpose]
  if (own !== undefined) {
    return { current: own, before: purpose === 'second-factors' ? given['second-factors-before'] : undefined }
  }
  return { current: keyInFile(directory, purpose), before: keyBefore(directory, purpose) }
}

/** What keeps the given keys from being used, each fault in words that repeat no key. */
export function keyFaults(purposes: readonly KeyPurpose[], { given, hasServer }: KeyPlace): string[] {
  const [before, own] = [given['second-factors-before'], given['second-factors']]
  const isIdle = purposes.includes('second-factors') && before !== undefined && (own === undefined || own === before)
  return [
    ...purposes.flatMap((purpose) => faultOf(purpose, given, hasServer)),
    ...(isIdle ? ['KEY_SECOND_FACTORS_BEFORE is of use only together with another KEY_SECOND_FACTORS'] : []),
  ]
}

function faultOf(purpose: KeyPurpose, given: GivenKeys, hasServer: boolean): string[] {
  const [name, key] = [keyVariable(purpose), given[purpose]]
  if (key === undefined) return hasServer ? [`${name} must be given together with DATABASE_URL`] : []
  if (key.length < shortest) return [`${name} must have at least ${shortest} characters`]
  if (new Set(key).size < 12 || /secret|change.?me|example|password|daylight|development/i.test(key)) {
    return [`${name} can be guessed: make one with openssl rand -base64 32`]
  }
  const isShared = keyPurposes.some((other) => other !== purpose && given[other] === key)
  return isShared ? [`${name} must not be the key of another purpose`] : []
}

/** What a key is known by without being known: it is made by chance, so nobody finds it by trying. */
export function fingerprintOf(key: string): string {
  return createHmac('sha256', key).update('daylight-key').digest('hex').slice(0, 16)
}

/** Where the key of a purpose comes from, and since when a file holds it; nothing is made. */
export function lookAtKey(purpose: KeyPurpose, { given, directory }: KeyPlace): { source: KeySource; since?: Date } {
  if (given[purpose] !== undefined) return { source: 'environment' }
  const file = join(directory, purpose)
  return existsSync(file) ? { source: 'file', since: statSync(file).mtime } : { source: 'file' }
}

/**
 * Puts a new key into the file of a purpose; with `keepBefore` the one before stays beside it, until `dropKeyBefore`. Each
 * step is whole or not done at all, and one that was cut off is gone on with: no key is lost under which something stands.
 */
export function renewKeyFile(directory: string, purpose: KeyPurpose, { keepBefore }: { keepBefore: boolean }): void {
  const current = keyInFile(directory, purpose)
  const before = keyBefore(directory, purpose)
  // A renewal that was cut off after this point: what stands under the key before has not been moved yet.
  if (keepBefore && before !== undefined && before !== current) return
  if (keepBefore) replaceFile(beforeFile(directory, purpose), (fresh) => copyFileSync(join(directory, purpose), fresh))
  replaceFile(join(directory, purpose), writeKey)
}

/** Takes the key before away: nothing stands under it any more. */
export function dropKeyBefore(directory: string, purpose: KeyPurpose): void {
  rmSync(beforeFile(directory, purpose), { force: true })
}

function replaceFile(file: string, fill: (fresh: string) => void): void {
  const fresh = `${file}.fresh`
  // One that a stop left behind was never used.
  rmSync(fresh, { force: true })
  fill(fresh)
  chmodSync(fresh, 0o600)
  renameSync(fresh, file)
}

function keyInFile(directory: string, purpose: KeyPurpose): string {
  const file = join(directory, purpose)
  if (!existsSync(file)) {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    try {
      writeKey(file)
    } catch (error) {
      // Whoever writes first has made it.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  // A copy of the folder may have lost what keeps others out.
  chmodSync(file, 0o600)
  return readFileSync(file, 'utf8')
}

function keyBefore(directory: string, purpose: KeyPurpose): string | undefined {
  const file = beforeFile(directory, purpose)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

const writeKey = (file: string) =>
  writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
const beforeFile = (directory: string, purpose: KeyPurpose) => join(directory, `${purpose}.before`)
