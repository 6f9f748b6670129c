/** What a tooltip says: whose or when, and each value in words. */
export interface TipText {
  head: string
  lines: { name: string; shown: string; swatch?: string }[]
}

/** A tooltip's content. */
export function ChartTip({ head, lines }: TipText) {
  return (
    <div className="chart-tip">
      <strong>{head}</strong>
      {lines.map((line) => (
        <span key={line.name} className="chart-tip-line">
          {line.swatch && <i className={`chart-swatch chart-swatch-${line.swatch}`} />}
          {line.name}: <b>{line.shown}</b>
        </span>
      ))}
    </div>
  )
}
