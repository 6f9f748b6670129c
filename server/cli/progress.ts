import type { ImportProgress } from '../services/import-acceptance.ts'
import type { Terminal } from './command.ts'

const words: Record<ImportProgress['phase'], string> = {
  checking: 'Checking',
  reading: 'Reading',
  computing: 'Computing',
}
const barWidth = 24

/** Tells how far a file is: one line that is written over on a terminal, a line for each tenth elsewhere. */
export function progressLine(
  stderr: Terminal['stderr'],
  file: string,
): { onProgress: (progress: ImportProgress) => void; end: () => void } {
  let shown = ''
  let share = 0
  const onProgress = ({ phase, done, of, rows }: ImportProgress) => {
    if (done !== undefined && of) share = Math.min(1, done / of)
    else if (phase === 'checking') share = 0
    const text = stderr.isTTY
      ? bar(words[phase], share, rows)
      : `${words[phase]} ${file}: ${Math.floor(share * 10) * 10} %`
    if (text === shown || (!stderr.isTTY && rows !== undefined)) return
    shown = text
    stderr.write(stderr.isTTY ? `\r\u001b[K${text}` : `${text}\n`)
  }
  const end = () => {
    if (stderr.isTTY && shown) stderr.write('\r\u001b[K')
  }
  return { onProgress, end }
}

function bar(word: string, share: number, rows: number | undefined): string {
  const full = Math.round(share * barWidth)
  const drawn = `${'█'.repeat(full)}${'░'.repeat(barWidth - full)}`
  return `${word} ${drawn} ${Math.floor(share * 100)} %${rows === undefined ? '' : `, ${rows} rows`}`
}
