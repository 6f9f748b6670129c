import { isRouteErrorResponse, Link } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { MessageId } from '../messages/ids.ts'
import { useVisit } from '../visit.tsx'
import { PageHead } from './page-head.tsx'

const words: Record<number, MessageId> = {
  400: 'error.invalid',
  403: 'error.not-permitted',
  404: 'error.not-found',
  409: 'error.not-possible-now',
}

/** The id of the words for a refusal or fault of `status`. */
export function errorWords(status: number): MessageId {
  return words[status] ?? 'error.unexpected'
}

/** The page of a refusal or a fault: what happened in plain words, and the reference under which it is logged. */
export function ErrorPage({ error }: { error: unknown }) {
  const intl = useIntl()
  const { reference } = useVisit()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const known = errorWords(status)
  const refusal = refusalIn(error)
  // A refusal of the domain has words of its own; an id that no catalogue holds falls back to those of its kind.
  const isWorded = refusal?.messageId !== undefined && refusal.messageId in intl.messages
  const title = intl.formatMessage({ id: isWorded ? (refusal.messageId as MessageId) : known }, refusal?.values)
  return (
    <>
      <PageHead title={title} lede={intl.formatMessage({ id: `${known}.help` as MessageId })} />
      <p className="figure">
        <FormattedMessage id="error.reference" values={{ reference: refusal?.reference ?? reference }} />
      </p>
      <p>
        <Link to="/">
          <FormattedMessage id="error.home" />
        </Link>
      </p>
    </>
  )
}

interface WordedRefusal {
  messageId?: string
  values?: Record<string, string | number>
  reference?: string
}

function refusalIn(error: unknown): WordedRefusal | undefined {
  if (!isRouteErrorResponse(error) || typeof error.data !== 'object') return undefined
  return (error.data as WordedRefusal | null) ?? undefined
}
