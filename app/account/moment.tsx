import { FormattedDate } from 'react-intl'

/** A moment of the world's time, told in UTC. */
export function Moment({ at }: { at: string }) {
  return (
    <time dateTime={at}>
      <FormattedDate value={at} dateStyle="medium" timeStyle="short" timeZone="UTC" /> UTC
    </time>
  )
}
