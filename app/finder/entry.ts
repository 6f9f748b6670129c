/** What can be found by name. */
export const entryKinds = ['view', 'page', 'facility', 'indicator', 'rule'] as const
export type EntryKind = (typeof entryKinds)[number]

/** One thing that a reader may open: what it is called, what tells it from its like, and where it is. */
export interface Entry {
  kind: EntryKind
  title: string
  /** Its region, its area, its text; empty where the title says it all. */
  detail: string
  to: string
  /** How else it is asked for: a key, a short name. */
  also?: string
}

/** What of one kind was found: the best first, and how many there are in all. */
export interface Found {
  kind: EntryKind
  entries: Omit<Entry, 'also'>[]
  total: number
}
