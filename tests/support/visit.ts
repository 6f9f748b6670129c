import type { LoadContext } from '../../app/load-context.ts'
import type { Database } from '../../db/client.ts'
import { prepareEntrance } from '../../server/auth/entrance.ts'
import { sessionCookie } from '../../server/auth/session-cookie.ts'
import type { Visitor } from '../../server/domain/visitor.ts'
import { beginSession, findVisitor, type Moment } from '../../server/services/visits.ts'
import { openDoor } from '../../server/web/door.ts'

export const testSettings = { publicUrl: 'http://localhost:3000', secret: 'x7Kq2m'.repeat(8) }
/** Under this key second factors stand in tests. */
export const testRing = { current: 'w4Rb9k'.repeat(8) }
export const testCookie = sessionCookie(testSettings)

/** What the frame of a page's context knows of a visitor: all but the way to the API. */
export function visitContext(db: Database, visitor: Visitor, now: Date): Omit<LoadContext, 'ask'> {
  const moment: Moment = { clock: now, now, requestId: null }
  const browser = { address: null, agent: null }
  return {
    visitor,
    door: openDoor({ database: db, cookie: testCookie, browser, moment }, visitor),
    entrance: prepareEntrance(db, { ...testSettings, secondFactors: testRing, traces: 'traces' })({
      browser,
      moment,
      cookies: null,
      visitor,
    }),
    report: (error) => {
      throw error
    },
    nonce: 'nonce',
    requestId: 'request',
  }
}

/** Signs a person in with two proofs, and finds them by their new session as the next request would. */
export async function signedInAs(
  db: Database,
  personId: string,
  now: Date,
): Promise<{ token: string; visitor: Visitor }> {
  const moment: Moment = { clock: now, now, requestId: null }
  const token = await beginSession(db, { personId, factors: 2, browser: { address: null, agent: null } }, moment)
  return { token, visitor: await findVisitor(db, token, moment) }
}
