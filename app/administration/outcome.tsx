import { useActionData, useSearchParams } from '@remix-run/react'
import { FormattedMessage } from 'react-intl'
import { Icon } from '../components/icon.tsx'
import type { MessageId } from '../messages/ids.ts'
import style from './administration.module.css'

/** What can have been done, as `?done=` says: each with its words. */
export const deeds = [
  'granted',
  'role-ended',
  'person-ended',
  'session-ended',
  'sessions-ended',
  'factor-reset',
  'invited',
  'revoked',
  'check-asked',
  'term-decided',
  'deletion-ordered',
  'event-recorded',
  'event-withdrawn',
  'threshold-set',
  'threshold-ended',
  'threshold-withdrawn',
  'view-kept',
  'view-renamed',
  'view-dropped',
] as const

/** What became of the form that was sent last: done, or refused and why. */
export function Outcome() {
  const [search] = useSearchParams()
  const sent = useActionData<{ refusal?: { messageId: string; values: Record<string, string | number> } }>()
  const done = deeds.find((one) => one === search.get('done'))
  if (sent?.refusal) {
    return (
      <p role="alert" className={style.refused}>
        <Icon name="warning" />
        <span>
          <FormattedMessage id={sent.refusal.messageId as MessageId} values={sent.refusal.values} />
        </span>
      </p>
    )
  }
  if (!done) return null
  return (
    <p role="status" className={style.done}>
      <Icon name="within" />
      <FormattedMessage id={`administration.done.${done}`} />
    </p>
  )
}
