const minute = 60_000

/** How long a session lives: choices of this product, milliseconds. */
export const sessionLimits = {
  /** Left alone for this long, it ends: a screen that was walked away from. */
  idleMs: 60 * minute,
  /** In use or not, it ends after this: one long working day. */
  absoluteMs: 12 * 60 * minute,
  /** How young it must be to add a passkey. */
  freshMs: 60 * minute,
} as const

/** How long a session need not be written down as seen again: reading pages shall not write. */
const seenForMs = minute

/** Whether it was last written down so long ago that it has to be again. */
export function isUnseen({ seenAt }: { seenAt: Date }, now: Date): boolean {
  return now.getTime() - seenAt.getTime() >= seenForMs
}

/** Whether a session that was last seen at `seenAt` and ends at `expiresAt` still holds at `now`. */
export function isAlive({ seenAt, expiresAt }: { seenAt: Date; expiresAt: Date }, now: Date): boolean {
  return now < expiresAt && now.getTime() - seenAt.getTime() < sessionLimits.idleMs
}
