import type { Permission } from '../server/domain/access.ts'
import type { MessageId } from './messages/ids.ts'

/** One line of the menu: where it leads, the id of its words, and what one must be allowed to find anything there. */
export interface MenuEntry {
  to: string
  words: MessageId
  needs: Permission
}

/** What the menu shows, from top to bottom. A new page adds its line here. */
export const menu: readonly MenuEntry[] = [
  { to: '/', words: 'menu.overview', needs: 'indicator.read' },
  { to: '/facilities', words: 'menu.facilities', needs: 'facility.read' },
  { to: '/compare', words: 'menu.compare', needs: 'indicator.read' },
  { to: '/map', words: 'menu.map', needs: 'indicator.read' },
  { to: '/changes', words: 'menu.changes', needs: 'indicator.read' },
  { to: '/questions', words: 'menu.questions', needs: 'measure.read' },
  { to: '/population', words: 'menu.population', needs: 'indicator.read' },
  { to: '/compare/equity', words: 'menu.equity', needs: 'indicator.read' },
  { to: '/transition', words: 'menu.transition', needs: 'indicator.read' },
  { to: '/outcomes', words: 'menu.outcomes', needs: 'indicator.read' },
  { to: '/indicators', words: 'menu.indicators', needs: 'indicator.read' },
  { to: '/thresholds', words: 'menu.thresholds', needs: 'threshold.set' },
  { to: '/rules', words: 'menu.rules', needs: 'rule.read' },
  { to: '/administration', words: 'menu.administration', needs: 'security.read' },
]

/** The lines of the menu for whoever holds these permissions. */
export function menuFor(may: readonly Permission[]): MenuEntry[] {
  return menu.filter((entry) => may.includes(entry.needs))
}

/**
 * Whether the page at `pathname` belongs to this line: it stands at or below its address, and no other line stands nearer
 * ('/compare/equity' is not of '/compare').
 */
export function isOfEntry({ to }: Pick<MenuEntry, 'to'>, pathname: string): boolean {
  const holds = (address: string) => pathname === address || (address !== '/' && pathname.startsWith(`${address}/`))
  return holds(to) && !menu.some((other) => other.to.length > to.length && holds(other.to))
}

/** Parameters that go along from page to page: the month and the region that the reader is looking at. */
const kept = ['month', 'region']

/** The address of another page that keeps the month and the region of the page it stands on. */
export function keepingScope(to: string, search: string): string {
  const given = new URLSearchParams(search)
  const rest = new URLSearchParams([...given].filter(([name]) => kept.includes(name)))
  return rest.size > 0 ? `${to}${to.includes('?') ? '&' : '?'}${rest}` : to
}
