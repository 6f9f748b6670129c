import { Link } from '@remix-run/react'
import { FormattedMessage } from 'react-intl'
import type { SourceId } from '../../server/domain/sources/index.ts'
import style from './breach-strip.module.css'
import { PeopleBeyond } from './people-beyond.tsx'

/** One hard limit in the month: how many people are beyond it, where, and of how many facilities that is known. */
export interface HardLimit {
  id: string
  title: string
  source?: SourceId
  people: number
  /** The first of them by name or key as the register has them; `unnamed` more stand in the table of the indicator. */
  facilities: { key: string; name: string; people: number }[]
  unnamed: number
  reporting: number
  expected: number
}

/** Breaches of hard limits as counts of people, before everything else: nothing averages them away. */
export function BreachStrip({
  limits,
  linkTo,
}: {
  limits: readonly HardLimit[]
  linkTo: (facility: string) => string
}) {
  const broken = limits.filter((limit) => limit.people > 0)
  const clear = limits.filter((limit) => limit.people === 0 && limit.reporting > 0)
  const silent = limits.filter((limit) => limit.reporting === 0)
  return (
    <section aria-labelledby="breaches" className={style.strip}>
      <h2 id="breaches">
        <FormattedMessage id="overview.breaches" />
      </h2>
      {broken.length > 0 && (
        <ul className={style.list}>
          {broken.map((limit) => (
            <Broken key={limit.id} limit={limit} linkTo={linkTo} />
          ))}
        </ul>
      )}
      {clear.map(({ id, title, reporting, expected }) => (
        <p key={id} className={style.quiet}>
          <FormattedMessage id="overview.breaches.none" values={{ title, reporting, expected }} />
        </p>
      ))}
      {silent.length > 0 && <Silent limits={silent} />}
    </section>
  )
}

/** No breach known is not "no breach": limits that nobody reported are named as such. */
function Silent({ limits }: { limits: readonly HardLimit[] }) {
  return (
    <details className={style.quiet}>
      <summary>
        <FormattedMessage id="overview.breaches.silent" values={{ count: limits.length }} />
      </summary>
      <ul>
        {limits.map((limit) => (
          <li key={limit.id}>{limit.title}</li>
        ))}
      </ul>
    </details>
  )
}

function Broken({ limit, linkTo }: { limit: HardLimit; linkTo: (facility: string) => string }) {
  return (
    <PeopleBeyond {...limit}>
      <p className={style.where}>
        {limit.facilities.map((facility) => (
          <span key={facility.key}>
            <Link to={linkTo(facility.key)}>{facility.name}</Link> <span className="figure">
              ({facility.people})
            </span>{' '}
          </span>
        ))}
        {limit.unnamed > 0 && <FormattedMessage id="overview.breaches.more" values={{ count: limit.unnamed }} />}
      </p>
      <p className={style.quiet}>
        <FormattedMessage id="overview.coverage" values={{ reporting: limit.reporting, expected: limit.expected }} />
      </p>
    </PeopleBeyond>
  )
}
