/** The two ends that the law sets to custody; days since 1970, NaN where none is set. */
export interface LawfulEnds {
  /** Last day on which detention before trial is lawful. */
  nationalLimitOn: number
  /** Day to which the order in hand authorises custody. */
  orderValidUntil: number
}

/** The first day on which a person is untried and held without lawful ground; NaN where no end is set. */
export function overLimitFrom({ nationalLimitOn, orderValidUntil }: LawfulEnds): number {
  const ends = [nationalLimitOn, orderValidUntil].filter((day) => !Number.isNaN(day))
  return ends.length === 0 ? Number.NaN : Math.min(...ends) + 1
}

/** The first day on which a person is held although the law required release the day before; NaN where no day is set. */
export function pastReleaseFrom(lawfulReleaseOn: number): number {
  return lawfulReleaseOn + 1
}
