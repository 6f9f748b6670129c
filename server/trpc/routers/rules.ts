import { z } from 'zod'
import { loadStatements } from '../../../db/queries/national.ts'
import { DomainError } from '../../domain/errors.ts'
import { describeIndicator } from '../../domain/indicators/describe.ts'
import { indicators } from '../../domain/indicators/index.ts'
import { lastDay } from '../../domain/period.ts'
import { indicatorsFor } from '../../domain/rules/coverage.ts'
import { rules as catalogue, findRule } from '../../domain/rules/index.ts'
import { strategyBoard } from '../../domain/rules/strategy-board.ts'
import { permitted, router } from '../init.ts'
import { month } from '../inputs.ts'

/** The rules that facilities are held to, and what watches each. */
export const rules = router({
  list: permitted('rule.read').query(() =>
    catalogue.map((rule) => ({ ...rule, indicators: indicatorsFor(rule.id, indicators).map((one) => one.id) })),
  ),

  /** The Kyoto principles and strategies with what the country had signed for them by the end of a month. */
  strategies: permitted('measure.read')
    .input(z.strictObject({ month }))
    .query(async ({ ctx, input }) => strategyBoard(catalogue, await loadStatements(ctx.tx), lastDay(input.month))),

  get: permitted('rule.read')
    .input(z.strictObject({ rule: z.string().max(40) }))
    .query(({ input }) => {
      const rule = findRule(input.rule)
      if (!rule) throw new DomainError('NOT_FOUND', 'rule.none')
      return { ...rule, indicators: indicatorsFor(rule.id, indicators).map(describeIndicator) }
    }),
})
