import type { Database } from '../../db/client.ts'
import type { SessionCookie } from '../auth/session-cookie.ts'
import type { Visitor } from '../domain/visitor.ts'
import { enterDemonstration, listDemonstrationAccounts } from '../services/demonstration-accounts.ts'
import { type Browser, chooseRole, findVisitor, leave, type Moment } from '../services/visits.ts'

/** What the door of the site knows of one request. */
export interface Doorway {
  database: Database
  cookie: SessionCookie
  browser: Browser
  moment: Moment
}

/** Who stands at the door, by the cookie that the browser carries. */
export function whoComes({ database, cookie, moment }: Doorway, headers: Headers): Promise<Visitor> {
  return findVisitor(database, cookie.read(headers.get('cookie')), moment)
}

/** What a page can do about the visitor's session. Each deed is in transactions of its own; cookies are what it gives. */
export function openDoor({ database, cookie, browser, moment }: Doorway, visitor: Visitor) {
  return {
    /** The accounts that a demonstration offers to everybody; none in a real installation. */
    demonstrationAccounts: () => listDemonstrationAccounts(database, moment.now),
    /** Enters one of them, leaving the session before. Gives the cookie of the new session. */
    enterDemonstration: async (personId: string) => {
      const token = await enterDemonstration(database, personId, browser, moment)
      await leave(database, visitor, moment)
      return cookie.write(token)
    },
    /** Acts in another role. Gives the cookie of the session, which has another token from then on. */
    chooseRole: async (assignmentId: string) => cookie.write(await chooseRole(database, visitor, assignmentId, moment)),
    /** Ends the session. Gives the cookie that takes the token away. */
    leave: async () => {
      await leave(database, visitor, moment)
      return cookie.clear()
    },
  }
}
