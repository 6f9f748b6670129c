import { readFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { parseArgs } from 'node:util'
import { type Database, openDatabase } from '../../db/client.ts'
import { findInstallation } from '../../db/queries/installation.ts'
import { DomainError } from '../domain/errors.ts'
import type { Mapping } from '../domain/imports/mapping.ts'
import { readMapping } from '../domain/imports/mapping-check.ts'
import type { Env } from '../env.ts'
import { importSheets } from '../services/import-sheets.ts'
import { reasonText } from '../services/import-words.ts'
import type { ImportReport } from '../services/imports.ts'
import { takeKeysIntoUse } from '../services/key-rotation.ts'
import { keyPlaceOf, openKeys } from '../services/key-store.ts'
import { type Command, exits, type Terminal } from './command.ts'
import { horizonWords, readHorizons } from './horizon-words.ts'
import { printReport } from './import-report.ts'
import { progressLine } from './progress.ts'
import { refusalText } from './refusal-text.ts'

const options = {
  mapping: { type: 'string' },
  'dry-run': { type: 'boolean' },
  rejects: { type: 'string' },
  json: { type: 'boolean' },
} as const

/** Takes in files by a mapping: good rows go in, refused rows go to a file with their reasons. */
export const importCommand: Command = {
  usage: 'FILE... --mapping MAPPING.json [--dry-run] [--rejects DIR] [--json]',
  run: async (args, env, terminal) => {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    if (positionals.length === 0 || !values.mapping) {
      terminal.stderr.write(`Usage: npm run daylight -- import ${importCommand.usage}\n`)
      return exits.failed
    }
    const mapping = await loadMapping(values.mapping, terminal)
    if (!mapping) return exits.failed
    const { DATABASE_URL: databaseUrl, DATABASE_ADMIN_URL: adminUrl, DATA_DIR: dataDir } = env
    const db = await openDatabase({ databaseUrl, adminUrl, dataDir, attach: true })
    try {
      await requireReal(db)
      const files = await importFiles(db, positionals, mapping, {
        ...values,
        terminal,
        ...(mapping.kind === 'records' ? { recordKey: await surrogateKey(db, env) } : {}),
      })
      if (values.json) terminal.stdout.write(`${JSON.stringify(files.map(forMachines), null, 2)}\n`)
      return exitOf(files)
    } finally {
      await db.close()
    }
  },
}

/** The mapping in the file, or undefined when it has faults; each is told with its place and how to mend it. */
async function loadMapping(path: string, { stderr }: Terminal): Promise<Mapping | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) throw new DomainError('INVALID', 'file.none', { file: path })
  const read = readMapping(text.replace(/^\ufeff/, ''))
  if ('mapping' in read) return read.mapping
  stderr.write(`${path} cannot be used:\n`)
  for (const fault of read.faults) stderr.write(`  ${fault.path ? `${fault.path}: ` : ''}${reasonText(fault.reason)}\n`)
  return undefined
}

/** Real files belong in a real installation: a demonstration that holds them could be taken for the country. */
async function requireReal(db: Database): Promise<void> {
  const installation = await db.asSystem(findInstallation)
  if (!installation) throw new DomainError('NOT_POSSIBLE_NOW', 'installation.none')
  if (installation.kind === 'demonstration') throw new DomainError('NOT_POSSIBLE_NOW', 'import.demonstration')
}

/** The key under which people get their surrogates: the same for as long as there are records. */
async function surrogateKey(db: Database, env: Env): Promise<string> {
  const place = keyPlaceOf(env, 'real')
  const keys = openKeys(['surrogates'], place)
  await takeKeysIntoUse(db, keys, place, { now: new Date() })
  return keys.surrogates.current
}

/** What became of one file: its report, or the refusal of the file as a whole. */
type FileOutcome = { file: string; report: ImportReport } | { file: string; refusal: string }

interface ImportOptions {
  'dry-run'?: boolean
  rejects?: string
  json?: boolean
  terminal: Terminal
  recordKey?: string
}

async function importFiles(
  db: Database,
  paths: string[],
  mapping: Mapping,
  given: ImportOptions,
): Promise<FileOutcome[]> {
  const outcomes: FileOutcome[] = []
  for (const path of paths) {
    const { onProgress, end } = progressLine(given.terminal.stderr, path)
    try {
      const reports = await importSheets(db, {
        path,
        mapping,
        by: `terminal:${userInfo().username}`,
        now: new Date(),
        dryRun: given['dry-run'] ?? false,
        ...(given.rejects === undefined ? {} : { rejectsDir: given.rejects }),
        ...(given.recordKey === undefined ? {} : { recordKey: given.recordKey }),
        onProgress,
      })
      end()
      for (const report of reports) {
        const touched = report.touched?.facilityIds ?? []
        const horizons = given.json || touched.length === 0 ? [] : await readHorizons(db, touched)
        if (!given.json) given.terminal.stdout.write(`${printReport(report, mapping)}\n${horizonWords(horizons)}`)
        outcomes.push({ file: path, report })
      }
    } catch (error) {
      end()
      // One file that cannot be read does not keep the others out.
      if (!(error instanceof DomainError)) throw error
      given.terminal.stderr.write(`${refusalText(error)}\n`)
      outcomes.push({ file: path, refusal: refusalText(error) })
    }
  }
  return outcomes
}

function forMachines(outcome: FileOutcome) {
  if ('refusal' in outcome) return outcome
  const { touched: _, faults, ...report } = outcome.report
  return {
    ...report,
    file: outcome.file,
    faults: faults.map(({ reason, ...fault }) => ({ ...fault, reason: reasonText(reason) })),
  }
}

function exitOf(outcomes: FileOutcome[]): number {
  const isBad = (outcome: FileOutcome) => 'refusal' in outcome || outcome.report.rows.bad > 0
  const isNothing = (outcome: FileOutcome) =>
    'refusal' in outcome || (outcome.report.rows.good === 0 && outcome.report.rows.bad > 0)
  if (outcomes.every(isNothing)) return exits.failed
  return outcomes.some(isBad) ? exits.partly : exits.done
}
