import { type SQL, sql } from 'drizzle-orm'

/** The day of a moment, UTC. */
const dayOf = (now: SQL) => sql`(${now} at time zone 'UTC')::date`
const inForce = (day: SQL) => sql`v.valid_from <= ${day} and (v.valid_to is null or v.valid_to > ${day})`

/**
 * The question for the body of some people and the roles that run at `now`, the oldest first, with the places as they are
 * called that day; `whose` says of whom, of `p.id`.
 */
export function rolesHeld(whose: SQL, now: SQL): SQL {
  const isInForce = inForce(dayOf(now))
  return sql`
    select p.id as "personId", b.id as "bodyId", b.kind as "bodyKind", b.name as "bodyName", a.id as "assignmentId",
      a.role, a.place_kind as "placeKind", a.place_id as "placeId", coalesce(f.key, r.key) as "placeKey",
      coalesce((select v.name from facility_versions v where v.facility_id = f.id and ${isInForce}),
        (select v.name from region_versions v where v.region_id = r.id and ${isInForce})) as "placeName"
    from people p join bodies b on b.id = p.body_id
    left join assignments a on a.person_id = p.id and a.ended_at is null and (a.until is null or a.until > ${now})
    left join facilities f on a.place_kind = 'facility' and f.id = a.place_id
    left join regions r on a.place_kind = 'region' and r.id = a.place_id
    where ${whose} order by p.added_at, p.id, a.granted_at, a.id`
}

/** The question for a region with all that lie below it on the day of `now`, and for the facilities in them on that day. */
export function reachOf(regionId: SQL, now: SQL): SQL {
  const isInForce = inForce(dayOf(now))
  return sql`
    with recursive held(id) as (
      select ${regionId}
      union select v.region_id from region_versions v join held on v.parent_id = held.id where ${isInForce})
    select (select coalesce(json_agg(id), '[]') from held) as regions,
      (select coalesce(json_agg(distinct v.facility_id), '[]') from facility_versions v
        where v.region_id in (select id from held) and ${isInForce}) as facilities`
}
