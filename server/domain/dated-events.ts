import type { Actor } from './access.ts'
import { can } from './access.ts'
import type { Day } from './period.ts'

/**
 * What can happen to a country, a region or a facility that a reader of its figures should know of. Coded, with a source
 * that anybody can look up: there is no free text in it, so that no person can be written about.
 */
export const datedEventKinds = [
  'law',
  'policy',
  'release-measure',
  'capacity',
  'building',
  'staffing',
  'management',
  'programme-begun',
  'programme-ended',
  'recording',
  'disturbance',
  'epidemic',
] as const
export type DatedEventKind = (typeof datedEventKinds)[number]

export const eventPlaceKinds = ['country', 'region', 'facility'] as const
export type EventPlaceKind = (typeof eventPlaceKinds)[number]

/** One event: what kind, on which day, and the law, order or certificate that it can be looked up in. */
export interface DatedEvent {
  id: string
  placeKind: EventPlaceKind
  placeId: string
  kind: DatedEventKind
  on: Day
  cited: string
}

/** Longest citation, in characters: an act and its section, an order and its number. */
export const longestCitation = 120

/** Whether `actor` may write down what happened at a place: the country by a country-wide place only, all else within reach. */
export function mayRecordAt(actor: Actor, place: { kind: EventPlaceKind; id: string }): boolean {
  if (place.kind === 'facility') return can(actor, 'event.record', place.id)
  if (!can(actor, 'event.record')) return false
  return actor.facilities === 'all' || (place.kind === 'region' && (actor.regions ?? []).includes(place.id))
}
