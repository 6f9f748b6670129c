import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import type { KeyRing } from '../domain/keys.ts'

/** Encrypts the secret of a code generator under the current key. */
export function lockSecret({ current }: KeyRing, secret: string): Promise<string> {
  return symmetricEncrypt({ key: current, data: secret })
}

/** A secret, and whether it stood under the current key; undefined when it opens under neither. */
export async function unlockSecret(
  { current, before }: KeyRing,
  locked: string,
): Promise<{ secret: string; isCurrent: boolean } | undefined> {
  const own = await openUnder(current, locked)
  if (own !== undefined) return { secret: own, isCurrent: true }
  const older = before === undefined ? undefined : await openUnder(before, locked)
  return older === undefined ? undefined : { secret: older, isCurrent: false }
}

/** The cipher knows whether a key is the right one (XChaCha20-Poly1305), and throws when it is not. */
function openUnder(key: string, data: string): Promise<string | undefined> {
  return symmetricDecrypt({ key, data }).catch(() => undefined)
}
