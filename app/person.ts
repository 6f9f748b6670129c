import { useRouteLoaderData } from '@remix-run/react'
import { describeRole, type Permission, permissionsOf } from '../server/domain/access.ts'
import type { HeldRole, Visitor } from '../server/domain/visitor.ts'
import { menuFor } from './menu.ts'

/** The signed-in person as the frame of every page shows them. */
export interface Person {
  name: string
  bodyName: string
  /** The role that they act in; absent until one is chosen. */
  acting: HeldRole | undefined
  /** What else they hold and may act in. */
  others: HeldRole[]
  /** What the menu and the buttons may offer. */
  may: Permission[]
  home: string
}

/** Undefined where nobody has signed in. */
export function personOf({ signedIn, actor }: Visitor): Person | undefined {
  if (!signedIn) return undefined
  const { name, body, acting, held } = signedIn
  const may = permissionsOf(actor)
  const others = held.filter((one) => one !== acting)
  return { name, bodyName: body.name, acting, others, may, home: homeOf(acting, may) }
}

/**
 * The first page of a role: one's own facility; for whoever goes and looks, where figures raise questions; the overview of
 * one's region or of the country; or whatever the menu begins with for those who see no figures.
 */
export function homeOf(acting: HeldRole | undefined, may: readonly Permission[]): string {
  if (!acting) return '/role'
  const { place, placeKey } = acting
  const key = encodeURIComponent(placeKey ?? '')
  if (place.kind === 'facility' && may.includes('facility.read') && key) return `/facilities/${key}`
  const first = goesAndLooks(acting) && may.includes('measure.read') ? '/questions' : '/'
  if (may.includes('indicator.read')) return place.kind === 'region' && key ? `${first}?region=${key}` : first
  if (may.includes('security.read')) return '/administration'
  return menuFor(may)[0]?.to ?? '/role'
}

/** Whether a role is held by a body that visits what others run. */
const goesAndLooks = ({ role }: HeldRole) => describeRole(role).body !== 'administration'

/** The person whom the frame shows; undefined for a stranger, and where the frame itself could not be loaded. */
export function usePerson(): Person | undefined {
  return (useRouteLoaderData('root') as { person?: Person } | undefined)?.person
}
