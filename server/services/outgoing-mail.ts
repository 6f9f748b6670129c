import type { Database } from '../../db/client.ts'
import { findUserToWrite, saveReset } from '../../db/queries/accounts.ts'
import {
  claimMessage,
  dropMessage,
  type OutgoingMessage,
  saveMessageFailure,
} from '../../db/queries/outgoing-messages.ts'
import { pauseAfter } from '../domain/mail/message.ts'
import { resetLifeMs } from '../domain/sign-in/reset.ts'
import { issueToken } from './invitations.ts'
import type { MailCarrier } from './mail-carrier.ts'
import { type Letter, writeLetter } from './mail-words.ts'
import { hashOfToken, makeToken } from './one-time-token.ts'

/** What sending needs: the database, who carries, where the pages are reached, and the world's time. */
export interface Post {
  db: Database
  carrier: MailCarrier
  publicUrl: string
  clock: () => Date
}

/** How long one message may take; after that another process may try it. */
const leaseMs = 2 * 60_000

/**
 * Sends what waits and is due, one message after the other, no transaction open meanwhile. What cannot be handed over stays
 * and is tried again after a pause that grows. Gives how many were sent and how many failed, with the last fault.
 */
export async function sendWaiting(post: Post): Promise<{ sent: number; failed: number; fault?: unknown }> {
  const done: { sent: number; failed: number; fault?: unknown } = { sent: 0, failed: 0 }
  for (;;) {
    const now = post.clock()
    const message = await post.db.asSystem((tx) => claimMessage(tx, now, new Date(now.getTime() + leaseMs)))
    if (!message) return done
    try {
      if (await sendOne(post, message)) done.sent++
    } catch (error) {
      done.failed++
      done.fault = error
      const failures = message.failures + 1
      const nextAt = new Date(post.clock().getTime() + pauseAfter(failures))
      await post.db.asSystem((tx) =>
        saveMessageFailure(tx, message.id, { failures, lastFault: faultCode(error), nextAt }),
      )
    }
  }
}

/** False when there was nobody to write to. */
async function sendOne(post: Post, message: OutgoingMessage): Promise<boolean> {
  const letter = await letterOf[message.kind](post, message.about)
  if (letter) await post.carrier.hand(letter, post.clock())
  await post.db.asSystem((tx) => dropMessage(tx, message.id))
  return letter !== undefined
}

/** Tokens are made at the last moment, so that no table ever holds one. */
const letterOf: Record<OutgoingMessage['kind'], (post: Post, about: string) => Promise<Letter | undefined>> = {
  invitation: async ({ db, publicUrl, clock }, invitationId) => {
    const issued = await db.asSystem((tx) => issueToken(tx, invitationId, clock()))
    if (!issued) return undefined
    const { token, expiresAt: until, invitation } = issued
    const { name, email } = invitation
    return writeLetter('invitation', email, { name, link: `${publicUrl}/invitation/${token}`, until })
  },
  // Whether an address has an account is found out here, behind the back of whoever asks for it.
  reset: async ({ db, publicUrl, clock }, email) => {
    const token = makeToken()
    const until = new Date(clock().getTime() + resetLifeMs)
    const user = await db.asSignIn(async (tx) => {
      const found = await findUserToWrite(tx, { email })
      if (found) await saveReset(tx, { userId: found.id, tokenHash: hashOfToken(token), expiresAt: until, at: clock() })
      return found
    })
    return user && writeLetter('reset', user.email, { name: user.name, link: `${publicUrl}/reset/${token}`, until })
  },
  'second-factor-reset': (post, userId) => tell(post, 'second-factor-reset', userId, '/sign-in'),
  'administrator-restored': (post, userId) => tell(post, 'administrator-restored', userId, '/sign-in'),
  'administrator-restored-told': (post, userId) =>
    tell(post, 'administrator-restored-told', userId, '/administration/audit'),
  'password-changed': async ({ db, publicUrl, clock }, userId) => {
    const user = await db.asSignIn((tx) => findUserToWrite(tx, { id: userId }))
    return (
      user && writeLetter('password-changed', user.email, { name: user.name, link: `${publicUrl}/reset`, on: clock() })
    )
  },
}

/** News to somebody who has an account, with the page on which they go on. */
async function tell({ db, publicUrl }: Post, kind: OutgoingMessage['kind'], userId: string, path: string) {
  const user = await db.asSignIn((tx) => findUserToWrite(tx, { id: userId }))
  return user && writeLetter(kind, user.email, { name: user.name, link: `${publicUrl}${path}` })
}

/** What went wrong as a word: the text of a fault may hold addresses. */
function faultCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^[A-Z_0-9]{1,40}$/.test(code) ? code : 'UNKNOWN'
}
