import { z } from 'zod'
import { DomainError } from '../../domain/errors.ts'
import { describeIndicator } from '../../domain/indicators/describe.ts'
import { indicators } from '../../domain/indicators/index.ts'
import { indicatorsFor } from '../../domain/rules/coverage.ts'
import { rules as catalogue, findRule } from '../../domain/rules/index.ts'
import { permitted, router } from '../init.ts'

/** The rules that facilities are held to, and what watches each. */
export const rules = router({
  list: permitted('rule.read').query(() =>
    catalogue.map((rule) => ({ ...rule, indicators: indicatorsFor(rule.id, indicators).map((one) => one.id) })),
  ),

  get: permitted('rule.read')
    .input(z.strictObject({ rule: z.string().max(40) }))
    .query(({ input }) => {
      const rule = findRule(input.rule)
      if (!rule) throw new DomainError('NOT_FOUND', 'rule.none')
      return { ...rule, indicators: indicatorsFor(rule.id, indicators).map(describeIndicator) }
    }),
})
