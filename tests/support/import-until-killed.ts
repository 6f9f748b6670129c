import { sql } from 'drizzle-orm'
import { type Database, openDatabase } from '../../db/client.ts'
import { readMapping } from '../../server/domain/imports/mapping-check.ts'
import { importFile } from '../../server/services/imports.ts'

/** Where an import can be cut off: rows are staged, all is written and not yet confirmed, series are being computed. */
export type CutOff = 'staging' | 'move' | 'computing'

export interface CutImport {
  dataDir: string
  databaseUrl: string | undefined
  path: string
  mapping: object
  at: CutOff
  /** Rows of the file that are read before `staging` is cut off. */
  rows: number
}

/** A process that takes in a file and kills itself outright at the point that it is given. */
async function run(request: CutImport): Promise<void> {
  const { dataDir, databaseUrl, at } = request
  const read = readMapping(JSON.stringify(request.mapping))
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  const db = await openDatabase({ dataDir, ...(databaseUrl ? { databaseUrl } : {}), attach: true })
  await importFile(at === 'move' ? cutBeforeConfirming(db) : db, {
    path: request.path,
    mapping: read.mapping,
    by: 'tester',
    now: new Date(),
    onProgress: ({ phase, rows }) => {
      if (phase === 'computing' && at === 'computing') die()
      if (phase === 'reading' && at === 'staging' && (rows ?? 0) >= request.rows) die()
    },
  })
  throw new Error('the import came to its end')
}

/** Dies in the transaction that has written the import, before it is confirmed. */
function cutBeforeConfirming(db: Database): Database {
  const asSystem: Database['asSystem'] = (work) =>
    db.asSystem(async (tx) => {
      const result = await work(tx)
      const [written] = await tx.execute(sql`select 1 from imports`)
      if (written) die()
      return result
    })
  return { ...db, asSystem }
}

function die(): void {
  process.kill(process.pid, 'SIGKILL')
}

await run(JSON.parse(process.argv[2] ?? ''))
