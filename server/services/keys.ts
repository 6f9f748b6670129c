import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DomainError } from '../domain/errors.ts'

/** The signing key of one purpose, and the public keys of all that were before it. */
export interface SigningKeys {
  keyId: string
  sign(text: string): string
  /** False for a key that nobody here ever had. */
  verify(keyId: string, text: string, signature: string): boolean
}

/**
 * The Ed25519 key of a purpose, made when there is none: `PURPOSE.pem`, readable by its owner alone, with the public key
 * of each key that ever was beside it.
 *
 * @throws DomainError `key.open` when others may read the private key.
 */
export function openSigningKeys(directory: string, purpose: string): SigningKeys {
  const file = privateFile(directory, purpose)
  if (!existsSync(file)) makeKey(directory, purpose)
  if ((statSync(file).mode & 0o077) !== 0) throw new DomainError('NOT_POSSIBLE_NOW', 'key.open', { file })
  const key = createPrivateKey(readFileSync(file))
  return {
    keyId: keyIdOf(createPublicKey(key)),
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64'),
    verify: (keyId, text, signature) => {
      const known = publicKey(directory, purpose, keyId)
      return known !== undefined && verify(null, Buffer.from(text), known, Buffer.from(signature, 'base64'))
    },
  }
}

/** Puts a new key in the place of the current one, whose public half stays to check what it signed. Gives the new key's id. */
export function rotateSigningKey(directory: string, purpose: string): string {
  return makeKey(directory, purpose)
}

function makeKey(directory: string, purpose: string): string {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const { privateKey, publicKey: half } = generateKeyPairSync('ed25519')
  const keyId = keyIdOf(half)
  writeFileSync(publicFile(directory, purpose, keyId), half.export({ type: 'spki', format: 'pem' }), { mode: 0o644 })
  // Whole or not at all: a start that is cut off leaves the key before.
  const fresh = `${privateFile(directory, purpose)}.${keyId}`
  writeFileSync(fresh, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
  renameSync(fresh, privateFile(directory, purpose))
  return keyId
}

function publicKey(directory: string, purpose: string, keyId: string): KeyObject | undefined {
  // The id comes from the database: nothing but an id becomes part of a file's name.
  if (!/^[0-9a-f]{16}$/.test(keyId)) return undefined
  const file = publicFile(directory, purpose, keyId)
  if (!existsSync(file)) return undefined
  const key = createPublicKey(readFileSync(file))
  return keyIdOf(key) === keyId ? key : undefined
}

function keyIdOf(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16)
}

const privateFile = (directory: string, purpose: string) => join(directory, `${purpose}.pem`)
const publicFile = (directory: string, purpose: string, keyId: string) =>
  join(directory, `${purpose}.${keyId}.public.pem`)
