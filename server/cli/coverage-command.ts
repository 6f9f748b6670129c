import { parseArgs } from 'node:util'
import { openDatabase, type Tx } from '../../db/client.ts'
import { type DeclaredCoverage, listDeclared } from '../../db/queries/coverage.ts'
import { findFacility } from '../../db/queries/facilities.ts'
import { DomainError } from '../domain/errors.ts'
import { dayStretches, missingDays } from '../domain/imports/covers.ts'
import { type Day, monthAt } from '../domain/period.ts'
import { findRecord, type RecordId } from '../domain/records/index.ts'
import { withdrawCoverage } from '../services/coverage.ts'
import { makeWaiting } from '../services/make-waiting.ts'
import { type Command, exits } from './command.ts'

const options = {
  record: { type: 'string' },
  import: { type: 'string' },
  because: { type: 'string' },
  by: { type: 'string' },
} as const

type Values = { [Name in keyof typeof options]?: string }

/** `coverage`: what imports declared that their records cover whole; lists it, and takes back what was declared by mistake. */
export const coverageCommand: Command = {
  usage: 'list [FACILITY] | withdraw FACILITY [--record TYPE] [--import ID] --because REASON --by NAME',
  run: async (args, env, terminal) => {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [deed, key] = positionals
    const { DATABASE_URL: databaseUrl, DATABASE_ADMIN_URL: adminUrl, DATA_DIR: dataDir } = env
    const db = await openDatabase({ databaseUrl, adminUrl, dataDir, attach: true })
    const now = new Date()
    try {
      if (deed === 'list') {
        const all = await db.asSystem(async (tx) => listDeclared(tx, key && (await mustFindFacility(tx, key, now))))
        terminal.stdout.write(linesOf(all).join(''))
      } else if (deed === 'withdraw' && key) {
        const [which, given] = [asked(values), { by: values.by ?? '', why: values.because ?? '' }]
        await db.asSystem(async (tx) =>
          withdrawCoverage(tx, { facilityId: await mustFindFacility(tx, key, now), ...which }, given, now),
        )
        await makeWaiting(db, { importId: null }, { now })
      } else throw new DomainError('INVALID', 'coverage.usage')
      return exits.done
    } finally {
      await db.close()
    }
  },
}

/** @throws DomainError INVALID `coverage.record` for a type that there is none of, `coverage.import` for what is no import. */
function asked({ record, import: importId }: Values) {
  if (record !== undefined && !findRecord(record)) throw new DomainError('INVALID', 'coverage.record', { record })
  const isId = importId === undefined || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(importId)
  if (!isId) throw new DomainError('INVALID', 'coverage.import')
  return { recordId: record as RecordId | undefined, importId }
}

async function mustFindFacility(tx: Tx, key: string, now: Date): Promise<string> {
  const facility = await findFacility(tx, 'all', key, now.toISOString().slice(0, 10) as Day)
  if (!facility) throw new DomainError('NOT_FOUND', 'facility.none')
  return facility.id
}

/** A line for each declaration; days of one month that stand are one line, which names those that have not come. */
function linesOf(all: readonly DeclaredCoverage[]): string[] {
  const byMonth = new Map<string, DeclaredCoverage[]>()
  for (const one of all) {
    const { facility, recordId, from, day, withdrawn, importId } = one
    const key = [facility, recordId, day && !withdrawn ? from : importId].join(' ')
    byMonth.set(key, [...(byMonth.get(key) ?? []), one])
  }
  return [...byMonth.values()].map(printDeclared)
}

function printDeclared(some: readonly DeclaredCoverage[]): string {
  const { facility, recordId, fileName, importId, withdrawn } = some.at(-1)!
  const file = some.length > 1 ? `${some.length} files, the last of them ${fileName}` : fileName
  const taken = withdrawn ? [`withdrawn ${withdrawn.on} by ${withdrawn.by}: ${withdrawn.why}`] : []
  return `${[facility, recordId, whichMonths(some), `${file} (${importId})`, ...taken].join('\t')}\n`
}

function whichMonths(some: readonly DeclaredCoverage[]): string {
  const { from, until, day, withdrawn } = some[0]!
  if (day === null) return `${monthAt(from)} to ${monthAt(until)}`
  if (withdrawn) return day
  const missing = missingDays(monthAt(from), new Set(some.map((one) => one.day!)))
  return missing.length === 0
    ? `${monthAt(from)} by days`
    : `${monthAt(from)} not counted, without ${dayStretches(missing)}`
}
