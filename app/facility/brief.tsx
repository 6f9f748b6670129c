import { FormattedMessage } from 'react-intl'
import { useFormat } from '../format.ts'
import style from './brief.module.css'
import type { Brief, BriefRow } from './brief.server.ts'

const columns = ['title', 'figure', 'verdict', 'whose', 'peers', 'country'] as const

export interface BriefProps {
  brief: Brief
  month: string
  /** How many checks do not hold, and how many questions are asked. */
  quality: { checks: number; questions: number; missing: number }
}

/** The brief of a facility's month. It is for paper alone: on a screen the page itself says more. */
export function BriefOnPaper({ brief, month, quality }: BriefProps) {
  return (
    <section className={style.brief} aria-labelledby="brief">
      <h2 id="brief">
        <FormattedMessage id="brief.heading" values={{ month }} />
      </h2>
      <p>
        <FormattedMessage id="brief.counts" values={{ ...brief.counts, unassessed: brief.counts['not-assessed'] }} />
      </p>
      {brief.rows.length > 0 && (
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  <FormattedMessage id={`brief.column.${column}`} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {brief.rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      )}
      <ul>
        {brief.pairs.map((pair) => (
          <li key={pair}>{pair}</li>
        ))}
      </ul>
      <p>
        <FormattedMessage id="brief.quality" values={quality} />
      </p>
      <Names id="within" names={brief.within} />
      <Names id="unassessed" names={brief.unassessed} />
      <Names id="silent" names={brief.silent} />
    </section>
  )
}

function Row({ row }: { row: BriefRow }) {
  return (
    <tr>
      <th scope="row">{row.title}</th>
      {columns.slice(1).map((column) => (
        <td key={column}>{row[column]}</td>
      ))}
    </tr>
  )
}

function Names({ id, names }: { id: 'within' | 'unassessed' | 'silent'; names: readonly string[] }) {
  const format = useFormat()
  if (names.length === 0) return null
  return (
    <p className={style.names}>
      <strong>
        <FormattedMessage id={`brief.${id}`} />
      </strong>{' '}
      {format.list(names)}
    </p>
  )
}
