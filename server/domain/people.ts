import { type Actor, type BodyKind, can, describeRole, isRole, type Place, type Role } from './access.ts'
import { DomainError } from './errors.ts'

/** A role at a place that a person holds or is to hold. */
export interface Holding {
  id?: string
  personId: string
  role: string
  place: Place
  /** Until when it was granted; absent where it runs for as long as nobody ends it. */
  until?: Date | null
}

/** Whether a role, as it stands in an assignment, is that of an administrator or of an auditor. */
export const isDuty = (role: string, duty: 'administrator' | 'auditor') =>
  isRole(role) && describeRole(role).duty === duty

/**
 * Whether an administrator may give `asked` to a person who holds `running` already.
 *
 * @throws DomainError NOT_FOUND for a person of another body, NOT_PERMITTED for a role of another body or for oneself,
 *   INVALID for a place where the role is not held, NOT_POSSIBLE_NOW for a team of an inspection, when it runs already, the duties exclude each other, or the person has left.
 */
export function decideGrant(
  by: Actor,
  person: { id: string; bodyId: string; bodyKind: BodyKind; endedAt?: Date | null } | undefined,
  asked: { role: Role; place: Place },
  running: readonly Holding[],
): void {
  if (!can(by, 'assignment.grant')) throw new DomainError('NOT_PERMITTED', 'error.not-permitted')
  if (!person || (by.role !== 'system' && person.bodyId !== by.bodyId)) {
    throw new DomainError('NOT_FOUND', 'person.none')
  }
  if (person.endedAt) throw new DomainError('NOT_POSSIBLE_NOW', 'person.ended')
  // Nobody raises themselves: a second administrator must agree.
  if (person.id === by.userId) throw new DomainError('NOT_PERMITTED', 'assignment.self')
  const entry = describeRole(asked.role)
  if (entry.body !== person.bodyKind) throw new DomainError('NOT_PERMITTED', 'assignment.other-body')
  if (!entry.places.includes(asked.place.kind)) throw new DomainError('INVALID', 'assignment.place')
  // A team is its inspection's, and there are no inspections yet.
  if (asked.place.kind === 'team') throw new DomainError('NOT_POSSIBLE_NOW', 'assignment.no-team')
  if (running.some((one) => one.role === asked.role && isSame(one.place, asked.place))) {
    throw new DomainError('NOT_POSSIBLE_NOW', 'assignment.running')
  }
  refuseBothDuties(asked.role, running)
}

/** A role for a time ends later than now. Throws DomainError INVALID `assignment.until`. */
export function refusePast(until: Date | undefined, now: Date): void {
  if (until && until <= now) throw new DomainError('INVALID', 'assignment.until')
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
  keepAnAdministrator(
    running,
    running.filter((one) => one.id !== assignmentId),
  )
}

/**
 * Whether an administrator may end a person of their body: all their roles, which are among `running`, and their sessions.
 *
 * @throws DomainError NOT_FOUND for a person of another body, NOT_PERMITTED for oneself, NOT_POSSIBLE_NOW for somebody
 *   who has left already and for the body's last administrator.
 */
export function decidePersonEnd(
  by: Actor,
  person: { id: string; bodyId: string; endedAt: Date | null } | undefined,
  running: readonly Holding[],
): void {
  if (!can(by, 'assignment.end')) throw new DomainError('NOT_PERMITTED', 'error.not-permitted')
  if (!person || (by.role !== 'system' && person.bodyId !== by.bodyId))
    throw new DomainError('NOT_FOUND', 'person.none')
  if (person.id === by.userId) throw new DomainError('NOT_PERMITTED', 'person.self')
  if (person.endedAt) throw new DomainError('NOT_POSSIBLE_NOW', 'person.ended')
  keepAnAdministrator(
    running,
    running.filter((one) => one.personId !== person.id),
  )
}

/** How many second factors the administrators of a body may take away within an hour; a choice of this product. */
export const mostResets = 5

/** What is known of a person's second factors before they are taken away. */
export interface Resettable {
  id: string
  bodyId: string
  endedAt: Date | null
  hasSecondFactor: boolean
}

/**
 * Whether an administrator may take the second factors of a person of their body away, for a `reason`, when `resets` of the
 * body were made within the last hour. Gives the reason as it is written down.
 *
 * @throws DomainError NOT_FOUND for a person of another body, NOT_PERMITTED for oneself, INVALID without a reason,
 *   NOT_POSSIBLE_NOW for somebody who has left or has none, and when it was done too often.
 */
export function decideReset(by: Actor, person: Resettable | undefined, reason: string, resets: number): string {
  if (!can(by, 'second-factor.reset')) throw new DomainError('NOT_PERMITTED', 'error.not-permitted')
  if (!person || person.bodyId !== by.bodyId) throw new DomainError('NOT_FOUND', 'person.none')
  if (person.id === by.userId) throw new DomainError('NOT_PERMITTED', 'second-factor.self')
  const why = sufficientReason(reason)
  if (person.endedAt) throw new DomainError('NOT_POSSIBLE_NOW', 'person.ended')
  if (!person.hasSecondFactor) throw new DomainError('NOT_POSSIBLE_NOW', 'second-factor.nothing-to-reset')
  if (resets >= mostResets) throw new DomainError('NOT_POSSIBLE_NOW', 'second-factor.reset-too-often', { mostResets })
  return why
}

/**
 * Whose second factors whoever runs the installation may take away for a body: those of its only administrator, whom nobody else
 * of the body can help. `administrators` are the people whose role of an administrator runs, one entry a role. Gives the reason as
 * it is written down.
 *
 * @throws DomainError NOT_POSSIBLE_NOW for a body with no administrator or with another who can do it, INVALID without a reason.
 */
export function decideRestore(administrators: readonly string[], reason: string): { personId: string; reason: string } {
  const [personId, ...others] = new Set(administrators)
  if (!personId) throw new DomainError('NOT_POSSIBLE_NOW', 'restore.nobody')
  if (others.length > 0) throw new DomainError('NOT_POSSIBLE_NOW', 'restore.another')
  return { personId, reason: sufficientReason(reason) }
}

function sufficientReason(given: string): string {
  const reason = given.normalize('NFC').trim()
  if (reason.length < 10) throw new DomainError('INVALID', 'second-factor.reason')
  return reason
}

/** A body that had an administrator keeps one, and one whose role runs for as long as nobody ends it. */
function keepAnAdministrator(before: readonly Holding[], after: readonly Holding[]): void {
  const isLasting = (one: Holding) => isDuty(one.role, 'administrator') && !one.until
  if (before.some(isLasting) && !after.some(isLasting)) {
    throw new DomainError('NOT_POSSIBLE_NOW', 'assignment.last-administrator')
  }
}

function isSame(one: Place, other: Place): boolean {
  return one.kind === other.kind && one.id === other.id
}
