import type { Api } from '../../server/caller.server.ts'
import type { BoardStatement } from '../../server/domain/rules/strategy-board.ts'
import type { Reader } from '../reader.server.ts'
import { type RuleLink, ruleLink } from '../rules/rule-words.server.ts'
import type { AssessedPart, AssessedRule } from '../self-assessment/self-assessment.server.ts'

type Board = Awaited<ReturnType<Api['rules']['strategies']>>

/** A statement in the reader's words. */
export interface StatementShown extends Omit<BoardStatement, 'measure'> {
  id: string
  words: string
}

/** A strategy: what is signed for it, and the figures of its indicators beside. */
export interface StrategyShown extends RuleLink {
  aim: string
  statements: StatementShown[]
  attested: number
  evidenced: number
  verified: number
  figures: AssessedRule['figures']
}

export interface PrincipleShown extends RuleLink {
  aim: string
  strategies: StrategyShown[]
}

/** The board in the reader's words; `parts` hold the figures of each rule's indicators. */
export function boardShown(board: Board, parts: readonly AssessedPart[], reader: Reader): PrincipleShown[] {
  const { words } = reader
  const figures = new Map(parts.flatMap(({ rules }) => rules.map((rule) => [rule.id, rule.figures] as const)))
  const aim = (id: string) => words.rule(id)?.obligation ?? ''
  return board.map(({ id, strategies }) => ({
    ...ruleLink(id, reader),
    aim: aim(id),
    strategies: strategies.map(({ statements, ...strategy }) => ({
      ...strategy,
      ...ruleLink(strategy.id, reader),
      aim: aim(strategy.id),
      figures: figures.get(strategy.id) ?? [],
      statements: statements.map(({ measure, ...rest }) => ({
        ...{ ...rest, id: measure, words: words.code('attested_measure', measure) ?? measure },
      })),
    })),
  }))
}
