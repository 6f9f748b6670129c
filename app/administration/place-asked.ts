import { type PlaceKind, placeKinds } from '../../server/domain/access.ts'

/** The place that a form asks for: 'country', 'region:KEY' or 'facility:KEY'; anything else names a place that is not there. */
export function placeAsked(text = 'country'): { kind: PlaceKind; key?: string } {
  const [kind = '', ...rest] = text.split(':')
  const known = placeKinds.find((one) => one === kind)
  if (!known) return { kind: 'facility' }
  return rest.length > 0 ? { kind: known, key: rest.join(':') } : { kind: known }
}
