/** What the product writes to somebody: an invitation, the way to a new password, the news that the account was changed. */
export const messageKinds = [
  'invitation',
  'reset',
  'password-changed',
  'second-factor-reset',
  'administrator-restored',
  'administrator-restored-told',
] as const
export type MessageKind = (typeof messageKinds)[number]

const minute = 60_000

/** How long a message waits after its `failures`th failure, in milliseconds: a minute, then twice as long each time, at most six hours. */
export function pauseAfter(failures: number): number {
  return Math.min(minute * 2 ** (failures - 1), 6 * 60 * minute)
}
