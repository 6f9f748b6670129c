import { FormattedMessage, useIntl } from 'react-intl'
import type { ControlShown } from '../control-chart.server.ts'
import { Chart } from './chart.tsx'

/** Whether a figure has changed: its control chart, or why it cannot be told. */
export function ControlSection({ shown }: { shown: ControlShown }) {
  const intl = useIntl()
  return (
    <section aria-labelledby="changed">
      <h2 id="changed">
        <FormattedMessage id="chart.control.heading" />
      </h2>
      {'tooFew' in shown ? (
        <p>{shown.tooFew}</p>
      ) : (
        <Chart
          spec={shown.chart}
          labels={{
            showTable: intl.formatMessage({ id: 'chart.table' }),
            keyboard: intl.formatMessage({ id: 'chart.keyboard' }),
          }}
        />
      )}
    </section>
  )
}
