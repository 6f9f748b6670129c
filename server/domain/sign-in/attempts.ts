const minute = 60_000

/** How often something may be tried before it has to wait; choices of this product. */
export const attemptLimits = {
  /** Passwords for one account from anywhere: an account is locked, whether it exists or not. */
  'password.account': { most: 10, windowMs: 15 * minute },
  'password.address': { most: 60, windowMs: 15 * minute },
  'second-factor.account': { most: 5, windowMs: 15 * minute },
  'reset.account': { most: 3, windowMs: 60 * minute },
  'reset.address': { most: 20, windowMs: 60 * minute },
  /** Questions to a passkey, and returns from the single sign-on: each leaves a row behind, whoever asks. */
  'passkey.address': { most: 120, windowMs: 15 * minute },
  'single-sign-on.address': { most: 120, windowMs: 15 * minute },
  'invitation.address': { most: 30, windowMs: 15 * minute },
} as const satisfies Record<string, { most: number; windowMs: number }>

export type AttemptKind = keyof typeof attemptLimits

/** Whether the attempt that is number `count` of its window may still be made. */
export function mayTry(kind: AttemptKind, count: number): boolean {
  return count <= attemptLimits[kind].most
}
