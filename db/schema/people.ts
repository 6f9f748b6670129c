import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bodyKinds, type Permission, placeKinds } from '../../server/domain/access.ts'
import { peoplePolicies, sharedPolicies } from '../policies.ts'
import { id, moment } from './columns.ts'
import { user } from './sign-in.ts'

/** A body that shares the installation: its people, its visits and its audit are its own. */
export const bodies = pgTable(
  'bodies',
  { id: id(), key: text().notNull(), kind: text({ enum: bodyKinds }).notNull(), name: text().notNull() },
  (t) => [uniqueIndex('bodies_key').on(t.key), ...sharedPolicies()],
)

/** Who sees the people of their body: whoever looks after them, and whoever reads what they did. */
const readers: Permission[] = ['person.read', 'audit.read', 'security.read']

/** A person with an account, of exactly one body and for ever; the id is the account's. */
export const people = pgTable(
  'people',
  {
    id: text().primaryKey(),
    /** The same as `id`, as the sign-in library keeps it: nobody is a person without an account. */
    accountId: uuid()
      .generatedAlwaysAs(sql`id::uuid`)
      .references(() => user.id),
    bodyId: uuid()
      .notNull()
      .references(() => bodies.id),
    addedAt: moment().notNull(),
    /** When the person left the body; whoever left holds no role and is given none. */
    endedAt: moment(),
    endedBy: text(),
  },
  (t) => [
    // An assignment names its person's body: the two can never differ.
    unique('people_body').on(t.id, t.bodyId),
    // One spelling of it: an id in capitals would be another text and the same account.
    check('people_id', sql`id = id::uuid::text`),
    check('people_end', sql`(ended_at is null) = (ended_by is null)`),
    ...peoplePolicies(t.bodyId, t.id, { read: readers, add: 'person.invite', change: 'assignment.end' }),
  ],
)

/** A role that a person holds at a place, from its granting to its end. Never deleted, only ended. */
export const assignments = pgTable(
  'assignments',
  {
    id: id(),
    personId: text().notNull(),
    bodyId: uuid().notNull(),
    /** A role of server/domain/access.ts; one that no longer exists opens nothing. */
    role: text().notNull(),
    placeKind: text({ enum: placeKinds }).notNull(),
    /** The region, facility or team; empty for the country. */
    placeId: uuid(),
    grantedBy: text().notNull(),
    grantedAt: moment().notNull(),
    /** From this moment on it opens nothing, although nobody has ended it; empty for as long as nobody does. */
    until: moment(),
    endedAt: moment(),
    endedBy: text(),
  },
  (t) => [
    foreignKey({ columns: [t.personId, t.bodyId], foreignColumns: [people.id, people.bodyId] }),
    check('assignments_place', sql`(place_kind = 'country') = (place_id is null)`),
    check('assignments_end', sql`(ended_at is null) = (ended_by is null)`),
    // The same role at the same place runs once.
    uniqueIndex('assignments_running')
      .on(t.personId, t.role, t.placeKind, sql`coalesce(place_id, '00000000-0000-0000-0000-000000000000')`)
      .where(sql`ended_at is null`),
    index('assignments_person').on(t.personId, t.grantedAt),
    ...peoplePolicies(t.bodyId, t.personId, {
      read: readers,
      add: 'assignment.grant',
      change: 'assignment.end',
    }),
  ],
)
