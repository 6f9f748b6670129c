/** Text without case and accents, so that a name is found as it is typed. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
}

/** Whether every word of `find` stands somewhere in `text`; no word finds all. */
export function foundIn(text: string, find: string): boolean {
  const place = folded(text)
  return folded(find)
    .split(/\s+/)
    .every((word) => place.includes(word))
}
