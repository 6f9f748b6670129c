import { FormattedMessage, useIntl } from 'react-intl'
import type { Grade } from '../../server/domain/series.ts'
import type { Value } from '../../server/domain/value.ts'
import { type Column, DataTable } from '../components/data-table.tsx'
import { FigureValue } from '../components/figure-value.tsx'
import { useFormat } from '../format.ts'
import style from './need-table.module.css'

/** One count of a formula with its value and the lines behind it. */
export interface NeedRow {
  cell: string
  title: string
  group: string
  value: Value
  grade: Grade
  lines: { file: string; line: number; amount: number | null; at: string; supersededAt: string | null }[]
  /** What events and the return each say, where both say something. */
  both?: { events: number; returned: number; difference: number }
  /** The records that the count needs, with the files that hold them whole for the month. */
  records: { record: string; file: string; at: string }[]
  /** Stretches of days whose files have not come, where others of the month have. */
  lacking: (readonly [first: string, last: string])[]
  certificate?: { evidenceRef: string; issuedBy: string; validFrom: string }
}

/** The counts that make a figure: what each is, and the files and lines that said so, down to those it replaced. */
export function NeedTable({ needs }: { needs: readonly NeedRow[] }) {
  const intl = useIntl()
  const columns: Column<NeedRow>[] = [
    {
      id: 'need',
      name: intl.formatMessage({ id: 'explain.need' }),
      isRowHead: true,
      cell: (row) => <NeedName row={row} />,
    },
    {
      id: 'value',
      name: intl.formatMessage({ id: 'explain.value' }),
      isNumeric: true,
      cell: (row) => <FigureValue figure={row.value} unit="number" />,
    },
    {
      id: 'grade',
      name: intl.formatMessage({ id: 'explain.grade' }),
      cell: (row) => <FormattedMessage id={`explain.grade.${row.grade}`} />,
    },
    {
      id: 'lines',
      name: intl.formatMessage({ id: 'explain.lines' }),
      isLong: true,
      cell: (row) => <Lines row={row} />,
    },
  ]
  return (
    <DataTable
      isStacked
      caption={intl.formatMessage({ id: 'explain.parts' })}
      hideCaption
      columns={columns}
      rows={needs}
      keyOf={(row) => row.cell}
    />
  )
}

function NeedName({ row }: { row: NeedRow }) {
  return (
    <>
      {row.title}
      {row.group && <span className={style.group}>{row.group}</span>}
    </>
  )
}

function Lines({ row }: { row: NeedRow }) {
  const format = useFormat()
  const { certificate } = row
  return (
    <ul className={style.lines}>
      {certificate && (
        <li>
          <FormattedMessage
            id="explain.line.certificate"
            values={{
              evidence: certificate.evidenceRef,
              by: certificate.issuedBy,
              from: format.day(certificate.validFrom),
            }}
          />
        </li>
      )}
      {row.both && (
        <li>
          <Both both={row.both} />
        </li>
      )}
      {row.grade === 'events' &&
        row.records.map(({ record, file, at }) => (
          <li key={`${record} ${file} ${at}`}>
            <FormattedMessage id="explain.line.records" values={{ record, file, at: format.day(at) }} />
          </li>
        ))}
      {row.lines.map((line) => (
        <li key={`${line.at} ${line.file} ${line.line}`} className={line.supersededAt ? style.superseded : undefined}>
          <LineWords line={line} />
        </li>
      ))}
      {row.lacking.length > 0 && (
        <li>
          <Lacking stretches={row.lacking} />
        </li>
      )}
      {row.lines.length === 0 && row.lacking.length === 0 && row.grade !== 'events' && !certificate && (
        <li>
          <FormattedMessage id="explain.line.none" />
        </li>
      )}
    </ul>
  )
}

/** A month that comes day by day, and not all of them have. */
function Lacking({ stretches }: { stretches: NeedRow['lacking'] }) {
  const intl = useIntl()
  const format = useFormat()
  const days = stretches.map(([first, last]) =>
    first === last
      ? format.day(first)
      : intl.formatMessage({ id: 'explain.line.stretch' }, { first: format.day(first), last: format.day(last) }),
  )
  return <FormattedMessage id="explain.line.lacking" values={{ days: format.list(days) }} />
}

/** Two answers to one question: which of them counts, and by how much they differ. */
function Both({ both }: { both: NonNullable<NeedRow['both']> }) {
  const format = useFormat()
  const values = { events: format.number(both.events, 2), returned: format.number(both.returned, 2) }
  if (both.difference === 0) return <FormattedMessage id="explain.both.same" values={values} />
  const by = format.number(Math.abs(both.difference), 2)
  return (
    <FormattedMessage id={both.difference > 0 ? 'explain.both.more' : 'explain.both.less'} values={{ ...values, by }} />
  )
}

function LineWords({ line }: { line: NeedRow['lines'][number] }) {
  const format = useFormat()
  const { file, line: number, amount } = line
  if (!line.supersededAt) {
    return <FormattedMessage id="explain.line" values={{ file, line: number, at: format.day(line.at) }} />
  }
  const was = amount === null ? '–' : format.number(amount)
  return (
    <FormattedMessage
      id="explain.line.superseded"
      values={{ amount: was, at: format.day(line.supersededAt), file, line: number }}
    />
  )
}
