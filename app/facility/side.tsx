import { FormattedMessage } from 'react-intl'

/** What a figure was: its counts as texts, or why there were none. */
export type SideText = { numerator: string; denominator: string | null } | { state: string }

/** One side of a revision: the two counts, or the word for why there were none. */
export function Side({ side }: { side: SideText }) {
  if ('state' in side) return <FormattedMessage id={`figure.${side.state as 'missing' | 'suppressed'}`} />
  if (side.denominator === null) return <>{side.numerator}</>
  return <FormattedMessage id="figure.parts" values={{ numerator: side.numerator, denominator: side.denominator }} />
}
