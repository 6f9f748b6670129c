import { createHash } from 'node:crypto'
import { v7 } from 'uuid'
import type { Database, Tx } from '../../db/client.ts'
import { deleteGone, type Gone, layOutGone, listGoing, listLastDays } from '../../db/queries/gone-rows.ts'
import { listFacilityIds } from '../../db/queries/places.ts'
import {
  findProposal,
  findTerm,
  listOrdered,
  listPersonsHeld,
  listRunPieces,
  listStaffHeld,
  type Proposal,
  type RunPiece,
  saveOrder,
  saveProposal,
  saveRunPiece,
  saveTerm,
} from '../../db/queries/retention.ts'
import { lockFacilities } from '../../db/queries/returns.ts'
import { countWaiting } from '../../db/queries/waiting.ts'
import { type Actor, systemActor } from '../domain/access.ts'
import { DomainError } from '../domain/errors.ts'
import { addGoing, type Going, goingText, rowsByRecord } from '../domain/retention/going.ts'
import { hasPassed, isAllowedTerm, passedBefore, type Term, usualTerm } from '../domain/retention/term.ts'
import { recordAudit } from './audit.ts'
import { freezeFacility } from './freeze.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const dayOf = (now: Date) => now.toISOString().slice(0, 10)

/** Persons whose rows go in one transaction: on the embedded engine a piece should stay short. */
const personsAPiece = { embedded: 100, postgresql: 2000 }

/** The term that is in force, and who decided it when: nobody, for the usual one. */
export async function termInForce(tx: Tx): Promise<Term & { decidedBy: string | null; decidedAt: Date | null }> {
  return (await findTerm(tx)) ?? { ...usualTerm, decidedBy: null, decidedAt: null }
}

/**
 * Decides another term. What was proposed under the term before is no longer true and has to be found anew.
 *
 * @throws DomainError INVALID `retention.term` for a term out of bounds, or other than the usual one without a law.
 */
export async function decideTerm(tx: Tx, by: Actor, term: Term, occasion: { now: Date; requestId: string | null }) {
  if (!isAllowedTerm(term)) throw new DomainError('INVALID', 'retention.term')
  const { now, requestId } = occasion
  const basis = term.basis.trim()
  await saveTerm(tx, { id: v7(), months: term.months, basis, decidedBy: by.userId, decidedAt: now })
  await recordAudit(tx, { by, action: 'retention.term', subject: { months: term.months, basis }, at: now, requestId })
}

/** What has passed its term on the day of `now`. */
export interface Found {
  termMonths: number
  persons: number
  going: Going[]
  token: string
}

/**
 * Finds what has passed its term and changes nothing: the dry run. The token is a hash over every row that would go.
 *
 * @throws DomainError NOT_POSSIBLE_NOW `retention.pending` while an import waits for its figures: what it brought would be
 *   frozen without it.
 */
export function findPassed(db: Database, now: Date): Promise<Found> {
  return db.asSystem(async (tx) => {
    const { months: termMonths } = await termInForce(tx)
    return lookThrough(tx, termMonths, dayOf(now))
  })
}

async function lookThrough(tx: Tx, termMonths: number, today: string): Promise<Found> {
  const { persons, staff } = await listPassed(tx, termMonths, today)
  await layOutGone(tx, { persons, staff, unowned: { termMonths, today } })
  const going = await listGoing(tx)
  const token = sha256(goingText(termMonths, going))
  return { termMonths, persons: persons.length + staff.length, going, token }
}

async function listPassed(tx: Tx, months: number, today: string): Promise<Omit<Gone, 'unowned'>> {
  const { facilities, sums } = await countWaiting(tx, 'all')
  if (facilities + sums > 0) throw new DomainError('NOT_POSSIBLE_NOW', 'retention.pending')
  const before = passedBefore({ months }, today)
  const persons = (await listPersonsHeld(tx, before)).filter((one) => hasPassed(one, { months }, today))
  const staff = (await listStaffHeld(tx, before)).filter((one) => hasPassed(one, { months }, today))
  return { persons: persons.map(({ key }) => key), staff: staff.map(({ facilityId, key }) => ({ facilityId, key })) }
}

const dayMs = 86_400_000

/** Proposes once a day; not while an import waits for its figures. */
export async function proposeDaily(db: Database, now: Date): Promise<void> {
  const known = await db.asSystem(findProposal)
  const { months } = await db.asSystem(termInForce)
  if (known && known.termMonths === months && now.getTime() - known.madeAt.getTime() < dayMs) return
  const { facilities, sums } = await db.asSystem((tx) => countWaiting(tx, 'all'))
  if (facilities + sums === 0) await proposeDeletion(db, now)
}

/** Finds what has passed its term and proposes its deletion, unless a proposal of the same day says the same. Gives the proposal. */
export async function proposeDeletion(db: Database, now: Date): Promise<Proposal> {
  const found = await findPassed(db, now)
  return db.asSystem(async (tx) => {
    const known = await findProposal(tx)
    if (known?.token === found.token && now.getTime() - known.madeAt.getTime() < dayMs) return known
    const proposal = { id: v7({ msecs: now.getTime() }), madeAt: now, ...found }
    await saveProposal(tx, proposal)
    const subject = { proposal: proposal.id, ...told(found) }
    await recordAudit(tx, { by: systemActor, action: 'retention.propose', subject, at: now, requestId: null })
    return proposal
  })
}

/** What the audit is told: counts and hashes, never the key of anybody. */
function told({ persons, going, token }: Omit<Found, 'termMonths'>) {
  const rows = [...rowsByRecord(going)].map(([recordId, count]) => `${recordId} ${count}`)
  return { persons, rows, token }
}

/**
 * Orders that a proposal be carried out, which the job does.
 *
 * @throws DomainError NOT_POSSIBLE_NOW `retention.changed` when it is not the newest.
 */
export async function orderDeletion(
  tx: Tx,
  by: Actor,
  token: string,
  occasion: { now: Date; requestId: string | null },
) {
  const proposal = await findProposal(tx)
  if (proposal?.token !== token) throw new DomainError('NOT_POSSIBLE_NOW', 'retention.changed')
  await saveOrder(tx, { proposalId: proposal.id, orderedBy: by.userId, orderedAt: occasion.now })
  const subject = { proposal: proposal.id, token }
  await recordAudit(tx, { by, action: 'retention.order', subject, at: occasion.now, requestId: occasion.requestId })
}

/** Carries out what was ordered; gives how many runs came to their end. */
export async function carryOutOrders(db: Database, now: Date): Promise<number> {
  const ordered = await db.asSystem(listOrdered)
  for (const proposal of ordered) {
    try {
      await deletePassed(db, proposal, now)
    } catch (error) {
      if (!(error instanceof DomainError && error.messageId === 'retention.changed')) throw error
      await db.asSystem((tx) => savePiece(tx, proposal, { persons: 0, going: [] }, now, 'changed'))
    }
  }
  return ordered.length
}

/**
 * Deletes what a proposal named, in pieces of one transaction each: figures are frozen, rows are deleted, and the audit says
 * so, or nothing of it. After a stop in the middle the same call goes on with what is left.
 *
 * @throws DomainError NOT_POSSIBLE_NOW `retention.changed` when what has passed its term is no longer what was proposed, and
 *   what `findPassed` throws.
 */
export async function deletePassed(db: Database, proposal: Proposal, now: Date): Promise<void> {
  const today = dayOf(proposal.madeAt)
  const { persons, staff } = await db.asSystem(async (tx) => {
    const found = await lookThrough(tx, proposal.termMonths, today)
    await refuseChanged(tx, proposal, found)
    return listPassed(tx, proposal.termMonths, today)
  })
  const piece = personsAPiece[db.engine]
  for (let start = 0; start < persons.length; start += piece) {
    const some = persons.slice(start, start + piece)
    await db.asSystem((tx) => deletePiece(tx, proposal, { persons: some, staff: [] }, now))
  }
  const unowned = { termMonths: proposal.termMonths, today }
  await db.asSystem((tx) => deletePiece(tx, proposal, { persons: [], staff, unowned }, now, 'whole'))
}

/** What is left of a proposal must be what it named, less what its own pieces have deleted. */
async function refuseChanged(tx: Tx, proposal: Proposal, found: Found): Promise<void> {
  const { months } = await termInForce(tx)
  const done = (await listRunPieces(tx, 10_000)).filter(({ runId }) => runId === proposal.id)
  const isSame = done.length === 0 ? found.token === proposal.token : isRest(proposal.going, done, found.going)
  if (!isSame || months !== proposal.termMonths) throw new DomainError('NOT_POSSIBLE_NOW', 'retention.changed')
}

function isRest(named: readonly Going[], done: readonly RunPiece[], left: readonly Going[]): boolean {
  const sums = (pieces: readonly (readonly Going[])[]) =>
    addGoing(pieces)
      .map(({ facilityId, recordId, rows }) => `${facilityId} ${recordId} ${rows}`)
      .sort()
      .join('\n')
  return sums([named]) === sums([...done.map(({ going }) => going), left])
}

/** One piece of a deletion, in the transaction of `tx`. */
async function deletePiece(tx: Tx, proposal: Proposal, gone: Gone, now: Date, end?: 'whole'): Promise<void> {
  const { termMonths, madeAt } = proposal
  // No import brings anybody back while this goes on.
  await lockFacilities(tx, await listFacilityIds(tx))
  const before = passedBefore({ months: termMonths }, dayOf(madeAt))
  const still = gone.persons.length > 0 ? await listPersonsHeld(tx, before, gone.persons) : []
  const persons = still.filter((one) => hasPassed(one, { months: termMonths }, dayOf(madeAt))).map(({ key }) => key)
  if (persons.length < gone.persons.length) throw new DomainError('NOT_POSSIBLE_NOW', 'retention.changed')
  await layOutGone(tx, gone)
  const going = await listGoing(tx)
  const frozen: string[] = []
  for (const [facilityId, goneUntil] of await listLastDays(tx)) {
    const own = going.filter((one) => one.facilityId === facilityId)
    frozen.push(await freezeFacility(tx, { facilityId, goneUntil, runId: proposal.id, going: own, now }))
  }
  const deleted = await deleteGone(tx)
  const rows = going.reduce((sum, one) => sum + one.rows, 0)
  if (deleted !== rows) throw new Error(`${deleted} rows were deleted where ${rows} were laid out`)
  await savePiece(tx, proposal, { persons: gone.persons.length + gone.staff.length, going }, now, end)
  const subject = {
    proposal: proposal.id,
    ...told({ persons: gone.persons.length + gone.staff.length, going, token: sha256(goingText(termMonths, going)) }),
    frozen: sha256(frozen.join('\n')),
  }
  await recordAudit(tx, { by: systemActor, action: 'retention.delete', subject, at: now, requestId: null })
}

async function savePiece(
  tx: Tx,
  { id, termMonths }: Proposal,
  { persons, going }: { persons: number; going: Going[] },
  now: Date,
  end?: 'whole' | 'changed',
): Promise<void> {
  await saveRunPiece(tx, { id: v7(), runId: id, at: now, termMonths, persons, going, end: end ?? null })
}
