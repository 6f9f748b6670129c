import { hashPassword } from 'better-auth/crypto'
import { v7 } from 'uuid'
import type { Database } from '../../db/client.ts'
import { findBody } from '../../db/queries/people.ts'
import { type Entrance, prepareEntrance } from '../../server/auth/entrance.ts'
import type { SingleSignOnSettings } from '../../server/auth/single-sign-on.ts'
import { type BodyKind, type Role, systemActor } from '../../server/domain/access.ts'
import type { Visitor } from '../../server/domain/visitor.ts'
import { prepareBodies } from '../../server/services/bodies.ts'
import { acceptInvitation, invitePerson, issueToken } from '../../server/services/invitations.ts'
import { beginSession, findVisitor } from '../../server/services/visits.ts'
import { testCookie, testRing, testSettings } from './visit.ts'

/** A browser of a test: keeps cookies, and comes to the entrance again and again. */
export interface Guest {
  /** One request: `await guest.ask((entrance) => entrance.enterByPassword(…))`. Cookies of the answer are kept. */
  ask<T>(deed: (entrance: Entrance) => Promise<T>): Promise<T>
  visitor(): Promise<Visitor>
  /** The time of the next requests. */
  clock: Date
  cookies: Map<string, string>
}

export function openGuest(
  db: Database,
  { address = null as string | null, clock = new Date(), single = undefined as SingleSignOnSettings | undefined } = {},
): Guest {
  const entranceOf = prepareEntrance(db, {
    ...testSettings,
    secondFactors: testRing,
    traces: 'traces-of-tests',
    single,
  })
  const moment = () => ({ clock: guest.clock, now: guest.clock, requestId: 'r' })
  const header = () => [...guest.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const guest: Guest = {
    clock,
    cookies: new Map(),
    visitor: () => findVisitor(db, testCookie.read(header()), moment()),
    ask: async (deed) => {
      const browser = { address, agent: 'test' }
      const arrival = { browser, moment: moment(), cookies: header(), visitor: await guest.visitor() }
      const given = await deed(entranceOf(arrival))
      keep(guest.cookies, given)
      return given
    },
  }
  return guest
}

function keep(cookies: Map<string, string>, given: unknown): void {
  const { cookies: many = [], cookie } = (typeof given === 'object' && given ? given : {}) as {
    cookies?: string[]
    cookie?: string
  }
  for (const line of typeof given === 'string' ? [given] : cookie ? [cookie, ...many] : many) {
    const [pair = ''] = line.split(';')
    const at = pair.indexOf('=')
    if (pair.slice(at + 1) === '') cookies.delete(pair.slice(0, at))
    else cookies.set(pair.slice(0, at), pair.slice(at + 1))
  }
}

/** The password of those who come by `newcomer`; it is hashed once a file. */
export const password = 'tin kettle under blue moss'
let hashed: Promise<string> | undefined

/** Somebody who has taken up an invitation with `password`, and the browser in which they are signed in by one proof. */
export async function newcomer(db: Database, email: string, role: Role = 'npm-member') {
  const token = await invitationFor(db, email, 'npm', role)
  const guest = openGuest(db)
  hashed ??= hashPassword(password)
  const taken = { token, passwordHash: await hashed }
  const personId = await db.asSystem((tx) => acceptInvitation(tx, { now: guest.clock, requestId: 'r' }, taken))
  const moment = { clock: guest.clock, now: guest.clock, requestId: 'r' }
  const browser = { address: null, agent: 'test' }
  keep(guest.cookies, testCookie.write(await beginSession(db, { personId, factors: 1, browser }, moment)))
  return { email, token, guest, personId }
}

/** The token of an invitation to a role of the whole country, as its message would carry it. */
export function invitationFor(db: Database, email: string, body: BodyKind, role: Role, now = new Date()) {
  return db.asSystem(async (tx) => {
    await prepareBodies(tx)
    const found = await findBody(tx, body)
    const occasion = { actor: systemActor, now, requestId: null }
    const asked = { name: `Guest ${v7().slice(-4)}`, email, role, place: { kind: 'country', id: null } } as const
    const id = await invitePerson(tx, occasion, found!.id, asked)
    return (await issueToken(tx, id, now))!.token
  })
}
