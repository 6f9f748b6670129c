import {
  bigint,
  index,
  integer,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { placeKinds } from '../../server/domain/access.ts'
import { breaks } from '../../server/domain/audit/chain.ts'
import { outcomes } from '../../server/domain/audit/entry.ts'
import {
  actorRole,
  auditPolicies,
  chainPolicies,
  droppedEntryPolicies,
  droppedLinkPolicies,
  droppedPolicies,
  ownChain,
  queuePolicies,
  systemPolicies,
} from '../policies.ts'
import { id, moment } from './columns.ts'

/** A moment to the millisecond, as it is hashed: a finer one could be altered unseen. */
const hashedMoment = () => timestamp({ withTimezone: true, mode: 'date', precision: 3 })

/** What was done, by whom, where and why. Only ever added to, in the transaction of the deed itself. */
export const auditEntries = pgTable(
  'audit_entries',
  {
    id: id(),
    /** The body in whose chain it stands; empty for the installation's own. */
    bodyId: uuid(),
    at: hashedMoment().notNull(),
    personId: text().notNull(),
    role: text().notNull(),
    assignmentId: uuid(),
    placeKind: text({ enum: placeKinds }),
    placeId: uuid(),
    action: text().notNull(),
    outcome: text({ enum: outcomes }).notNull(),
    /** Which rows or which filter, as it is hashed: row ids, never a key of a person in custody, never a secret. */
    subject: text().notNull(),
    reason: text(),
    requestId: text(),
  },
  (t) => [
    index('audit_entries_body').on(t.bodyId, t.id),
    index('audit_entries_person').on(t.personId, t.id),
    ...auditPolicies(t.bodyId, t.personId),
    ...droppedEntryPolicies(t.id),
  ],
)

/** Entries that were not sealed yet. */
export const auditQueue = pgTable('audit_queue', { entryId: uuid().primaryKey() }, () => queuePolicies())

/** Whoever seals holds this one row: entries are put in order in turn, whatever the number of processes. */
export const auditTurn = pgTable('audit_turn', { id: integer().primaryKey(), takenAt: moment() }, () =>
  systemPolicies(),
)

/** One link of a body's chain: the entry's place in it, and a hash over the entry and the link before. */
export const auditSeals = pgTable(
  'audit_seals',
  {
    /** The body; the nil UUID for the installation's own chain. */
    chainId: uuid().notNull(),
    sequence: bigint({ mode: 'number' }).notNull(),
    entryId: uuid().notNull(),
    previousHash: text().notNull(),
    hash: text().notNull(),
    sealedAt: hashedMoment().notNull(),
    /** The key that signed the last link of a round, and its signature; empty on the links before it. */
    keyId: text(),
    signature: text(),
  },
  (t) => [
    primaryKey({ columns: [t.chainId, t.sequence] }),
    uniqueIndex('audit_seals_entry').on(t.entryId),
    ...chainPolicies(t.chainId),
    ...droppedLinkPolicies(t.chainId, t.sequence, t.sealedAt),
  ],
)

/** What is kept of links whose entries were dropped after their term: from where to where, and a signed hash. Only ever added to. */
export const auditDrops = pgTable(
  'audit_drops',
  {
    chainId: uuid().notNull(),
    fromSequence: bigint({ mode: 'number' }).notNull(),
    toSequence: bigint({ mode: 'number' }).notNull(),
    previousHash: text().notNull(),
    hash: text().notNull(),
    droppedAt: hashedMoment().notNull(),
    keyId: text().notNull(),
    signature: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.chainId, t.fromSequence] }), ...droppedPolicies(t.chainId)],
)

/** What the last reading of a body's whole chain found, for its auditor; made by the system. */
export const auditChecks = pgTable(
  'audit_checks',
  {
    chainId: uuid().primaryKey(),
    checkedAt: moment().notNull(),
    /** Links that hold. */
    links: bigint({ mode: 'number' }).notNull(),
    /** The first link that does not, with its entry and what is wrong; all empty when every link holds. */
    brokenSequence: bigint({ mode: 'number' }),
    brokenEntryId: uuid(),
    brokenReason: text({ enum: breaks }),
    /** The key that signs, and since when. */
    keyId: text(),
    keySince: moment(),
    /** When somebody asked for another reading; empty when none is waited for. */
    wantedAt: moment(),
  },
  (t) => [
    ...chainPolicies(t.chainId, 'security.read'),
    pgPolicy('actor_asks', {
      for: 'update',
      to: actorRole,
      using: ownChain(t.chainId, 'audit.read'),
      withCheck: ownChain(t.chainId, 'audit.read'),
    }),
  ],
)
