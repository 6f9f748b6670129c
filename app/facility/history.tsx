import { Link } from '@remix-run/react'
import { FormattedMessage } from 'react-intl'
import { useFormat } from '../format.ts'

export interface FacilityHistory {
  events: { kind: string; on: string; relatedKey: string | null }[]
  keys: { source: string; key: string; validFrom: string; validTo: string | null }[]
}

/** What happened to a facility as a place, and what each source calls it. `query` takes month and region along. */
export function History({ history, query }: { history: FacilityHistory; query: string }) {
  const format = useFormat()
  return (
    <section aria-labelledby="history">
      <h2 id="history">
        <FormattedMessage id="facility.history" />
      </h2>
      <ul>
        {history.events.map((event) => (
          <li key={`${event.kind} ${event.on} ${event.relatedKey}`}>
            {format.day(event.on)}: <FormattedMessage id={`facility.event.${event.kind}` as 'facility.event.opened'} />{' '}
            {event.relatedKey && (
              <Link to={`/facilities/${encodeURIComponent(event.relatedKey)}?${query}`}>{event.relatedKey}</Link>
            )}
          </li>
        ))}
        {history.keys.map((one) => (
          <li key={`${one.source} ${one.key}`}>
            <FormattedMessage id="facility.known-as" values={{ source: one.source, key: one.key }} />
          </li>
        ))}
      </ul>
    </section>
  )
}
