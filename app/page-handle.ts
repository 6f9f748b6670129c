import { useMatches } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { IntlShape } from 'react-intl'

/** What a route tells the frame: `export const handle: PageHandle<typeof loader data> = …`. */
export interface PageHandle<Data = unknown> {
  /** The name of the page in the window's title; the product's name is added. */
  title(intl: IntlShape, data: Data): string
  /** What the page puts into the top bar: its month, its region. */
  controls?(data: Data): ReactNode
}

/** The handle of the page that is shown, with its data; undefined while a fault is shown in its place. */
export function usePageHandle(): { handle: PageHandle; data: unknown } | undefined {
  const match = useMatches().findLast((entry) => (entry.handle as PageHandle | undefined)?.title)
  // A page whose loader failed has no data to speak of, and one that does not take what was sent (405) has none at all.
  return match && match.data !== undefined && match.data !== null
    ? { handle: match.handle as PageHandle, data: match.data }
    : undefined
}
