/** The kinds of question that figures raise, each by itself: they are never added up. */
export const kinds = ['limits', 'outside', 'asked', 'failing', 'silent'] as const
export type Kind = (typeof kinds)[number]
