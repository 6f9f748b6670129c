import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createGzip } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { readMapping } from '../../server/domain/imports/mapping-check.ts'
import { importFile } from '../../server/services/imports.ts'
import { freshDatabase } from '../support/database.ts'

const db = await freshDatabase()
const folder = mkdtempSync(join(tmpdir(), 'daylight-large-'))
afterAll(() => rmSync(folder, { recursive: true }))

const mebibyte = 2 ** 20
const mapping = {
  version: 1,
  kind: 'monthly-measures',
  source: 'ministry',
  facility: { key: 'Code', unknown: 'create', create: { name: 'Code' } },
  period: { column: 'Month' },
  measures: [{ measure: 'pop_closing', column: 'Held' }],
}

/** A table of facility-months, each with a remark that is long and never the same, until it is `bytes` long. */
function* table(bytes: number): Generator<string> {
  const header = 'Code,Month,Held,Remark\n'
  yield header
  let written = header.length
  for (let row = 0; written < bytes; row++) {
    const month = `${1960 + (Math.floor(row / 12) % 60)}-${String((row % 12) + 1).padStart(2, '0')}`
    const line = `k${Math.floor(row / 720)},${month},${row % 900},"${`${row}, counted at noon; `.repeat(180)}"\n`
    written += line.length
    yield line
  }
}

async function fileOf(name: string, bytes: number): Promise<string> {
  const path = join(folder, name)
  const packed = name.endsWith('.gz') ? [createGzip({ level: 1 })] : []
  await pipeline([Readable.from(table(bytes)), ...packed, createWriteStream(path)])
  return path
}

setFlagsFromString('--expose-gc')
const sweep = runInNewContext('gc') as () => void

/** What is in use when all that nobody needs is swept away. How large a process is says as much of when its heap was last swept. */
function held(): number {
  sweep()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** Reads a file without taking it in; gives the rows that were good and how much more was ever held meanwhile, in MiB. */
async function dryRun(path: string): Promise<{ good: number; bad: number; grown: number }> {
  const read = readMapping(JSON.stringify(mapping))
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  const before = held()
  let [most, next] = [before, 0]
  const look = () => {
    if (Date.now() < next) return
    most = Math.max(most, held())
    next = Date.now() + 200
  }
  const request = { path, mapping: read.mapping, by: 'tester', now: new Date(), dryRun: true, onProgress: look }
  const { rows } = await importFile(db, request)
  return { good: rows.good, bad: rows.bad, grown: Math.round((most - before) / mebibyte) }
}

// A gibibyte takes a minute; without everything else the same is seen at a sixteenth of it.
const bytes = (process.env.DAYLIGHT_TEST_ALL ? 1024 : 64) * mebibyte

describe.each(['large.csv', 'large.csv.gz'])('%s of a length that no memory should hold', (name) => {
  test('is read whole and never held whole', async () => {
    const path = await fileOf(name, bytes)
    if (!name.endsWith('.gz')) expect(statSync(path).size).toBeGreaterThanOrEqual(bytes)
    const { good, bad, grown } = await dryRun(path)
    console.log(`${name}: ${bytes / mebibyte} MiB, ${good} rows, ${grown} MiB more held at most`)
    expect(bad).toBe(0)
    expect(good).toBeGreaterThan(bytes / 5000)
    expect(grown).toBeLessThan(48)
  }, 900_000)
})
