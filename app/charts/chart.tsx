import { type RefObject, useEffect, useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { drawnSize } from '../../server/domain/charts/layout.ts'
import type { ChartSpec } from '../../server/domain/charts/spec.ts'
import { usePageHandle } from '../page-handle.ts'
import { ChartFiles, type ChartFilesAt } from './chart-files.tsx'
import { ChartTable } from './chart-table.tsx'
import { StaticChart } from './static-chart.tsx'

/**
 * A chart on a page. The server draws it whole; once it is in view in a browser with JavaScript the same spec is drawn
 * again with tooltips and keyboard, in the same box. Where that cannot load, the server's drawing simply stays.
 */
export function Chart({ spec, files }: { spec: ChartSpec; files?: ChartFilesAt }) {
  const intl = useIntl()
  const box = useRef<HTMLDivElement>(null)
  const Interactive = useInteractive(box)
  const width = useWidth(box)
  const isInteractive = Interactive !== null && width > 0
  return (
    <figure className="chart" aria-labelledby={`${spec.id}-caption`}>
      <figcaption id={`${spec.id}-caption`} className="chart-title">
        {spec.title}
      </figcaption>
      <div ref={box} className={isInteractive ? 'chart-box chart-box-interactive' : 'chart-box'}>
        <div className="chart-static">
          <StaticChart spec={spec} width="narrow" />
          <StaticChart spec={spec} width="wide" />
        </div>
        {isInteractive && (
          <Interactive
            spec={spec}
            size={drawnSize(spec, width)}
            keyboard={intl.formatMessage({ id: 'chart.keyboard' })}
          />
        )}
      </div>
      {spec.note && <p className="chart-note">{spec.note}</p>}
      <ChartTable table={spec.table} title={spec.title} />
      {files && (
        <>
          <ChartSource />
          <ChartFiles files={files} title={spec.title} />
        </>
      )}
    </figure>
  )
}

/** From whom the figures are, under every chart that can be taken away; the files say the same. Nothing on a page whose loader tells no country. */
function ChartSource() {
  const data = usePageHandle()?.data as { scope?: { countryName?: string } } | undefined
  const country = data?.scope?.countryName
  if (!country) return null
  return (
    <p className="chart-note">
      <FormattedMessage id="chart.file.source" values={{ country }} />
    </p>
  )
}

type Interactive = typeof import('./interactive-chart.tsx').InteractiveChart

/** The interactive renderer, fetched when the chart first comes into view; null until then and where it cannot be had. */
function useInteractive(box: RefObject<HTMLElement | null>): Interactive | null {
  const [component, setComponent] = useState<Interactive | null>(null)
  useEffect(() => {
    if (!box.current) return
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return
      observer.disconnect()
      import('./interactive-chart.tsx').then(
        (module) => setComponent(() => module.InteractiveChart),
        // Without the network the drawing that is already there serves.
        () => undefined,
      )
    })
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [box])
  return component
}

/** The width of the box in pixels, kept up to date; 0 until it is known. */
function useWidth(box: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (!box.current) return
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0))
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [box])
  return width
}
