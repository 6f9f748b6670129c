import type { CannotTell, ChangeVerdict } from './change.ts'
import type { DisparityVerdict } from './disparity.ts'
import type { FunnelOutcome } from './funnel.ts'
import type { ControlSignal } from './run-rules.ts'

/** Why nothing can be said, in English. */
const cannotTellWords: Record<CannotTell, string> = {
  'cannot-tell-no-figure': 'Cannot tell: no figure to compare',
  'cannot-tell-too-few': 'Cannot tell: too few cases',
}

/** What may be said of a change, in English. */
const changeVerdictWords: Record<ChangeVerdict, string> = {
  better: 'Better, by more than chance makes likely',
  worse: 'Worse, by more than chance makes likely',
  different: 'Different, by more than chance makes likely',
  'no-difference-beyond-chance': 'No difference that chance would not make',
  ...cannotTellWords,
}

/** What may be said of a group against the others, in English. */
const disparityVerdictWords: Record<DisparityVerdict, string> = {
  higher: 'Higher than among the others, by more than chance makes likely',
  lower: 'Lower than among the others, by more than chance makes likely',
  'no-difference-beyond-chance': 'No difference that chance would not make',
  ...cannotTellWords,
}

/** Where a facility lies in a funnel, in English. */
const funnelOutcomeWords: Record<FunnelOutcome, string> = {
  'below-limits': 'Below what chance makes likely at this size',
  'within-limits': 'No difference that chance would not make at this size',
  'above-limits': 'Above what chance makes likely at this size',
}

/** Why a month of a control chart stands out, in English. */
const controlSignalWords: Record<ControlSignal, string> = {
  'above-limit': 'Above the limits of its own ordinary variation',
  'below-limit': 'Below the limits of its own ordinary variation',
  'run-above': 'One of eight or more months above the median',
  'run-below': 'One of eight or more months below the median',
}

/** What the statistics say, by the kind of question and the answer. */
export const verdictWords = {
  change: changeVerdictWords,
  disparity: disparityVerdictWords,
  funnel: funnelOutcomeWords,
  'control-chart': controlSignalWords,
} satisfies Record<string, Record<string, string>>
