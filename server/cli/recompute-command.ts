import { openDatabase } from '../../db/client.ts'
import { recomputeAll } from '../services/recompute.ts'
import { type Command, exits } from './command.ts'

/** `recompute`: makes every series anew from the reported lines, as after a new version of the definitions. */
export const recomputeCommand: Command = {
  usage: '                                   makes every series anew from the reported lines',
  run: async (_args, env, terminal) => {
    const db = await openDatabase({
      databaseUrl: env.DATABASE_URL,
      adminUrl: env.DATABASE_ADMIN_URL,
      dataDir: env.DATA_DIR,
      attach: true,
    })
    try {
      let said = -1
      await recomputeAll(db, {
        now: new Date(),
        onProgress: (done, of) => {
          const tenth = Math.floor((done / of) * 10)
          if (tenth > said) terminal.stderr.write(`Computing: ${tenth * 10} %\n`)
          said = Math.max(said, tenth)
        },
      })
      return exits.done
    } finally {
      await db.close()
    }
  },
}
