import { layoutSparkline } from '../../server/domain/charts/sparkline.ts'
import type { Sparkline as SparklineSpec } from '../../server/domain/charts/spec.ts'

/** A sparkline. Its figures always stand beside it in words, so its own name is the summary only. */
export function Sparkline({ spec }: { spec: SparklineSpec }) {
  const { width, height, paths, dots, last, limitY } = layoutSparkline(spec)
  return (
    <svg
      className="chart-sparkline"
      role="img"
      aria-label={spec.summary}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
    >
      {limitY !== null && <line className="chart-rule chart-rule-limit" x1={0} x2={width} y1={limitY} y2={limitY} />}
      {paths.map((d) => (
        <path key={d} className="chart-line chart-main" d={d} />
      ))}
      {dots.map((dot) => (
        <circle key={dot.x} className="chart-dot chart-main" cx={dot.x} cy={dot.y} r={1.8} />
      ))}
      {last && <circle className="chart-dot chart-dot-last chart-main" cx={last.x} cy={last.y} r={2.8} />}
    </svg>
  )
}
