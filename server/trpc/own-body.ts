import { type Actor, type BodyKind, describeRole } from '../domain/access.ts'
import { DomainError } from '../domain/errors.ts'

/** The body whose people, sessions and audit are the actor's own. Whoever is of no body finds none. */
export function ownBodyOf({ bodyId, role }: Actor): { id: string; kind: BodyKind } {
  const { body: kind } = describeRole(role)
  if (!bodyId || !kind) throw new DomainError('NOT_FOUND', 'body.none')
  return { id: bodyId, kind }
}
