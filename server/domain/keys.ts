/** What each secret key of an installation is for. One key, one purpose: the loss of one opens nothing of another. */
export const keyPurposes = ['sign-in', 'second-factors', 'traces', 'surrogates'] as const
export type KeyPurpose = (typeof keyPurposes)[number]

/** The keys that a web server works with. The one for surrogates is an import's alone, at the terminal. */
export const serverPurposes = ['sign-in', 'second-factors', 'traces'] as const satisfies KeyPurpose[]

export const keySources = ['file', 'environment'] as const
export type KeySource = (typeof keySources)[number]

/** A key with the one before it, for as long as something may still stand under that. */
export interface KeyRing {
  current: string
  before?: string | undefined
}

/** What is known of the key that an installation worked with last. */
export interface KnownKey {
  fingerprint: string
}

/**
 * Whether a key may be taken into use after the one that is known: what was made with that one must not be lost by a mistake.
 *
 * - `same`: it is the known one, or the first.
 * - `changed`: another one, and nothing is lost by it, or what stands under the known one can still be read.
 * - `lost`: second factors stand under a key that is not here, or people would get other surrogates than before.
 */
export function changeOfKey(
  purpose: KeyPurpose,
  known: KnownKey | undefined,
  ring: { current: string; before?: string | undefined },
  hasDependants: boolean,
): 'same' | 'changed' | 'lost' {
  if (!known || known.fingerprint === ring.current) return 'same'
  const isNeeded = (purpose === 'second-factors' || purpose === 'surrogates') && hasDependants
  return isNeeded && known.fingerprint !== ring.before ? 'lost' : 'changed'
}
