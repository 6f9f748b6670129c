import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importCommand } from '../../server/cli/import.ts'
import { readEnv } from '../../server/env.ts'
import { prepareInstallation } from '../../server/services/installation.ts'
import { freshDatabase } from '../support/database.ts'

const db = await freshDatabase()
const folder = mkdtempSync(join(tmpdir(), 'daylight-command-'))
afterAll(() => rmSync(folder, { recursive: true }))

const mapping = {
  version: 1,
  kind: 'monthly-measures',
  source: 'ministry',
  facility: { key: 'Code', unknown: 'create', create: { name: 'Code' } },
  period: { column: 'Month' },
  measures: [{ measure: 'pop_closing', column: 'Held' }],
}

function fileOf(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** Runs the command on the test's own database; gives its exit code and what it wrote. */
async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const written = { out: '', err: '' }
  const env = readEnv({ DATA_DIR: db.dataDir, DATABASE_URL: db.databaseUrl, DATABASE_ADMIN_URL: db.adminUrl })
  const code = await importCommand.run(args, env, {
    stdout: { write: (text) => (written.out += text) },
    stderr: { write: (text) => (written.err += text) },
  })
  return { code, ...written }
}

const mappingFile = fileOf('mapping.json', JSON.stringify(mapping))

test('an installation that is not set up takes in nothing', async () => {
  const path = fileOf('early.csv', 'Code,Month,Held\na,2020-01,5\n')
  await expect(run(path, '--mapping', mappingFile)).rejects.toMatchObject({ messageId: 'installation.none' })
})

describe('in a real installation', () => {
  beforeAll(async () => {
    const wanted = { kind: 'real', countryName: 'Somewhere', timezone: 'UTC', displayedNow: null } as const
    await prepareInstallation(db, wanted, false, new Date('2024-01-01'))
  })

  test('all good ends with 0 and says what went in', async () => {
    const path = fileOf('good.csv', 'Code,Month,Held\na,2020-01,5\na,2020-02,6\n')
    const { code, out } = await run(path, '--mapping', mappingFile)
    expect(code).toBe(0)
    expect(out).toMatch(/good\.csv: accepted/)
    expect(out).toMatch(/2 read, 2 good, 0 refused/)
    const again = await run(path, '--mapping', mappingFile)
    expect([again.code, again.out]).toEqual([
      0,
      expect.stringMatching(/the same file was accepted on .*nothing changes/),
    ])
  })

  test('refused rows end with 2, and stand in a file in the folder that was asked for', async () => {
    const path = fileOf('partly.csv', 'Code,Month,Held\nb,2020-01,5\nb,2020-02,-6\n')
    const rejects = mkdtempSync(join(folder, 'rejects-'))
    const { code, out } = await run(path, '--mapping', mappingFile, '--rejects', rejects)
    expect(code).toBe(2)
    expect(out).toMatch(/line 3, Held \("-6"\): Less than nought/)
    expect(readFileSync(join(rejects, 'partly.csv.rejected.csv'), 'utf8')).toMatch(
      /3,Held,-6,Less than nought,b,2020-02,-6/,
    )
  })

  test('the folder for refused rows is made where it is not there', async () => {
    const path = fileOf('new-folder.csv', 'Code,Month,Held\nb,2020-03,-6\nb,2020-04,6\n')
    const rejects = join(folder, 'not', 'there', 'yet')
    const { code } = await run(path, '--mapping', mappingFile, '--rejects', rejects)
    expect(code).toBe(2)
    expect(readFileSync(join(rejects, 'new-folder.csv.rejected.csv'), 'utf8')).toMatch(/Less than nought/)
  })

  test('refused rows that cannot be written down stop their file in words, and nothing of it goes in', async () => {
    const path = fileOf('no-folder.csv', 'Code,Month,Held\nb,2020-05,5\nb,2020-06,-6\n')
    const { code, err } = await run(path, '--mapping', mappingFile, '--rejects', join(mappingFile, 'below-a-file'))
    expect(code).toBe(1)
    expect(err).toMatch(/cannot be written to .*below-a-file.*--rejects/)
    const kept = await run(path, '--mapping', mappingFile, '--rejects', join(folder, 'kept'))
    expect(kept.out).toMatch(/2 read, 1 good, 1 refused/)
  })

  test('a file that cannot be read does not keep the others out', async () => {
    const good = fileOf('other.csv', 'Code,Month,Held\nc,2020-01,5\n')
    const { code, out, err } = await run(join(folder, 'nowhere.csv'), good, '--mapping', mappingFile)
    expect(code).toBe(2)
    expect(err).toMatch(/There is no file nowhere\.csv/)
    expect(out).toMatch(/other\.csv: accepted/)
  })

  test.each([
    ['nothing to read', 'empty.csv', '', /is empty/],
    ['an unknown column', 'columns.csv', 'Code,Month,Hold\na,2020-01,5\n', /no column 'Held'. Did you mean 'Hold'/],
  ])('%s ends with 1', async (_name, name, content, message) => {
    const { code, err } = await run(fileOf(name, content), '--mapping', mappingFile)
    expect(code).toBe(1)
    expect(err).toMatch(message)
  })

  test('a mapping with a mistake ends with 1 and tells its place', async () => {
    const wrong = fileOf('wrong.json', JSON.stringify({ ...mapping, periode: {} }))
    const { code, err } = await run(fileOf('any.csv', 'Code\n'), '--mapping', wrong)
    expect(code).toBe(1)
    expect(err).toMatch(/periode: 'periode' is not a word of the mapping here. Did you mean 'period'/)
  })

  test('for machines there is JSON and nothing else', async () => {
    const path = fileOf('machine.csv', 'Code,Month,Held\nd,2020-01,5\nd,2020-02,x\n')
    const { code, out } = await run(path, '--mapping', mappingFile, '--json', '--dry-run')
    expect(code).toBe(2)
    expect(JSON.parse(out)).toMatchObject([
      {
        file: path,
        dryRun: true,
        rows: { read: 2, good: 1, bad: 1 },
        faults: [{ line: 3, reason: 'Not a number' }],
      },
    ])
  })
})
