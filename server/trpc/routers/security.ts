import { findAuditCheck } from '../../../db/queries/audit-reading.ts'
import { listBodyAssignments, listBodyPeople } from '../../../db/queries/body-people.ts'
import { listKeyAges } from '../../../db/queries/keys.ts'
import { countWaitingMessages } from '../../../db/queries/outgoing-messages.ts'
import { isOldKey, postureOf } from '../../domain/security-posture.ts'
import { permitted, router } from '../init.ts'
import { ownBodyOf } from '../own-body.ts'

/** How safe the actor's own body is: second factors, stale accounts, roles that end, messages, keys, the audit's chain. */
export const security = router({
  get: permitted('security.read', { audited: true }).query(async ({ ctx: { tx, actor, now } }) => {
    const { id } = ownBodyOf(actor)
    const people = await listBodyPeople(tx, id)
    const running = (await listBodyAssignments(tx, id)).filter(
      ({ endedAt, until }) => endedAt === null && (until === null || until > now()),
    )
    const ofPerson = (personId: string) => running.filter((one) => one.personId === personId)
    const posture = postureOf(
      people.map((person) => ({ ...person, running: ofPerson(person.id) })),
      now(),
    )
    const named = (ids: readonly string[]) =>
      people
        .filter((one) => ids.includes(one.id))
        .map((person) => ({ id: person.id, name: person.name, lastSeenAt: person.lastSeenAt, addedAt: person.addedAt }))
    const check = await findAuditCheck(tx, id)
    const { failures: _, ...messages } = await countWaitingMessages(tx)
    return {
      people: posture.people,
      withoutForcedFactor: named(posture.withoutForcedFactor),
      withoutFactor: named(posture.withoutFactor),
      stale: named(posture.stale),
      withoutRole: named(posture.withoutRole),
      ending: running
        .filter((one) => posture.endingAssignments.includes(one.id))
        .map((one) => ({ ...one, name: people.find((person) => person.id === one.personId)?.name ?? null })),
      check,
      messages,
      isKeyOld: Boolean(check?.keySince && isOldKey(check.keySince, now())),
      keys: (await listKeyAges(tx)).map((key) => ({ ...key, isOld: isOldKey(key.since, now()) })),
    }
  }),
})
