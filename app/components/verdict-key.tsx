import { FormattedMessage } from 'react-intl'
import type { MessageId } from '../messages/ids.ts'
import { Icon } from './icon.tsx'
import style from './verdict-key.module.css'

const signs = [
  ['breach', 'verdict.breach'],
  ['critical', 'verdict.concern.critical'],
  ['serious', 'verdict.concern.serious'],
  ['warning', 'verdict.concern.warning'],
  ['within', 'verdict.within'],
  ['unassessed', 'verdict.not-assessed'],
] as const satisfies readonly (readonly [string, MessageId])[]

/** What the signs in a table's cells stand for, and the marks of a map, for whoever sees them without words, on a screen or on paper. */
export function VerdictKey() {
  return (
    <p className={style.key}>
      <FormattedMessage id="verdict.key" />
      {signs.map(([tone, word]) => (
        <span key={tone} className={style.sign} data-tone={tone}>
          <Icon name={tone} /> <FormattedMessage id={word} />
        </span>
      ))}
    </p>
  )
}
