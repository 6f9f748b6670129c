import { parseArgs } from 'node:util'
import { openDatabase } from '../../db/client.ts'
import { countWaiting } from '../../db/queries/waiting.ts'
import { makeWaiting } from '../services/make-waiting.ts'
import { recomputeAll } from '../services/recompute.ts'
import { type Command, exits } from './command.ts'
import { horizonWords, readHorizons } from './horizon-words.ts'
import { tenths } from './tenths.ts'

const options = { rest: { type: 'boolean' }, status: { type: 'boolean' } } as const

/**
 * `recompute`: makes every series anew from the truth, as after a new version of the definitions. With `--rest` only what
 * imports or a stopped recompute left to be made; with `--status` it says how much that is.
 */
export const recomputeCommand: Command = {
  usage: '[--rest | --status]             makes all series anew; only what a stop left; or says how much waits',
  run: async (args, env, terminal) => {
    const { values } = parseArgs({ args, options })
    const { DATABASE_URL: databaseUrl, DATABASE_ADMIN_URL: adminUrl, DATA_DIR: dataDir } = env
    const db = await openDatabase({ databaseUrl, adminUrl, dataDir, attach: true })
    try {
      if (values.status) {
        const { facilities, sums, imports } = await db.asSystem((tx) => countWaiting(tx, 'all'))
        const isIdle = facilities + sums === 0
        const waiting = `Waiting: ${facilities} facilities of ${imports} imports${sums > 0 ? ', and sums of places' : ''}`
        terminal.stdout.write(isIdle ? 'Nothing waits: all figures are made\n' : `${waiting}\n`)
        return exits.done
      }
      const how = { now: new Date(), onProgress: tenths('Computing', terminal) }
      await (values.rest ? makeWaiting(db, 'all', how) : recomputeAll(db, how))
      terminal.stdout.write(horizonWords(await readHorizons(db)))
      return exits.done
    } finally {
      await db.close()
    }
  },
}
