import { FormattedMessage } from 'react-intl'
import type { Verdict } from '../../server/domain/indicators/verdict.ts'
import type { MessageId } from '../messages/ids.ts'
import { Icon, type IconName } from './icon.tsx'
import { ruleParts, SourceName } from './source-tag.tsx'
import style from './verdict-badge.module.css'

export type VerdictTone = 'breach' | 'critical' | 'serious' | 'warning' | 'within' | 'unassessed'

/** The tone of a verdict: which colour and which form of icon it has. */
export function toneOf(verdict: Verdict): VerdictTone {
  if (verdict.verdict === 'concern') return verdict.level
  return verdict.verdict === 'not-assessed' ? 'unassessed' : verdict.verdict
}

/** The id of the word for a verdict. */
export function verdictWord(verdict: Verdict): MessageId {
  return verdict.verdict === 'concern' ? `verdict.concern.${verdict.level}` : `verdict.${verdict.verdict}`
}

export interface VerdictBadgeProps {
  verdict: Verdict
  /** The figure rests on few cases: the badge is hatched and says so. */
  fewCases?: boolean
}

/**
 * What a figure means, as an icon, a word and a colour. A breach names the people and the rule; "not assessed" says why;
 * a verdict that chance alone could have turned, or that rests on few cases, is hatched and says so.
 */
export function VerdictBadge({ verdict, fewCases }: VerdictBadgeProps) {
  const tone = toneOf(verdict)
  const mayBeChance = 'withinChance' in verdict && verdict.withinChance
  return (
    <span className={style.badge} data-tone={tone} data-hatched={mayBeChance || fewCases || undefined}>
      <Icon name={tone satisfies IconName} />
      <span>
        <span className={style.word}>
          <FormattedMessage id={verdictWord(verdict)} />
        </span>
        <Remark verdict={verdict} mayBeChance={mayBeChance} fewCases={fewCases} />
      </span>
    </span>
  )
}

function Remark(props: VerdictBadgeProps & { mayBeChance: boolean }) {
  const { verdict } = props
  if (verdict.verdict === 'breach') {
    return (
      <span className={style.remark}>
        {': '}
        <FormattedMessage id="verdict.breach.people" values={{ people: verdict.people }} />
        {ruleParts(verdict.threshold.source) && (
          <>
            {' · '}
            <SourceName source={verdict.threshold.source} />
          </>
        )}
      </span>
    )
  }
  const id = remarkWords(props)
  if (!id) return null
  return (
    <span className={style.remark}>
      {', '}
      <FormattedMessage id={id} />
    </span>
  )
}

function remarkWords({
  verdict,
  mayBeChance,
  fewCases,
}: VerdictBadgeProps & { mayBeChance: boolean }): MessageId | undefined {
  if (verdict.verdict === 'not-assessed') return `verdict.why.${verdict.why}`
  if (fewCases) return 'verdict.few-cases'
  return mayBeChance ? 'verdict.within-chance' : undefined
}
