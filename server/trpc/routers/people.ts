import { z } from 'zod'
import type { Tx } from '../../../db/client.ts'
import {
  type BodyAssignment,
  type BodyPerson,
  findPlaceId,
  listBodyAssignments,
  listBodyInvitations,
  listBodyPeople,
  listPlaces,
} from '../../../db/queries/body-people.ts'
import { describeRole, isRole, type Place, placeKinds, roles, rolesOf } from '../../domain/access.ts'
import { DomainError } from '../../domain/errors.ts'
import { invitationState } from '../../domain/invitations.ts'
import { invitePerson, revokeInvitation } from '../../services/invitations.ts'
import { endAssignment, endPerson, grantAssignment, resetSecondFactor } from '../../services/people.ts'
import { permitted, router } from '../init.ts'
import { line } from '../inputs.ts'
import { occasionOf } from '../occasion.ts'
import { ownBodyOf } from '../own-body.ts'

/** A role that runs until a day runs to the end of that day, UTC. */
const Day = z.iso.date().transform((day) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000))

const held = {
  role: z.enum(roles),
  at: z.strictObject({ kind: z.enum(placeKinds), key: line(100).optional() }),
}
const Grant = z.strictObject({ person: z.uuid(), until: Day.optional(), ...held })
const Invitation = z.strictObject({ name: line(300), email: line(300), ...held })

/** The people of the actor's own body. Those of others do not exist. */
export const people = router({
  list: permitted('person.read', { audited: true }).query(async ({ ctx: { tx, actor, now } }) => {
    const bodyId = ownBodyOf(actor).id
    const everybody = await listBodyPeople(tx, bodyId)
    const held = await listBodyAssignments(tx, bodyId)
    return everybody.map((person) => personWith(person, held, now()))
  }),

  get: permitted('person.read', { audited: true })
    .input(z.strictObject({ person: z.uuid() }))
    .query(async ({ ctx: { tx, actor, now }, input }) => {
      const bodyId = ownBodyOf(actor).id
      const [person] = await listBodyPeople(tx, bodyId, input.person)
      if (!person) throw new DomainError('NOT_FOUND', 'person.none')
      const held = await listBodyAssignments(tx, bodyId, input.person)
      return { ...personWith(person, held, now()), ended: held.filter((one) => !isRunning(one, now())) }
    }),

  /** What can be granted in the actor's body: its roles with the kinds of their places, and the places there are. */
  choices: permitted('assignment.grant').query(async ({ ctx: { tx, actor } }) => {
    const { kind } = ownBodyOf(actor)
    const held = rolesOf(kind).map((role) => ({ role, places: describeRole(role).places }))
    return { roles: held, ...(await listPlaces(tx)) }
  }),

  grant: permitted('assignment.grant')
    .input(Grant)
    .mutation(async ({ ctx, input }) => {
      const { person: personId, role, until } = input
      const place = await placeOf(ctx.tx, input.at)
      return { assignment: await grantAssignment(ctx.tx, occasionOf(ctx), { personId, role, place, until }) }
    }),

  /** Who was asked in, the newest first. */
  invitations: permitted('person.read', { audited: true }).query(async ({ ctx: { tx, actor, now } }) => {
    const asked = await listBodyInvitations(tx, ownBodyOf(actor).id)
    return asked.map((one) => ({ ...one, state: invitationState(one, now()) }))
  }),

  invite: permitted('person.invite')
    .input(Invitation)
    .mutation(async ({ ctx, input }) => {
      const { at, ...who } = input
      const asked = { ...who, place: await placeOf(ctx.tx, at) }
      return { invitation: await invitePerson(ctx.tx, occasionOf(ctx), ownBodyOf(ctx.actor).id, asked) }
    }),

  revokeInvitation: permitted('person.invite')
    .input(z.strictObject({ invitation: z.uuid() }))
    .mutation(({ ctx, input }) => revokeInvitation(ctx.tx, occasionOf(ctx), input.invitation)),

  endAssignment: permitted('assignment.end')
    .input(z.strictObject({ assignment: z.uuid() }))
    .mutation(({ ctx, input }) => endAssignment(ctx.tx, occasionOf(ctx), input.assignment)),

  /** For whoever has lost device and recovery codes. */
  resetSecondFactor: permitted('second-factor.reset')
    .input(z.strictObject({ person: z.uuid(), reason: line(300) }))
    .mutation(async ({ ctx, input: { person: personId, reason } }) => ({
      sessions: await resetSecondFactor(ctx.tx, occasionOf(ctx), { personId, reason }),
    })),

  end: permitted('assignment.end')
    .input(z.strictObject({ person: z.uuid() }))
    .mutation(async ({ ctx, input }) => ({ sessions: await endPerson(ctx.tx, occasionOf(ctx), input.person) })),
})

function personWith(person: BodyPerson, held: readonly BodyAssignment[], now: Date) {
  const running = held.filter((one) => one.personId === person.id && isRunning(one, now))
  const isSecondFactorForced = running.some(({ role }) => isRole(role) && describeRole(role).isSecondFactorForced)
  return { ...person, isSecondFactorForced, running }
}

function isRunning({ endedAt, until }: BodyAssignment, now: Date): boolean {
  return endedAt === null && (until === null || until > now)
}

/** The place that is meant by its kind and key. */
async function placeOf(tx: Tx, { kind, key }: { kind: Place['kind']; key?: string | undefined }): Promise<Place> {
  // Whether a role is held in a team is the domain's to say.
  if (kind === 'country' || kind === 'team') return { kind, id: null }
  const id = key === undefined ? undefined : await findPlaceId(tx, kind, key)
  if (id === undefined) throw new DomainError('INVALID', 'assignment.place')
  return { kind, id }
}
