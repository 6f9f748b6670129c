/** What can happen to a facility as a place: explicit, never guessed from names. */
export const facilityEventKinds = ['opened', 'closed', 'renamed', 'split-from', 'merged-into', 'alias'] as const
