import { Link } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import { type Column, DataTable } from '../components/data-table.tsx'
import { FigureValue } from '../components/figure-value.tsx'
import { useFormat } from '../format.ts'
import { WhatIsThis } from '../help/what-is-this.tsx'
import strip from '../overview/breach-strip.module.css'
import { PeopleBeyond } from '../overview/people-beyond.tsx'
import style from './first-things.module.css'
import type { FirstThingsShown } from './first-things.server.ts'

export interface FirstThingsProps {
  first: FirstThingsShown
  /** The month, and the same one a year before, written out. */
  months: { before: string; after: string }
  linkTo: (indicator: string) => string
}

/** What a facility's month asks for before everything else: who is beyond a hard limit, what moved, and what is missing. */
export function FirstSection({ first, months, linkTo }: FirstThingsProps) {
  return (
    <section aria-labelledby="first" data-print="no">
      <h2 id="first">
        <FormattedMessage id="first.title" values={{ month: months.after }} />
      </h2>
      <Limits first={first} linkTo={linkTo} />
      <div className={style.beside}>
        <Moved first={first} months={months} linkTo={linkTo} />
        <Missing first={first} linkTo={linkTo} />
      </div>
    </section>
  )
}

type Part = Pick<FirstThingsProps, 'first' | 'linkTo'>

function Limits({ first: { broken, clear, unknown }, linkTo }: Part) {
  return (
    <section aria-labelledby="limits" className={strip.strip}>
      <h3 id="limits">
        <FormattedMessage id="first.limits" />
      </h3>
      {broken.length > 0 && (
        <ul className={strip.list}>
          {broken.map(({ id, title, people, source, help }) => (
            <PeopleBeyond key={id} people={people} title={<Link to={linkTo(id)}>{title}</Link>} source={source}>
              <WhatIsThis help={help} />
            </PeopleBeyond>
          ))}
        </ul>
      )}
      <Names id="first.limits.clear" of={clear} linkTo={linkTo} />
      <Names id="first.limits.unknown" of={unknown} linkTo={linkTo} />
    </section>
  )
}

/** Some limits by name behind how many they are: nobody beyond one, or nothing known of it. */
function Names(props: {
  id: 'first.limits.clear' | 'first.limits.unknown'
  of: FirstThingsShown['clear']
  linkTo: FirstThingsProps['linkTo']
}) {
  if (props.of.length === 0) return null
  return (
    <details className={strip.quiet}>
      <summary>
        <FormattedMessage id={props.id} values={{ count: props.of.length }} />
      </summary>
      <Linked figures={props.of} linkTo={props.linkTo} />
    </details>
  )
}

function Linked({ figures, linkTo }: { figures: FirstThingsShown['clear']; linkTo: FirstThingsProps['linkTo'] }) {
  return (
    <ul>
      {figures.map(({ id, title }) => (
        <li key={id}>
          <Link to={linkTo(id)}>{title}</Link>
        </li>
      ))}
    </ul>
  )
}

function Moved({ first, months, linkTo }: FirstThingsProps) {
  const { moved, rest, pairs } = first
  const intl = useIntl()
  const format = useFormat()
  const columns: Column<FirstThingsShown['moved'][number]>[] = [
    {
      id: 'figure',
      name: intl.formatMessage({ id: 'facility.indicator' }),
      isRowHead: true,
      cell: ({ id, title }) => <Link to={linkTo(id)}>{title}</Link>,
    },
    ...(['before', 'after'] as const).map((when) => ({
      id: when,
      name: months[when],
      isNumeric: true,
      cell: (row: FirstThingsShown['moved'][number]) => <FigureValue figure={row[when]} unit={row.unit} withParts />,
    })),
    {
      id: 'verdict',
      name: intl.formatMessage({ id: 'changes.verdict' }),
      saysItself: true,
      cell: ({ verdict }) => <FormattedMessage id={`overview.change.${verdict}`} />,
    },
  ]
  const title = intl.formatMessage({ id: 'first.moved' }, { count: moved.length, before: months.before })
  return (
    <section aria-labelledby="moved">
      <h3 id="moved">{title}</h3>
      {moved.length > 0 && (
        <DataTable caption={title} hideCaption columns={columns} rows={moved} isStacked keyOf={({ id }) => id} />
      )}
      <p className={strip.quiet}>
        <FormattedMessage id="changes.same" values={{ count: rest.same }} />
        {' · '}
        <FormattedMessage id="changes.few" values={{ count: rest.tooFew }} />
      </p>
      {pairs.length > 0 && (
        <p>
          <FormattedMessage id="first.pairs" values={{ titles: format.list(pairs.map((pair) => pair.first)) }} />{' '}
          <a href="#pairs">
            <FormattedMessage id="pair.heading" />
          </a>
        </p>
      )}
    </section>
  )
}

function Missing({ first: { missing }, linkTo }: Part) {
  const count = missing.reduce((sum, { figures }) => sum + figures.length, 0)
  return (
    <section aria-labelledby="missing">
      <h3 id="missing">
        <FormattedMessage id="first.missing" values={{ count }} />
      </h3>
      {missing.map(({ reason, figures }) => (
        <details key={reason}>
          <summary>
            <FormattedMessage
              id="first.missing.because"
              values={{ count: figures.length, reason: <FormattedMessage id={`figure.missing.${reason}`} /> }}
            />
          </summary>
          <Linked figures={figures} linkTo={linkTo} />
        </details>
      ))}
      <p>
        <a href="#quality">
          <FormattedMessage id="quality.title" />
        </a>
      </p>
    </section>
  )
}
