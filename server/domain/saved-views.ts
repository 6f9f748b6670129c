import { DomainError } from './errors.ts'
import { nextPage } from './sign-in/next-page.ts'

/** A page with its filters that a person keeps under a name of their own; nobody else sees it. */
export interface SavedView {
  id: string
  name: string
  /** The page's path and query, from the first stroke on: '/compare?indicator=occupancy-rate'. */
  path: string
}

export const longestViewName = 80
export const longestViewPath = 1000
export const mostViews = 50

/** The pages that can be kept; a part that begins with a colon stands for any. Forms, files and the pages about people are none of them. */
export const keptPages: readonly string[] = [
  '/',
  '/facilities',
  '/facilities/:key',
  '/facilities/:key/:indicator',
  '/compare',
  '/compare/equity',
  '/compare/two',
  '/map',
  '/changes',
  '/questions',
  '/questions/map',
  '/population',
  '/transition',
  '/outcomes',
  '/indicators',
  '/indicators/:id',
  '/events',
  '/thresholds',
  '/rules',
  '/rules/:id',
  '/rules/strategies',
  '/rules/self-assessment',
]

/** What an address holds besides the page and its filters: wishes of the moment, and what a form has just done. */
const passing = ['theme', 'density', 'lang', 'dir', 'done', 'tour', '_data', 'index']

/**
 * The address to keep of the page that was asked for: without what passes, and without its month where the view is to show the
 * latest one whenever it is opened. Undefined for whatever is no page of the product that can be kept, or is too long.
 */
export function keptPath(asked: string, { latestMonth = false } = {}): string | undefined {
  const own = nextPage(asked)
  if (own === undefined) return undefined
  const { pathname, searchParams } = new URL(own, 'http://here.invalid')
  if (!keptPages.some((page) => isOf(page, pathname))) return undefined
  const dropped = latestMonth ? [...passing, 'month'] : passing
  const rest = new URLSearchParams([...searchParams].filter(([name]) => !dropped.includes(name)))
  const path = rest.size > 0 ? `${pathname}?${rest}` : pathname
  return path.length > longestViewPath ? undefined : path
}

function isOf(page: string, pathname: string): boolean {
  const [parts, given] = [page.split('/'), pathname.split('/')]
  return (
    parts.length === given.length &&
    parts.every((part, at) => (part.startsWith(':') ? given[at] !== '' : part === given[at]))
  )
}

/**
 * What is kept when a person asks for it.
 *
 * @throws DomainError INVALID `view.page` for what is no page that can be kept, and as `viewName` does.
 * @throws DomainError NOT_POSSIBLE_NOW `view.most` for a person who has as many as there can be.
 */
export function decideView(
  asked: { name: string; path: string; latestMonth: boolean },
  held: readonly SavedView[],
): Omit<SavedView, 'id'> {
  const path = keptPath(asked.path, asked)
  if (path === undefined) throw new DomainError('INVALID', 'view.page')
  if (held.length >= mostViews) throw new DomainError('NOT_POSSIBLE_NOW', 'view.most', { most: mostViews })
  return { path, name: viewName(asked.name, held) }
}

/**
 * The name as it is kept, without blanks around it.
 *
 * @throws DomainError INVALID `view.name` for none or too long a one, `view.twice` for that of another view of theirs.
 */
export function viewName(asked: string, others: readonly Pick<SavedView, 'name'>[]): string {
  const name = asked.trim().normalize('NFC')
  if (name === '' || name.length > longestViewName)
    throw new DomainError('INVALID', 'view.name', { most: longestViewName })
  if (others.some((other) => other.name === name)) throw new DomainError('INVALID', 'view.twice', { name })
  return name
}
