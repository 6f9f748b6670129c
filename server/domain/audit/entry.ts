import type { Actor, PlaceKind } from '../access.ts'

export const outcomes = ['done', 'refused'] as const

/** Which rows or which filter a deed was about: row ids and plain values. */
export type Subject = Record<string, string | number | boolean | null | readonly string[]>

/** One line of the audit: who, in which role and place, did what to which rows, why, when, in which request. */
export interface AuditEntry {
  id: string
  bodyId: string | null
  at: Date
  personId: string
  role: string
  assignmentId: string | null
  placeKind: PlaceKind | null
  placeId: string | null
  action: string
  outcome: (typeof outcomes)[number]
  /** `Subject` as text with its names in order. */
  subject: string
  reason: string | null
  requestId: string | null
}

/** What is told to the audit: the actor's role and place are taken from the actor, never from the teller. */
export interface Deed {
  by: Actor
  /** What was done, as `noun.deed`: assignment.grant, session.begin, audit.list. */
  action: string
  subject?: Subject
  /** Why, where a reason was asked for. */
  reason?: string
  outcome?: AuditEntry['outcome']
  at: Date
  requestId: string | null
}

/** The entry that a deed leaves. */
export function entryOf(deed: Deed): Omit<AuditEntry, 'id'> {
  const { by, subject = {} } = deed
  return {
    bodyId: by.bodyId,
    at: deed.at,
    personId: by.userId,
    role: by.role,
    assignmentId: by.assignment?.id ?? null,
    placeKind: by.assignment?.place.kind ?? null,
    placeId: by.assignment?.place.id ?? null,
    action: deed.action,
    outcome: deed.outcome ?? 'done',
    subject: JSON.stringify(Object.fromEntries(Object.entries(subject).sort(([a], [b]) => (a < b ? -1 : 1)))),
    reason: deed.reason ?? null,
    requestId: deed.requestId,
  }
}
