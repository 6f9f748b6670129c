import { parseArgs } from 'node:util'
import { openDatabase } from '../../db/client.ts'
import { systemActor } from '../domain/access.ts'
import { listCatalogue, printCatalogue } from './catalogue.ts'
import { type Command, exits } from './command.ts'

/** Prints all indicators, what each is made of, and the country's latest value or the reason for none. */
export const catalogueCommand: Command = {
  usage: '[--json]',
  run: async (args, env, { stdout }) => {
    const { values } = parseArgs({ args, options: { json: { type: 'boolean' } } })
    const { DATABASE_URL: databaseUrl, DATABASE_ADMIN_URL: adminUrl, DATA_DIR: dataDir } = env
    const db = await openDatabase({ databaseUrl, adminUrl, dataDir, attach: true })
    try {
      const rows = await db.asActor(systemActor, listCatalogue)
      stdout.write(`${values.json ? JSON.stringify(rows, null, 2) : printCatalogue(rows)}\n`)
      return exits.done
    } finally {
      await db.close()
    }
  },
}
