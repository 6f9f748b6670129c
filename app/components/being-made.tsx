import type { SerializeFrom } from '@remix-run/node'
import { Link, useLocation } from '@remix-run/react'
import { FormattedMessage } from 'react-intl'
import { useFormat } from '../format.ts'
import { usePageHandle } from '../page-handle.ts'
import type { PageScope } from '../page-scope.server.ts'
import style from './being-made.module.css'
import { Icon } from './icon.tsx'
import { Moment } from './moment.tsx'

type Told = SerializeFrom<NonNullable<PageScope['beingMade']>>

/** What of the page's figures is being made anew, as its loader found it; undefined where nothing is. */
function useBeingMade(): Told | undefined {
  const data = usePageHandle()?.data as { scope?: { beingMade?: Told } } | undefined
  return data?.scope?.beingMade
}

/**
 * Says above a page that its figures may still change, on paper too. It is found out anew when the page is asked for again, and
 * never by itself.
 */
export function BeingMadeNotice() {
  const told = useBeingMade()
  const { pathname, search } = useLocation()
  if (!told) return null
  return (
    <p className={style.notice}>
      <Icon name="unassessed" />
      <span>
        <BeingMadeWords told={told} />{' '}
        <Link to={`${pathname}${search}`} replace preventScrollReset data-print="no">
          <FormattedMessage id="being-made.again" />
        </Link>
      </span>
    </p>
  )
}

/** Since when figures are being made anew, of which months, and how far that has come. */
export function BeingMadeWords({ told: { what, facilities, of, since, months } }: { told: Told }) {
  const values = { months: <Months months={months} />, since: <Moment at={since} />, facilities, of }
  return <FormattedMessage id={`being-made.${what}`} values={values} />
}

function Months({ months }: Pick<Told, 'months'>) {
  const format = useFormat()
  if (months === 'all') return <FormattedMessage id="being-made.months.all" />
  const [from, to] = [format.month(months.from), format.month(months.to)]
  return from === to ? from : <FormattedMessage id="being-made.months" values={{ from, to }} />
}
