import { type CellId, cellParts } from '../measures/index.ts'
import { headingOf, type ShownNote } from '../quality/shown-quality.ts'

/** What is said of a facility's data where many stand in one list. */
export interface NotesTold {
  /** The questions, each once however many counts raise it. */
  asked: string[]
  /** How many checks do not hold. */
  failing: number
  /** How many counts records and the return give differently; of a count whose groups differ too, the whole alone. */
  differing: number
}

/** The notes on a facility's month, as its reader is shown them, in numbers. */
export function notesTold(notes: readonly ShownNote[]): NotesTold {
  const under = (heading: ReturnType<typeof headingOf>) => notes.filter((note) => headingOf(note) === heading)
  const isWhole = (cell: string) => cellParts(cell as CellId).breakdown === ''
  return {
    asked: [...new Set(under('question').map(({ checkId }) => checkId))],
    failing: under('check').length,
    differing: under('two-sources').filter(({ cells }) => cells.every(isWhole)).length,
  }
}
