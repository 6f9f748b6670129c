import { parseArgs } from 'node:util'
import { openDatabase } from '../../db/client.ts'
import { monthAt } from '../domain/period.ts'
import { type Difference, type Verification, verifySeries } from '../services/verify.ts'
import { type Command, exits } from './command.ts'
import { horizonWords } from './horizon-words.ts'
import { tenths } from './tenths.ts'

const kinds: Record<Difference['kind'], string> = {
  derived: 'from records',
  measure: 'measure',
  indicator: 'indicator',
  sum: 'sum of places',
}

/** `verify`: makes all series anew beside those that are stored, and names every difference. Exit code 1 when there is one. */
export const verifyCommand: Command = {
  usage: '[--json]                           makes all series anew beside the stored ones and names every difference',
  run: async (args, env, terminal) => {
    const { values } = parseArgs({ args, options: { json: { type: 'boolean' } } })
    const { DATABASE_URL: databaseUrl, DATABASE_ADMIN_URL: adminUrl, DATA_DIR: dataDir } = env
    const db = await openDatabase({ databaseUrl, adminUrl, dataDir, attach: true })
    try {
      const found = await verifySeries(db, tenths('Comparing', terminal))
      terminal.stdout.write(values.json ? `${JSON.stringify(found, null, 2)}\n` : printVerification(found))
      return found.count > 0 ? exits.failed : exits.done
    } finally {
      await db.close()
    }
  },
}

/** What was found, one line a difference. */
function printVerification({ facilities, series, horizons, count, differences }: Verification): string {
  const lines = differences.map(
    ({ kind, place, id, month, stored, recomputed }) =>
      `${place}  ${kinds[kind]}  ${id}  ${monthAt(month)}  stored: ${stored}  recomputed: ${recomputed}\n`,
  )
  const more = count > differences.length ? `… and ${count - differences.length} more\n` : ''
  const what = count === 0 ? 'no difference' : count === 1 ? '1 difference' : `${count} differences`
  return `${lines.join('')}${more}${horizonWords(horizons)}${facilities} facilities, ${series} series compared: ${what}\n`
}
