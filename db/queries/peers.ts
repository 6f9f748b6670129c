import { sql } from 'drizzle-orm'
import type { Scope } from '../../server/domain/access.ts'
import type { PeerFacts } from '../../server/domain/peers/peer-groups.ts'
import type { Day } from '../../server/domain/period.ts'
import type { Plain, Tx } from '../client.ts'
import { inScope } from './scope.ts'

/** What register and certificates say of a facility on one day, as far as its peers are chosen by it. */
export type PeerRegisterRow = { id: string } & Omit<PeerFacts, 'unsentencedShare'>

/** The facilities of `scope` that were open on `day`, in no order. */
export async function listPeerRegister(tx: Tx, scope: Scope, day: Day): Promise<PeerRegisterRow[]> {
  const inForce = sql`valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)`
  const rows = await tx.execute<Plain<PeerRegisterRow>>(sql`
    with v as (select distinct on (facility_id) facility_id, security_level, regime, holds_sex from facility_versions
      where ${inForce} and ${inScope(sql`facility_id`, scope)} order by facility_id, valid_from desc),
    c as (select distinct on (facility_id) facility_id, certified_places from capacity_certificates
      where superseded_at is null and ${inForce} and ${inScope(sql`facility_id`, scope)}
      order by facility_id, valid_from desc)
    select v.facility_id as id, v.security_level as "securityLevel", v.regime, v.holds_sex as "holdsSex",
      c.certified_places as places from v left join c on c.facility_id = v.facility_id`)
  return [...rows]
}
