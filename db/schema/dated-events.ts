import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { datedEventKinds, eventPlaceKinds } from '../../server/domain/dated-events.ts'
import { eventPolicies } from '../policies.ts'
import { day, id, moment } from './columns.ts'

/**
 * What happened to a country, a region or a facility, to be seen beside its figures. Only ever added to; one that was
 * written down by mistake is withdrawn and stays.
 */
export const datedEvents = pgTable(
  'dated_events',
  {
    id: id(),
    placeKind: text({ enum: eventPlaceKinds }).notNull(),
    /** As in `place_series`: the country has an id of noughts. */
    placeId: uuid().notNull(),
    kind: text({ enum: datedEventKinds }).notNull(),
    on: day().notNull(),
    /** The law, order or certificate in which it can be looked up. */
    cited: text().notNull(),
    recordedBy: text().notNull(),
    recordedAt: moment().notNull(),
    withdrawnBy: text(),
    withdrawnAt: moment(),
  },
  (t) => [index('dated_events_place').on(t.placeId, t.on), ...eventPolicies(t.placeKind, t.placeId)],
)
