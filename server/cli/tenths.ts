import type { Terminal } from './command.ts'

/** Says how far a long work is, at every tenth of it. */
export function tenths(what: string, { stderr }: Terminal): (done: number, of: number) => void {
  let said = -1
  return (done, of) => {
    const tenth = Math.floor((done / of) * 10)
    if (tenth > said) stderr.write(`${what}: ${tenth * 10} %\n`)
    said = Math.max(said, tenth)
  }
}
