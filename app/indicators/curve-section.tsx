import { FormattedMessage } from 'react-intl'
import { Chart } from '../charts/chart.tsx'
import type { ChartFilesAt } from '../charts/chart-files.tsx'
import type { CurveShown } from './curve.server.ts'
import style from './indicators.module.css'

/** How long something lasts, beside its median: the curve, or why this reader is shown none. */
export function CurveSection({ shown, files }: { shown: CurveShown; files: ChartFilesAt }) {
  return (
    <section aria-labelledby="lasts" className={style.section}>
      <h2 id="lasts">
        <FormattedMessage id="curve.heading" />
      </h2>
      {'none' in shown ? <p>{shown.none}</p> : <Chart spec={shown.chart} files={files} />}
    </section>
  )
}
