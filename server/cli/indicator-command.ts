import { parseArgs } from 'node:util'
import { openDatabase } from '../../db/client.ts'
import { parseDay } from '../domain/period.ts'
import { type Command, exits } from './command.ts'
import { askIndicator, isMonth, placeOf, printIndicator } from './indicator.ts'

const options = {
  month: { type: 'string' },
  facility: { type: 'string' },
  region: { type: 'string' },
  country: { type: 'boolean' },
  json: { type: 'boolean' },
  'as-known': { type: 'string' },
} as const

/** Prints one figure of a facility, a region or the country with all that belongs to it. */
export const indicatorCommand: Command = {
  usage: 'ID --month YYYY-MM [--facility KEY | --region KEY | --country] [--as-known YYYY-MM-DD] [--json]',
  run: async (args, env, { stdout, stderr }) => {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [indicator] = positionals
    const place = placeOf(values)
    const known = values['as-known']
    if (!indicator || !isMonth(values.month) || !place || (known && !parseDay(known))) {
      stderr.write(`Usage: npm run daylight -- indicator ${indicatorCommand.usage}\n`)
      return exits.failed
    }
    const { DATABASE_URL: databaseUrl, DATABASE_ADMIN_URL: adminUrl, DATA_DIR: dataDir } = env
    const db = await openDatabase({ databaseUrl, adminUrl, dataDir, attach: true })
    try {
      const answer = await askIndicator(db, { indicator, month: values.month, place, known }, () => new Date())
      stdout.write(`${values.json ? JSON.stringify(answer, null, 2) : printIndicator(answer)}\n`)
      return exits.done
    } finally {
      await db.close()
    }
  },
}
