import { type Actor, type BodyKind, describeRole, type Place, publicActor, type Role } from './access.ts'

/** A role that a person holds today, with what its place is called; the country and a team have neither key nor name. */
export interface HeldRole {
  assignmentId: string
  role: Role
  place: Place
  placeKey: string | null
  placeName: string | null
}

/** A signed-in person as every page knows them: who they are, what they hold, and which of it they act in. */
export interface SignedIn {
  sessionId: string
  personId: string
  name: string
  body: { id: string; kind: BodyKind; name: string }
  /** All roles that run today, the oldest first. */
  held: readonly HeldRole[]
  /** The one of them that the session acts in. */
  acting: HeldRole | undefined
  /** How many proofs the session began with. */
  factors: number
  /** What has to be done before anything is shown: choose a role (or be given one), or prove oneself a second time. */
  lacks: 'role' | 'second-factor' | undefined
}

/** Whoever a request comes from. */
export interface Visitor {
  /** In whose eyes the request reads: the public's for as long as the session lacks anything. */
  actor: Actor
  signedIn: SignedIn | undefined
  /** The database could not be asked: nothing is shown, and nobody is told to sign in who may have done so. */
  isUnknown?: boolean
}

export const stranger: Visitor = { actor: publicActor, signedIn: undefined }

/**
 * Which of the held roles a session acts in: the chosen one, or the only one. A chosen role that has ended is not replaced
 * by another behind the person's back, unless there is only one left.
 */
export function actingRole(held: readonly HeldRole[], chosenId: string | null): HeldRole | undefined {
  return held.find((one) => one.assignmentId === chosenId) ?? (held.length === 1 ? held[0] : undefined)
}

/**
 * What a session that acts in `acting` lacks. `factors` is the number of proofs that it began with; whoever has a second
 * factor gives it, whether the role demands one or not.
 */
export function lackOf(acting: HeldRole | undefined, factors: number, hasSecondFactor: boolean): SignedIn['lacks'] {
  // Before the choice of a role: whoever has not proved it all looks after no account either.
  if (hasSecondFactor && factors < 2) return 'second-factor'
  if (!acting) return 'role'
  return describeRole(acting.role).isSecondFactorForced && factors < 2 ? 'second-factor' : undefined
}
