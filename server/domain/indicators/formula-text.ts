/** `held: held2` or `held = 1` in a parameter list, as a build may have renamed it. */
const renamed = /(\w+)\s*:\s*(\w+)/g

/** `share$1(`: a build numbers functions of one name. */
const numbered = /\b(\w+)\$\d+(?=\()/g

/**
 * A formula as it was written: its expression alone, with the names that its definition gives to the counts.
 * A build renames what would collide; the names of the needs are the ones that a reader knows.
 */
export function formulaText(compute: (...given: never[]) => unknown): string {
  const source = compute.toString()
  const [head = '', ...rest] = source.split('=>')
  const names = [...head.matchAll(renamed)]
  const body = rest.join('=>').trim().replaceAll(numbered, '$1')
  return names.reduce(
    (text, [, name = '', alias = '']) => text.replaceAll(new RegExp(`\\b${alias}\\b`, 'g'), name),
    body,
  )
}
