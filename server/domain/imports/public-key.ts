/** The key that people type and links carry, made of a source's key: letters, digits and dashes, not yet in `taken` (added to it). */
export function publicKey(text: string, taken: Set<string>): string {
  const plain = slug(text)
  let key = plain
  for (let count = 2; taken.has(key); count++) key = `${plain}-${count}`
  taken.add(key)
  return key
}

/** A text as part of an address: accents taken off, everything else than letters and digits of any script a dash. */
export function slug(text: string): string {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '')
  return (
    bare
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'x'
  )
}
