import { Form } from '@remix-run/react'
import { FormattedMessage } from 'react-intl'
import { useFormat } from '../format.ts'
import { Side, type SideText } from './side.tsx'

/** What a figure was known to be at the end of a day, and the field that asks for one; it works without JavaScript. */
export function KnownOn({ month, known }: { month: string; known: { on: string; side: SideText } | undefined }) {
  const format = useFormat()
  return (
    <section aria-labelledby="known">
      <h2 id="known">
        <FormattedMessage id="explain.known" />
      </h2>
      <p>
        <FormattedMessage id="explain.known.hint" />
      </p>
      <Form method="get" preventScrollReset data-print="no">
        <input type="hidden" name="month" value={month} />
        <label>
          <FormattedMessage id="explain.known.day" />{' '}
          <input type="date" name="known" defaultValue={known?.on} required />
        </label>{' '}
        <button type="submit">
          <FormattedMessage id="explain.known.show" />
        </button>
      </Form>
      {known && (
        <p role="status">
          <FormattedMessage
            id="explain.known.was"
            values={{ on: format.day(known.on), side: <Side side={known.side} /> }}
          />
        </p>
      )}
    </section>
  )
}
