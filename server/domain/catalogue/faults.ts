/** One thing wrong with a definition: the file to open, the id to look for, and what is wrong with it. */
export interface CatalogueFault {
  file: string
  id: string
  fault: string
}

/** Ids that occur more than once, each named once. */
export function repeated(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, place) => ids.indexOf(id) !== place))]
}

/** Faults between ids and their words: an id without words, words without an id, and words that are empty. */
export function wordFaults(
  file: string,
  ids: readonly string[],
  words: Readonly<Record<string, object>>,
): CatalogueFault[] {
  return [
    ...ids.filter((id) => words[id] === undefined).map((id) => ({ file, id, fault: 'has no words' })),
    ...Object.keys(words)
      .filter((id) => !ids.includes(id))
      .map((id) => ({ file, id, fault: 'words without a definition' })),
    ...ids
      .filter((id) => Object.values(words[id] ?? {}).some((text) => typeof text === 'string' && text.trim() === ''))
      .map((id) => ({ file, id, fault: 'has empty words' })),
  ]
}
