import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { placeKinds } from '../../server/domain/access.ts'
import { messageKinds } from '../../server/domain/mail/message.ts'
import { invitationPolicies, outgoingMessagePolicies } from '../policies.ts'
import { id, moment } from './columns.ts'
import { bodies, people } from './people.ts'

/** An offer to somebody outside to become a person of a body, in one role at one place. Taken up once, or revoked, or expired. */
export const invitations = pgTable(
  'invitations',
  {
    id: id(),
    bodyId: uuid()
      .notNull()
      .references(() => bodies.id),
    /** The name of the account that it will make. */
    name: text().notNull(),
    /** In lower case. */
    email: text().notNull(),
    role: text().notNull(),
    placeKind: text({ enum: placeKinds }).notNull(),
    placeId: uuid(),
    invitedBy: text().notNull(),
    invitedAt: moment().notNull(),
    /** SHA-256 of the token in the message that was sent last; empty until one was sent. The token itself is kept nowhere. */
    tokenHash: text().unique(),
    expiresAt: moment(),
    acceptedAt: moment(),
    personId: text(),
    revokedAt: moment(),
    revokedBy: text(),
  },
  (t) => [
    foreignKey({ columns: [t.personId, t.bodyId], foreignColumns: [people.id, people.bodyId] }),
    check('invitations_email_lower', sql`${t.email} = lower(${t.email})`),
    check('invitations_place', sql`(place_kind = 'country') = (place_id is null)`),
    check('invitations_token', sql`(token_hash is null) = (expires_at is null)`),
    check('invitations_accepted', sql`(accepted_at is null) = (person_id is null)`),
    check('invitations_revoked', sql`(revoked_at is null) = (revoked_by is null)`),
    check('invitations_one_end', sql`accepted_at is null or revoked_at is null`),
    // A body asks an address once at a time: the newer invitation takes the place of the older.
    uniqueIndex('invitations_open').on(t.bodyId, t.email).where(sql`accepted_at is null and revoked_at is null`),
    ...invitationPolicies(t.bodyId),
  ],
)

/** A message that waits to be sent. It is deleted when it was handed over, and says until then why it was not. */
export const outgoingMessages = pgTable(
  'outgoing_messages',
  {
    id: id(),
    kind: text({ enum: messageKinds }).notNull(),
    /** The invitation, the address that somebody typed, or the account that it is about. Never a secret: tokens are made when it is sent. */
    about: text().notNull(),
    failures: integer().notNull().default(0),
    lastFault: text(),
    /** Not before this moment; empty for at once. */
    nextAt: moment(),
  },
  (t) => [index('outgoing_messages_next').on(t.nextAt), ...outgoingMessagePolicies(t.kind, t.about)],
)
