import { Link } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import { type Column, DataTable } from '../components/data-table.tsx'
import { FigureValue } from '../components/figure-value.tsx'
import { Icon } from '../components/icon.tsx'
import { useFormat } from '../format.ts'
import type { MessageId } from '../messages/ids.ts'
import style from './question-table.module.css'
import type { Named, QuestionRow } from './questions.server.ts'

export interface QuestionTableProps {
  caption: string
  rows: readonly QuestionRow[]
  linkTo: (facility: string, indicator?: string) => string
}

/** Facilities in the order of the register, and beside each what its figures ask. There is no other order: that would be a ranking. */
export function QuestionTable({ caption, rows, linkTo }: QuestionTableProps) {
  const intl = useIntl()
  const words = (id: MessageId) => intl.formatMessage({ id })
  const columns: Column<QuestionRow>[] = [
    {
      id: 'name',
      name: words('facility.facility'),
      isRowHead: true,
      cell: ({ key, name }) => <Link to={linkTo(key)}>{name}</Link>,
    },
    { id: 'region', name: words('region.label'), cell: ({ region }) => region },
    { id: 'limits', name: words('question.limits'), cell: (row) => <Limits row={row} linkTo={linkTo} /> },
    {
      id: 'outside',
      name: words('question.outside'),
      cell: ({ key, outside }) => <Figures figures={outside} linkTo={(id) => linkTo(key, id)} />,
    },
    {
      id: 'asked',
      name: words('question.asked'),
      cell: (row) => <Asked row={row} to={`${linkTo(row.key)}#quality`} />,
    },
    { id: 'silent', name: words('question.silent'), cell: (row) => <Silent row={row} linkTo={linkTo} /> },
    {
      id: 'visit',
      name: words('question.visit'),
      isNumeric: true,
      cell: ({ visit }) => <FigureValue figure={visit} unit="days" withUnit />,
    },
  ]
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      isStacked
      keyOf={({ key }) => key}
      empty={<FormattedMessage id="question.empty" />}
    />
  )
}

type Linked = Pick<QuestionTableProps, 'linkTo'> & { row: QuestionRow }

/** People beyond hard limits, by limit. */
function Limits({ row: { key, limits }, linkTo }: Linked) {
  if (limits.length === 0) return <Nothing />
  return (
    <ul className={style.list}>
      {limits.map(({ id, title, people }) => (
        <li key={id} className={style.limit}>
          <Icon name="breach" />
          <span>
            <strong>
              <FormattedMessage id="verdict.breach.people" values={{ people }} />
            </strong>
            {': '}
            <Link to={linkTo(key, id)}>{title}</Link>
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Some figures by name, each with what is said of it, and how many more. */
function Figures({ figures, linkTo }: { figures: Named; linkTo: (indicator: string) => string }) {
  if (figures.named.length === 0) return <Nothing />
  return (
    <ul className={style.list}>
      {figures.named.map(({ id, title, word }) => (
        <li key={id}>
          <Link to={linkTo(id)}>{title}</Link>
          {word && (
            <>
              {': '}
              <FormattedMessage id={word} />
            </>
          )}
        </li>
      ))}
      {figures.more > 0 && (
        <li className={style.quiet}>
          <FormattedMessage id="question.more" values={{ count: figures.more }} />
        </li>
      )}
    </ul>
  )
}

function Asked({ row: { asked, failing, differing }, to }: { row: QuestionRow; to: string }) {
  if (asked.length === 0 && failing === 0 && differing === 0) return <Nothing />
  return (
    <ul className={style.list}>
      {asked.map((title) => (
        <li key={title}>
          <Link to={to}>{title}</Link>
        </li>
      ))}
      {failing > 0 && (
        <li>
          <Link to={to}>
            <FormattedMessage id="question.failing.count" values={{ count: failing }} />
          </Link>
        </li>
      )}
      {differing > 0 && (
        <li>
          <Link to={to}>
            <FormattedMessage id="question.differing.count" values={{ count: differing }} />
          </Link>
        </li>
      )}
    </ul>
  )
}

/** How old what is known is, and what others sent for the month and this one did not. */
function Silent({ row: { key, silent, lastTold, isBehind }, linkTo }: Linked) {
  const format = useFormat()
  return (
    <>
      {isBehind && (
        <p className={style.behind}>
          {lastTold ? (
            <FormattedMessage id="question.last-told" values={{ month: format.month(lastTold) }} />
          ) : (
            <FormattedMessage id="question.never-told" />
          )}
        </p>
      )}
      {silent.count > 0 ? (
        <details>
          <summary>
            <FormattedMessage id="question.silent.count" values={{ count: silent.count, of: silent.of }} />
          </summary>
          <Figures figures={silent} linkTo={(id) => linkTo(key, id)} />
        </details>
      ) : (
        <span className={style.quiet}>
          <FormattedMessage id="question.silent.none" values={{ of: silent.of }} />
        </span>
      )}
    </>
  )
}

/** That nothing is asked is no verdict: it says nothing of what is missing. */
function Nothing() {
  return (
    <span className={style.quiet}>
      <FormattedMessage id="question.none" />
    </span>
  )
}
