import { useIntl } from 'react-intl'

/** A moment to the minute, in UTC: the same for whoever reads it, wherever they are. */
export function Moment({ at }: { at: string }) {
  const intl = useIntl()
  const words = intl.formatDate(at, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
  return <time dateTime={at}>{intl.formatMessage({ id: 'administration.moment' }, { moment: words })}</time>
}
