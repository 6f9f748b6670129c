import type { Env } from '../env.ts'

/** How a command ended: all good, nothing could be done, or done with something refused. */
export const exits = { done: 0, failed: 1, partly: 2 } as const

/** Where a command writes: answers to `stdout`, progress and refusals to `stderr`. */
export interface Terminal {
  stdout: { write: (text: string) => unknown }
  stderr: { write: (text: string) => unknown; isTTY?: boolean }
}

/** One word of the terminal. */
export interface Command {
  usage: string
  /** Gives the exit code. */
  run: (args: string[], env: Env, terminal: Terminal) => Promise<number>
}
