import { Link, useSearchParams } from '@remix-run/react'
import type { ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Sort } from '../sort.ts'
import style from './data-table.module.css'
import { Icon } from './icon.tsx'

/** One column: its name, and what stands in its cell of a row. */
export interface Column<Row> {
  id: string
  name: string
  cell: (row: Row) => ReactNode
  /** Figures stand at the end of their cell. */
  isNumeric?: boolean
  isSortable?: boolean
  /** What stands in its cells needs no name where rows are stacked: a verdict, the one figure. */
  saysItself?: boolean
  /** What stands in its cells is long: where rows are stacked, it takes their whole width. */
  isLong?: boolean
  /** The column that names the row; the first one unless another says so. */
  isRowHead?: boolean
}

export interface DataTableProps<Row> {
  caption: string
  /** Says the caption only to those who do not see the table. */
  hideCaption?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** On a telephone each row is a block of its own, for rows of words that would be tall and narrow beside each other. */
  isStacked?: boolean
  keyOf: (row: Row) => string
  /** The order that `rows` are in; sorting itself is done where the rows come from. */
  sort?: Sort
  /** What stands in place of the rows when there are none. */
  empty?: ReactNode
}

/** A table that is read, sorted by links and printed: plain cells, a head that stays in sight. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, keyOf } = props
  const intl = useIntl()
  const head = headOf(columns)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={style.scroll} tabIndex={0} aria-label={intl.formatMessage({ id: 'table.scroll' }, { caption })}>
      <table className={props.isStacked ? `${style.table} ${style.stacked}` : style.table}>
        <caption className={props.hideCaption ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.id} column={column} sort={props.sort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column) => (
                <BodyCell
                  key={column.id}
                  column={column}
                  row={row}
                  isHead={column === head}
                  isNamed={props.isStacked}
                />
              ))}
            </tr>
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={columns.length}>{props.empty}</td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  )
}

/** The column that names the rows. */
export function headOf<Row>(columns: readonly Column<Row>[]): Column<Row> | undefined {
  return columns.find((column) => column.isRowHead) ?? columns[0]
}

function BodyCell<Row>(props: { column: Column<Row>; row: Row; isHead: boolean; isNamed: boolean | undefined }) {
  const { column, row, isHead, isNamed } = props
  const className = column.isNumeric ? style.numeric : undefined
  const content = column.cell(row)
  if (!isHead) {
    return (
      <td
        className={column.isLong ? style.long : className}
        data-name={isNamed && !column.saysItself ? column.name : undefined}
      >
        {content}
      </td>
    )
  }
  return (
    <th scope="row" className={className}>
      {content}
    </th>
  )
}

/** The name of a column; a link that sorts by it where it can be. */
export function HeadCell<Row>({ column, sort }: { column: Column<Row>; sort: Sort | undefined }) {
  const order = sort?.column === column.id ? sort.order : undefined
  return (
    <th scope="col" className={column.isNumeric ? style.numeric : undefined} aria-sort={order}>
      {column.isSortable ? <SortLink column={column} order={order} /> : column.name}
    </th>
  )
}

function SortLink<Row>({ column, order }: { column: Column<Row>; order: Sort['order'] | undefined }) {
  const [search] = useSearchParams()
  const next = order === 'ascending' ? 'descending' : 'ascending'
  const params = new URLSearchParams(search)
  params.set('sort', column.id)
  params.set('order', next)
  return (
    <Link to={`?${params}`} preventScrollReset>
      {column.name} <Icon name={order ?? 'sortable'} />
      <span className="visually-hidden">
        <FormattedMessage id={`table.sort-${next}`} values={{ column: column.name }} />
      </span>
    </Link>
  )
}
