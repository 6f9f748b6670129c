/** The levels that a country may set for itself; a breach of a rule is nobody's to move. */
export const overriddenLevels = ['within', 'warning', 'serious', 'critical'] as const
export type OverriddenLevel = (typeof overriddenLevels)[number]

/** The ends that a threshold can have. */
export const boundNames = ['above', 'atLeast', 'below', 'atMost'] as const

/** Longest citation, name or reason of a threshold, in characters. */
export const longestSaid = 300
