import { date, timestamp, uuid } from 'drizzle-orm/pg-core'
import { v7 } from 'uuid'

/** A row's own id: UUIDv7 made here, so that ids sort by the time of their making on both engines. */
export const id = () => uuid().primaryKey().$defaultFn(v7)

/** A moment, in UTC. */
export const moment = () => timestamp({ withTimezone: true, mode: 'date' })

/** A calendar day as YYYY-MM-DD. */
export const day = () => date({ mode: 'string' })
