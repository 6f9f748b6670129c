import type { ShownRefusal } from './entry-form.tsx'

/** Whether a passkey is made, or shown to enter. */
export type PasskeyDeed = 'make' | 'show'

/** Where the browser goes next, or why not. */
export type PasskeyAnswer = { to: string } | { refused: ShownRefusal }

/** Whether this browser speaks of passkeys in JSON (WebAuthn Level 3). */
export function canUsePasskeys(): boolean {
  return typeof PublicKeyCredential !== 'undefined' && 'parseRequestOptionsFromJSON' in PublicKeyCredential
}

/** Fetches the question from `address`, has the device answer it, and brings the answer there. */
export async function askPasskey(
  deed: PasskeyDeed,
  address: string,
  extra: Record<string, string>,
): Promise<PasskeyAnswer> {
  const asked = await fetch(address, { headers: { Accept: 'application/json' } })
  if (!asked.ok) return refusalIn(asked)
  const credential = await deviceAnswer[deed](await asked.json()).catch(() => null)
  if (!credential) return notShown
  const body = JSON.stringify({ response: (credential as PublicKeyCredential).toJSON(), ...extra })
  const answer = await fetch(address, { method: 'POST', body, headers: { 'Content-Type': 'application/json' } })
  return answer.ok ? ((await answer.json()) as PasskeyAnswer) : refusalIn(answer)
}

const deviceAnswer = {
  make: (question: PublicKeyCredentialCreationOptionsJSON) =>
    navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(question) }),
  show: (question: PublicKeyCredentialRequestOptionsJSON) =>
    navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(question) }),
}

/** The device was asked, and its holder has said no, or has no passkey of this place. */
const notShown: PasskeyAnswer = { refused: { messageId: 'passkey.not-shown', values: {} } }

async function refusalIn(answer: Response): Promise<PasskeyAnswer> {
  const refused = (await answer.json().catch(() => undefined)) as ShownRefusal | undefined
  return { refused: refused?.messageId ? refused : { messageId: 'error.unexpected', values: {} } }
}
