import { Link } from '@remix-run/react'
import { FormattedMessage } from 'react-intl'
import type { ControlShown } from '../control-chart.server.ts'
import { Chart } from './chart.tsx'
import type { ChartFilesAt } from './chart-files.tsx'

/** Whether a figure has changed: its control chart, or why it cannot be told. `events` leads to what happened at the place. */
export function ControlSection(props: { shown: ControlShown; events: string; files: ChartFilesAt }) {
  const { shown, events, files } = props
  return (
    <section aria-labelledby="changed">
      <h2 id="changed">
        <FormattedMessage id="chart.control.heading" />
      </h2>
      {'tooFew' in shown ? <p>{shown.tooFew}</p> : <Chart spec={shown.chart} files={files} />}
      <p data-print="no">
        <Link to={events}>
          <FormattedMessage id="event.link" />
        </Link>
      </p>
    </section>
  )
}
