export const refusals = ['NOT_FOUND', 'NOT_PERMITTED', 'NOT_POSSIBLE_NOW', 'INVALID'] as const

/**
 * A refusal that the user may read: the rule that was broken, by the id of its words and the values in them.
 *
 * Anything else that is thrown is a bug or an outage. It is logged whole and
 * shown to the user as "something went wrong", without its message.
 */
export class DomainError extends Error {
  override name = 'DomainError'
  constructor(
    readonly code: (typeof refusals)[number],
    readonly messageId: string,
    readonly values: Record<string, string | number> = {},
  ) {
    super(messageId)
  }
}
