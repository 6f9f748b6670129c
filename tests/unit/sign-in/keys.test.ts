import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type Keys, keyPurposes, openKeys } from '../../../server/auth/keys.ts'

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'daylight-keys-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

const good: Keys = {
  'sign-in': 'q8Zr2LmX0vTb5NcJ7yHs4KdW9pGf1EuA',
  traces: 'T4hXo9KbN2qWr7ZvE1mJc6LsD8pGy3Fi',
}

test('are made once, one for each purpose, and only their owner reads them', () => {
  const dataDir = folder()
  const made = openKeys({}, { dataDir, hasServer: false })
  expect(new Set(Object.values(made)).size).toBe(keyPurposes.length)
  expect(openKeys({}, { dataDir, hasServer: false })).toEqual(made)
  for (const purpose of keyPurposes) expect(statSync(join(dataDir, 'keys', purpose)).mode & 0o777).toBe(0o600)
})

test('that are given are used, and nothing is written', () => {
  const dataDir = folder()
  expect(openKeys(good, { dataDir, hasServer: true })).toEqual(good)
  expect(() => statSync(join(dataDir, 'keys'))).toThrow()
})

test.each([
  ['none beside a database server', {}, 'KEY_SIGN_IN must be given together with DATABASE_URL'],
  ['one too short', { ...good, traces: 'k3Jd0aLq' }, 'KEY_TRACES must have at least 32 characters'],
  ['one of few signs', { ...good, traces: 'ab'.repeat(20) }, 'KEY_TRACES can be guessed'],
  ['one from an example', { ...good, traces: 'change-me-0123456789-abcdefghijklmn' }, 'KEY_TRACES can be guessed'],
  ['one for two purposes', { ...good, traces: good['sign-in'] }, 'KEY_TRACES must not be the key of another purpose'],
])('are refused: %s; the key is not repeated', (_name, given: Partial<Keys>, words) => {
  const open = () => openKeys(given, { dataDir: folder(), hasServer: true })
  expect(open).toThrow(words)
  for (const key of Object.values(given)) expect(open).not.toThrow(key)
})
