/** One line of the table: what was measured, against which unit of the same run, and what was wanted. */
export interface Result {
  what: string
  measured: string
  /** The unit in words, with its own measure. */
  unit?: string
  ratio?: number
  goal?: string
  isMet?: boolean
}

/** A time against the time of its unit; the goal is the largest ratio that is still good. */
export function ratioOf(
  what: string,
  ms: number,
  unit: { name: string; ms: number },
  largest?: number,
  rows?: number,
): Result {
  const speed = rows === undefined ? '' : `, ${Math.round(rows / (ms / 1000)).toLocaleString('en-GB')} rows/s`
  const ratio = ms / unit.ms
  return {
    what,
    measured: `${time(ms)}${speed}`,
    unit: `${unit.name}: ${time(unit.ms)}`,
    ratio,
    ...(largest !== undefined && { goal: `≤ ${largest} ×`, isMet: ratio <= largest }),
  }
}

/** An amount that must stay under a fixed limit. */
export function limited(what: string, amount: number, words: (amount: number) => string, largest?: number): Result {
  return {
    what,
    measured: words(amount),
    ...(largest !== undefined && { goal: `≤ ${words(largest)}`, isMet: amount <= largest }),
  }
}

export function time(ms: number): string {
  return ms < 10 ? `${ms.toFixed(1)} ms` : ms < 10_000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`
}

export const megabytes = (bytes: number) => `${(bytes / 1_048_576).toFixed(1)} MB`
export const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`

const head = ['what', 'measured', 'unit', 'ratio', 'goal', 'met']

/** The table as text, its columns as wide as their widest cell. */
export function tableOf(results: readonly Result[]): string {
  const rows = [head, ...results.map(cells)]
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')).join('\n')
}

function cells({ what, measured, unit, ratio, goal, isMet }: Result): string[] {
  const met = isMet === undefined ? '' : isMet ? 'yes' : 'NO'
  return [what, measured, unit ?? '', ratio === undefined ? '' : `${ratio.toFixed(2)} ×`, goal ?? '', met]
}
