import UFuzzy from '@leeoniya/ufuzzy'
import { folded } from '../find.ts'
import { type Entry, entryKinds, type Found } from './entry.ts'

/** Letters of every script; one slip of the finger in a longer word is forgiven, none in a number. */
const fuzzy = new UFuzzy({
  unicode: true,
  interSplit: "[^\\p{L}\\d']+",
  intraSplit: '\\p{Ll}\\p{Lu}',
  intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}',
  intraChars: "[\\p{L}\\d']",
  intraContr: "'\\p{L}{1,2}\\b",
  intraMode: 1,
})

/** As many words may come in any order: each more multiplies the work. */
const wordsInAnyOrder = 4

/**
 * The entries that a query finds, kind by kind in the order of `entryKinds`, at most `limit` of each; kinds without any
 * are left out. Accents and case do not matter. An empty query finds the pages alone: there is nothing yet to choose by.
 */
export function findEntries(entries: readonly Entry[], query: string, limit: number): Found[] {
  const asked = folded(query).trim()
  return entryKinds.flatMap((kind) => {
    const ofKind = entries.filter((entry) => entry.kind === kind)
    const found = asked === '' ? (kind === 'page' ? ofKind : []) : best(ofKind, asked)
    if (found.length === 0) return []
    return [{ kind, total: found.length, entries: found.slice(0, limit).map(({ also: _, ...shown }) => shown) }]
  })
}

function best(entries: readonly Entry[], asked: string): Entry[] {
  const texts = entries.map(({ title, also = '', detail }) => folded(`${title} ${also} ${detail}`))
  const [places, info, order] = fuzzy.search(texts, asked, wordsInAnyOrder, texts.length)
  if (!places) return []
  const sorted = info ? order.map((at) => info.idx[at]!) : places
  return sorted.map((at) => entries[at]!)
}
