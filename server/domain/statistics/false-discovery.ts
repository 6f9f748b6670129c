/**
 * Adjusts the p-values of one family of tests, so that among those called significant at q no more than q are expected to
 * be chance. In the order given; a test that could not be made (null) is no member of the family.
 * Source: Benjamini and Hochberg 1995, JRSS B 57; the same as R's p.adjust(p, 'BH').
 */
export function benjaminiHochberg(pValues: readonly (number | null)[]): (number | null)[] {
  const made = pValues.flatMap((p, index) => (p === null ? [] : [{ p, index }])).sort((a, b) => b.p - a.p)
  const adjusted: (number | null)[] = pValues.map(() => null)
  let least = 1
  made.forEach(({ p, index }, fromTop) => {
    least = Math.min(least, (p * made.length) / (made.length - fromTop))
    adjusted[index] = least
  })
  return adjusted
}
