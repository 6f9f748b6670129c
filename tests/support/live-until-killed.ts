import fc from 'fast-check'
import { type Database, openDatabase } from '../../db/client.ts'
import { anyStep, asFile, takeFile } from './life-on-file.ts'

/** A country's life on file, one file a step, and the transaction with which the process that takes them in dies. */
export interface CutLife {
  dataDir: string
  databaseUrl: string | undefined
  folder: string
  now: string
  seed: number
  steps: number
  /** The first step that is taken. */
  from: number
  /** How many transactions the process lives. */
  transactions: number
  /** Whether the last one is confirmed before the process dies. */
  isConfirmed: boolean
}

/** The steps of a life: the same of the same seed. */
export function stepsOf({ seed, steps }: Pick<CutLife, 'seed' | 'steps'>) {
  return fc.sample(anyStep, { seed, numRuns: steps })
}

/** Takes in file after file, and kills itself outright at the transaction that it is given. Says each step that ended. */
async function run(life: CutLife): Promise<void> {
  const { dataDir, databaseUrl } = life
  const db = mortal(await openDatabase({ dataDir, ...(databaseUrl ? { databaseUrl } : {}), attach: true }), life)
  for (const [step, one] of stepsOf(life).entries()) {
    if (step < life.from) continue
    await takeFile(db, asFile(one), life.folder, `step-${step}`, new Date(life.now))
    process.stdout.write(`${step}\n`)
  }
  await db.close()
}

function mortal(db: Database, { transactions, isConfirmed }: CutLife): Database {
  let left = transactions
  const asSystem: Database['asSystem'] = async (work) => {
    const isLast = --left === 0
    const result = await db.asSystem(async (tx) => {
      const done = await work(tx)
      if (isLast && !isConfirmed) die()
      return done
    })
    if (isLast) die()
    return result
  }
  return { ...db, asSystem }
}

function die(): void {
  process.kill(process.pid, 'SIGKILL')
}

if (process.argv[1]?.endsWith('live-until-killed.ts')) await run(JSON.parse(process.argv[2] ?? ''))
