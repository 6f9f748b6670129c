import { type Actor, type BodyKind, can, describeRole, isRole, type Place, type Role } from './access.ts'
import { DomainError } from './errors.ts'

/** A role at a place that a person holds or is to hold. */
export interface Holding {
  id?: string
  personId: string
  role: string
  place: Place
}

const isDuty = (role: string, duty: 'administrator' | 'auditor') => isRole(role) && describeRole(role).duty === duty

/**
 * Whether an administrator may give `asked` to a person who holds `running` already.
 *
 * @throws DomainError NOT_FOUND for a person of another body, NOT_PERMITTED for a role of another body or for oneself,
 *   INVALID for a place where the role is not held, NOT_POSSIBLE_NOW when it runs already or the duties exclude each other.
 */
export function decideGrant(
  by: Actor,
  person: { id: string; bodyId: string; bodyKind: BodyKind } | undefined,
  asked: { role: Role; place: Place },
  running: readonly Holding[],
): void {
  if (!can(by, 'assignment.grant')) throw new DomainError('NOT_PERMITTED', 'error.not-permitted')
  if (!person || (by.role !== 'system' && person.bodyId !== by.bodyId)) {
    throw new DomainError('NOT_FOUND', 'person.none')
  }
  // Nobody raises themselves: a second administrator must agree.
  if (person.id === by.userId) throw new DomainError('NOT_PERMITTED', 'assignment.self')
  const entry = describeRole(asked.role)
  if (entry.body !== person.bodyKind) throw new DomainError('NOT_PERMITTED', 'assignment.other-body')
  if (!entry.places.includes(asked.place.kind)) throw new DomainError('INVALID', 'assignment.place')
  if (running.some((one) => one.role === asked.role && isSame(one.place, asked.place))) {
    throw new DomainError('NOT_POSSIBLE_NOW', 'assignment.running')
  }
  refuseBothDuties(asked.role, running)
}

/** Whoever reads what administrators did is none of them. */
function refuseBothDuties(role: Role, running: readonly Holding[]): void {
  const opposite = { administrator: 'auditor', auditor: 'administrator' } as const
  const { duty } = describeRole(role)
  if (duty && running.some((one) => isDuty(one.role, opposite[duty]))) {
    throw new DomainError('NOT_POSSIBLE_NOW', 'assignment.both-duties')
  }
}

/**
 * Whether an administrator may end one of the assignments `running` in their body.
 *
 * @throws DomainError NOT_FOUND when it is not among them, NOT_POSSIBLE_NOW for the body's last administrator.
 */
export function decideEnd(by: Actor, assignmentId: string, running: readonly Holding[]): void {
  if (!can(by, 'assignment.end')) throw new DomainError('NOT_PERMITTED', 'error.not-permitted')
  const ended = running.find((one) => one.id === assignmentId)
  if (!ended) throw new DomainError('NOT_FOUND', 'assignment.none')
  const administrators = new Set(
    running.filter((one) => one.id !== assignmentId && isDuty(one.role, 'administrator')).map((one) => one.personId),
  )
  if (isDuty(ended.role, 'administrator') && administrators.size === 0) {
    throw new DomainError('NOT_POSSIBLE_NOW', 'assignment.last-administrator')
  }
}

function isSame(one: Place, other: Place): boolean {
  return one.kind === other.kind && one.id === other.id
}
