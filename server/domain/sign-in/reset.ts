/** How long the way to a new password is open after its message was sent; a choice of this product, milliseconds. */
export const resetLifeMs = 30 * 60_000
