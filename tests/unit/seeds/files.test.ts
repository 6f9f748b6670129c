import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { writeLarge } from '../../../seeds/large.ts'
import { lastFileName, writeDemonstration } from '../../../seeds/synthetic/demonstration-files.ts'
import { largeCountry } from '../../../seeds/synthetic/large-country.ts'

const folder = mkdtempSync(join(tmpdir(), 'daylight-seeds-'))
afterAll(() => rmSync(folder, { recursive: true }))

function hashes(directory: string): Record<string, string> {
  const names = readdirSync(directory).sort()
  const hash = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(directory, name)))
      .digest('hex')
  return Object.fromEntries(names.map((name) => [name, hash(name)]))
}

test('the demonstration is the same bytes every time, so that a start that was cut off can go on', async () => {
  const first = await writeDemonstration(join(folder, 'a'))
  await writeDemonstration(join(folder, 'b'))
  expect(hashes(join(folder, 'a'))).toEqual(hashes(join(folder, 'b')))
  expect(first.last.path.endsWith(lastFileName)).toBe(true)
  const moments = first.ordinary.map(({ receivedAt }) => receivedAt.getTime())
  expect(Math.max(...moments)).toBeLessThan(
    Math.min(...[first.corrected, first.last].map(({ receivedAt }) => receivedAt.getTime())),
  )
}, 600_000)

test('a large country has the facilities and months that were asked for, and another seed makes another', async () => {
  const asked = { facilities: 12, months: 5 }
  const write = (seed: number) => writeLarge(join(folder, `large-${seed}`), largeCountry({ seed, ...asked }), ['core'])
  await write(1)
  await write(2)
  const files = hashes(join(folder, 'large-1'))
  expect(Object.keys(files)).toEqual(['certificates.csv', 'core-2025.csv', 'core-2026.csv', 'register.csv'])
  const rows = ['core-2025.csv', 'core-2026.csv'].flatMap((name) =>
    readFileSync(join(folder, 'large-1', name), 'utf8')
      .trim()
      .split('\n')
      .slice(1),
  )
  expect(rows).toHaveLength(12 * 5)
  expect(hashes(join(folder, 'large-2'))).not.toEqual(files)
})
