import { describeRole, isRole } from './access.ts'

const day = 86_400_000

/** From when on something is pointed out; choices of this product. */
export const postureLimits = {
  /** An account that nobody used for this long may belong to somebody who has left. */
  staleMs: 90 * day,
  /** Somebody who was added this long ago and never came probably never will. */
  neverCameMs: 30 * day,
  /** A role that ends within this time is to be granted again or let go. */
  endingMs: 30 * day,
  /** A key in use for longer is to be changed. */
  oldKeyMs: 365 * day,
} as const

/** A person with the roles that run, as far as the posture needs them. */
export interface PosturePerson {
  id: string
  addedAt: Date
  endedAt: Date | null
  lastSeenAt: Date | null
  hasSecondFactor: boolean
  running: readonly { id: string; role: string; until: Date | null }[]
}

/** What is to be looked at in a body: ids of people and of assignments. */
export interface Posture {
  people: number
  /** A role of theirs asks for a second factor, and they have none: nothing is shown to them until they do. */
  withoutForcedFactor: string[]
  /** No role of theirs asks for one, and they have none. */
  withoutFactor: string[]
  /** They have not been here for long, or never came. */
  stale: string[]
  /** They have an account and hold no role. */
  withoutRole: string[]
  endingAssignments: string[]
}

/** The security posture of a body's people at `now`; whoever has left is not counted. */
export function postureOf(everybody: readonly PosturePerson[], now: Date): Posture {
  const people = everybody.filter((one) => one.endedAt === null)
  const bare = people.filter((one) => !one.hasSecondFactor && one.running.length > 0)
  const ending = people.flatMap(({ running }) => running).filter(({ until }) => until && isWithin(now, until))
  return {
    people: people.length,
    withoutForcedFactor: ids(bare.filter(isForced)),
    withoutFactor: ids(bare.filter((one) => !isForced(one))),
    stale: ids(people.filter((one) => isStale(one, now))),
    withoutRole: ids(people.filter((one) => one.running.length === 0)),
    endingAssignments: ending.map((one) => one.id),
  }
}

/** Whether a key has been used for so long that it is to be changed. */
export function isOldKey(since: Date, now: Date): boolean {
  return now.getTime() - since.getTime() > postureLimits.oldKeyMs
}

const ids = (people: readonly PosturePerson[]) => people.map((one) => one.id)

function isForced({ running }: PosturePerson): boolean {
  return running.some(({ role }) => isRole(role) && describeRole(role).isSecondFactorForced)
}

function isStale({ lastSeenAt, addedAt }: PosturePerson, now: Date): boolean {
  if (lastSeenAt) return now.getTime() - lastSeenAt.getTime() > postureLimits.staleMs
  return now.getTime() - addedAt.getTime() > postureLimits.neverCameMs
}

function isWithin(now: Date, until: Date): boolean {
  return until.getTime() - now.getTime() <= postureLimits.endingMs
}
