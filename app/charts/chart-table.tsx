import { FormattedMessage } from 'react-intl'
import type { ChartTable as Table } from '../../server/domain/charts/spec.ts'

/** The table twin of a chart: the same figures, for reading, copying and for those who do not see the drawing. */
export function ChartTable({ table, title }: { table: Table; title: string }) {
  return (
    <details className="chart-table">
      <summary>
        <FormattedMessage id="chart.table" />
        <span className="chart-unseen">: {title}</span>
      </summary>
      {/* Wide tables scroll in their own box, which must then be reachable by keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box without focus cannot be scrolled by keyboard */}
      <section className="chart-table-box" aria-label={title} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{table.rows.map(row)}</tbody>
        </table>
      </section>
    </details>
  )
}

function row([name, ...cells]: string[], at: number) {
  return (
    // Rows have no identity beyond their place: two facilities may share a name.
    <tr key={at}>
      <th scope="row">{name}</th>
      {cells.map((cell, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <td key={column}>{cell}</td>
      ))}
    </tr>
  )
}
