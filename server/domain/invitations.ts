import { z } from 'zod'
import { type Actor, type BodyKind, can, type Place, type Role } from './access.ts'
import { DomainError } from './errors.ts'
import { decideGrant } from './people.ts'

const hour = 3_600_000

/** How long an invitation may be taken up after its message was sent; a choice of this product, milliseconds. */
export const invitationLifeMs = 72 * hour

/** Whom an administrator asks in: the name of the account, where the message goes, and what they will hold. */
export interface AskedInvitation {
  name: string
  email: string
  role: Role
  place: Place
}

// No line breaks and nothing else that cannot be seen: both go into the heads of messages.
const Name = z
  .string()
  .transform((text) => text.normalize('NFC').trim())
  .refine((text) => /^[^\p{C}\p{Zl}\p{Zp}]{1,100}$/u.test(text))
const Email = z
  .string()
  .max(254)
  .transform((text) => text.normalize('NFKC').trim().toLowerCase())
  .pipe(z.email())

/** An address in the one form in which it is kept and compared; undefined when it is none. */
export function normalEmail(text: string): string | undefined {
  return Email.safeParse(text).data
}

/**
 * Whether an administrator may invite `asked` into `body`; gives it with name and address in the form in which they are kept.
 *
 * @throws DomainError as `decideGrant` does, and INVALID for a name or an address that cannot be used.
 */
export function decideInvitation(
  by: Actor,
  body: { id: string; kind: BodyKind } | undefined,
  asked: AskedInvitation,
): AskedInvitation {
  if (!can(by, 'person.invite')) throw new DomainError('NOT_PERMITTED', 'error.not-permitted')
  if (!body) throw new DomainError('NOT_FOUND', 'body.none')
  // Nobody yet: whoever comes has no id and holds nothing.
  decideGrant(by, { id: '', bodyId: body.id, bodyKind: body.kind }, asked, [])
  const name = Name.safeParse(asked.name)
  if (!name.success) throw new DomainError('INVALID', 'invitation.name')
  const email = normalEmail(asked.email)
  if (!email) throw new DomainError('INVALID', 'invitation.email')
  return { ...asked, name: name.data, email }
}

/** What decides whether an invitation can still be taken up. */
export interface InvitationEnds {
  expiresAt: Date | null
  acceptedAt: Date | null
  revokedAt: Date | null
}

export const invitationStates = ['waiting', 'sent', 'expired', 'accepted', 'revoked'] as const
export type InvitationState = (typeof invitationStates)[number]

/** Where an invitation stands at `now`: `waiting` until its message was sent. Only a `sent` one can be taken up. */
export function invitationState({ expiresAt, acceptedAt, revokedAt }: InvitationEnds, now: Date): InvitationState {
  if (acceptedAt) return 'accepted'
  if (revokedAt) return 'revoked'
  if (!expiresAt) return 'waiting'
  return now < expiresAt ? 'sent' : 'expired'
}
