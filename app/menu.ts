import type { MessageId } from './messages/ids.ts'

/** One line of the menu: where it leads, and the id of its words. */
export interface MenuEntry {
  to: string
  words: MessageId
}

/** What the menu shows, from top to bottom. A new page adds its line here. */
export const menu: readonly MenuEntry[] = [
  { to: '/', words: 'menu.overview' },
  { to: '/facilities', words: 'menu.facilities' },
  { to: '/compare', words: 'menu.compare' },
  { to: '/indicators', words: 'menu.indicators' },
  { to: '/rules', words: 'menu.rules' },
]

/** Parameters that go along from page to page: the month and the region that the reader is looking at. */
const kept = ['month', 'region']

/** The address of a menu entry that keeps the month and the region of the page it stands on. */
export function keepingScope(to: string, search: string): string {
  const given = new URLSearchParams(search)
  const rest = new URLSearchParams([...given].filter(([name]) => kept.includes(name)))
  return rest.size > 0 ? `${to}?${rest}` : to
}
