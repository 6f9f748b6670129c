import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import {
  accountPolicies,
  ofBodyPolicies,
  resetPolicy,
  secondFactorPolicies,
  sessionPolicies,
  signInPolicies,
} from '../policies.ts'
import { id, moment } from './columns.ts'

/**
 * The tables of sign-in: who may enter, by what proof, and for how long. The role `daylight_sign_in` reads them; a body's
 * administrator sees of their own people's what db/roles.ts grants, and never a secret. Names of tables and columns are those that the sign-in library asks for.
 */
export const user = pgTable(
  'user',
  {
    id: id(),
    name: text().notNull(),
    /** In lower case; the only personal datum that is kept, because messages go there. */
    email: text().notNull().unique(),
    emailVerified: boolean().notNull().default(false),
    image: text(),
    twoFactorEnabled: boolean().notNull().default(false),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
    /** When a session of theirs was last seen; sessions themselves go when they end. */
    lastSeenAt: moment(),
    /** When an administrator took their second factors away: until they have set up another, nothing is shown to them. */
    secondFactorResetAt: moment(),
  },
  (t) => [
    check('user_email_lower', sql`${t.email} = lower(${t.email})`),
    ...accountPolicies(),
    ...ofBodyPolicies(t.id, ['person.read', 'session.read', 'audit.read', 'security.read']),
    resetPolicy(t.id, t.twoFactorEnabled),
  ],
)

const ofUser = () =>
  uuid()
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' })

/** One signed-in browser. `expiresAt` is the absolute end, `updatedAt` the last time it was seen. */
export const session = pgTable(
  'session',
  {
    id: id(),
    userId: ofUser(),
    token: text().notNull().unique(),
    /** How many proofs the session began with: a password alone is one, a passkey or a password with a code two. */
    factors: integer().notNull().default(1),
    /** The role that the person acts in, of those they hold; empty while none was chosen. One that ended opens nothing. */
    assignmentId: uuid(),
    expiresAt: moment().notNull(),
    ipAddress: text(),
    userAgent: text(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
  },
  (t) => [
    index('session_of_user').on(t.userId),
    check('session_factors', sql`factors in (1, 2)`),
    ...sessionPolicies(t.userId),
  ],
)

/** A password, or an identity of the single sign-on, of one user. */
export const account = pgTable(
  'account',
  {
    id: id(),
    userId: ofUser(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: moment(),
    refreshTokenExpiresAt: moment(),
    scope: text(),
    /** The scrypt hash, never the password. */
    password: text(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
  },
  (t) => [index('account_of_user').on(t.userId), ...accountPolicies()],
)

/** A challenge that is waiting for its answer: a second factor, a passkey, a return from the single sign-on. */
export const verification = pgTable(
  'verification',
  {
    id: id(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: moment().notNull(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
  },
  (t) => [index('verification_by_identifier').on(t.identifier), ...signInPolicies()],
)

/** The secret of a user's code generator and the recovery codes, both encrypted. */
export const twoFactor = pgTable(
  'two_factor',
  {
    id: id(),
    userId: ofUser().unique(),
    secret: text().notNull(),
    backupCodes: text().notNull(),
    verified: boolean().notNull().default(true),
    failedVerificationCount: integer().notNull().default(0),
    lockedUntil: moment(),
    /** The half minute of the last code that was taken: neither it nor an earlier one is taken again. */
    lastStep: integer().notNull().default(0),
  },
  (t) => secondFactorPolicies(t.userId, ['second-factor.reset']),
)

/** The public half of a user's passkey. */
export const passkey = pgTable(
  'passkey',
  {
    id: id(),
    userId: ofUser(),
    name: text(),
    publicKey: text().notNull(),
    credentialID: text('credential_id').notNull().unique(),
    counter: integer().notNull(),
    deviceType: text().notNull(),
    backedUp: boolean().notNull(),
    transports: text(),
    aaguid: text(),
    createdAt: moment(),
  },
  (t) => [
    index('passkey_of_user').on(t.userId),
    ...secondFactorPolicies(t.userId, ['person.read', 'security.read', 'second-factor.reset']),
  ],
)

/** How often something was tried by one address or against one account since a moment; the key holds no name. */
export const rateLimit = pgTable(
  'rate_limit',
  { key: text().primaryKey(), count: integer().notNull(), beganAt: moment().notNull() },
  () => signInPolicies(),
)
