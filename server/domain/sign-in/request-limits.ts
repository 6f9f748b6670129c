const minute = 60_000

/** How often one browser, or one address of strangers, may ask; choices of this product, far above what a person does. */
export const requestLimits = {
  /** Reading: a full bucket of questions, which fills up again at a steady pace. */
  read: { most: 3000, perSecond: 50 },
  /** Changing anything, signing in and out among it. */
  change: { most: 120, windowMs: minute },
} as const

/** What is left of somebody's questions, and when that was so, in milliseconds. */
export interface Bucket {
  left: number
  at: number
}

/**
 * Takes one question out of a bucket; a new asker has a full one. `waitSeconds` is 0 when it may be asked, else how long
 * until the next one may.
 */
export function takeQuestion(
  bucket: Bucket | undefined,
  now: number,
  { most, perSecond }: { most: number; perSecond: number } = requestLimits.read,
): { bucket: Bucket; waitSeconds: number } {
  const passed = bucket ? Math.max(0, now - bucket.at) / 1000 : 0
  const filled = bucket ? Math.min(most, bucket.left + passed * perSecond) : most
  if (filled < 1) return { bucket: { left: filled, at: now }, waitSeconds: Math.ceil((1 - filled) / perSecond) }
  return { bucket: { left: filled - 1, at: now }, waitSeconds: 0 }
}

/** Whether a bucket has filled up again, so that nothing is lost when it is forgotten. */
export function isFull({ left, at }: Bucket, now: number): boolean {
  const { most, perSecond } = requestLimits.read
  return left + ((now - at) / 1000) * perSecond >= most
}

/** Seconds to wait after the change that is number `count` of a window that began at `beganAt`; 0 when it may still be made. */
export function waitAfterChanges({ count, beganAt }: { count: number; beganAt: Date }, now: Date): number {
  const { most, windowMs } = requestLimits.change
  return count <= most ? 0 : secondsUntilOpen(beganAt, windowMs, now)
}

/** Whole seconds until a window is over, at least one. */
export function secondsUntilOpen(beganAt: Date, windowMs: number, now: Date): number {
  return Math.max(1, Math.ceil((beganAt.getTime() + windowMs - now.getTime()) / 1000))
}
