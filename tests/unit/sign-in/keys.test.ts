import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { changeOfKey, type KeyPurpose, keyPurposes } from '../../../server/domain/keys.ts'
import {
  dropKeyBefore,
  fingerprintOf,
  type GivenKeys,
  lookAtKey,
  openKeys,
  renewKeyFile,
} from '../../../server/services/key-store.ts'

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'daylight-keys-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return join(made, 'keys')
}

const inFiles = (directory: string) => ({ given: {}, directory, hasServer: false })
const good: GivenKeys = {
  'sign-in': 'q8Zr2LmX0vTb5NcJ7yHs4KdW9pGf1EuA',
  'second-factors': 'Vb6Nc1QeW0rTz8Yu3IoP5aSd7FgH2jKl',
  traces: 'T4hXo9KbN2qWr7ZvE1mJc6LsD8pGy3Fi',
  surrogates: 'M2nB7vC5xZ9lK1jH4gF8dS3aP6oI0uYt',
}

test('are made once, one for each purpose, and only their owner reads them', () => {
  const directory = folder()
  const made = openKeys(keyPurposes, inFiles(directory))
  expect(new Set(Object.values(made).map(({ current }) => current)).size).toBe(keyPurposes.length)
  expect(openKeys(keyPurposes, inFiles(directory))).toEqual(made)
  for (const purpose of keyPurposes) expect(statSync(join(directory, purpose)).mode & 0o777).toBe(0o600)
})

test('that are given are used, and nothing is written', () => {
  const directory = folder()
  const opened = openKeys(keyPurposes, { given: good, directory, hasServer: true })
  expect(keyPurposes.map((purpose) => opened[purpose].current)).toEqual(keyPurposes.map((purpose) => good[purpose]))
  expect(() => statSync(directory)).toThrow()
})

test.each([
  ['none beside a database server', {}, 'KEY_SIGN_IN must be given together with DATABASE_URL'],
  ['one too short', { ...good, traces: 'k3Jd0aLq' }, 'KEY_TRACES must have at least 32 characters'],
  ['one of few signs', { ...good, traces: 'ab'.repeat(20) }, 'KEY_TRACES can be guessed'],
  ['one from an example', { ...good, traces: 'change-me-0123456789-abcdefghijklmn' }, 'KEY_TRACES can be guessed'],
  ['one for two purposes', { ...good, traces: good['sign-in']! }, 'KEY_TRACES must not be the key of another purpose'],
  [
    'the same one as the one before',
    { ...good, 'second-factors-before': good['second-factors']! },
    'KEY_SECOND_FACTORS_BEFORE is of use only together with another KEY_SECOND_FACTORS',
  ],
])('are refused: %s; the key is not repeated', (_name, given: GivenKeys, words) => {
  const open = () => openKeys(keyPurposes, { given, directory: folder(), hasServer: true })
  expect(open).toThrow(words)
  for (const key of Object.values(given)) expect(open).not.toThrow(key)
})

describe('a renewal of a key in a file', () => {
  test('keeps the one before until it is dropped, both for their owner alone', () => {
    const directory = folder()
    const first = openKeys(['second-factors'], inFiles(directory))['second-factors'].current
    renewKeyFile(directory, 'second-factors', { keepBefore: true })
    const ring = openKeys(['second-factors'], inFiles(directory))['second-factors']
    expect(ring.before).toBe(first)
    expect(ring.current).not.toBe(first)
    for (const file of readdirSync(directory)) expect(statSync(join(directory, file)).mode & 0o777).toBe(0o600)
    dropKeyBefore(directory, 'second-factors')
    expect(openKeys(['second-factors'], inFiles(directory))['second-factors']).toEqual({ current: ring.current })
  })

  test('that was cut off after the change is gone on with: no third key comes', () => {
    const directory = folder()
    openKeys(['second-factors'], inFiles(directory))
    renewKeyFile(directory, 'second-factors', { keepBefore: true })
    const cutOff = openKeys(['second-factors'], inFiles(directory))
    renewKeyFile(directory, 'second-factors', { keepBefore: true })
    expect(openKeys(['second-factors'], inFiles(directory))).toEqual(cutOff)
  })

  test('that was cut off before the change begins anew, over what it left behind', () => {
    const directory = folder()
    const { current } = openKeys(['second-factors'], inFiles(directory))['second-factors']
    writeFileSync(join(directory, 'second-factors.before'), current)
    writeFileSync(join(directory, 'second-factors.fresh'), 'half a k')
    renewKeyFile(directory, 'second-factors', { keepBefore: true })
    const ring = openKeys(['second-factors'], inFiles(directory))['second-factors']
    expect(ring.before).toBe(current)
    expect(ring.current).toMatch(/^[\w-]{43}$/)
    expect(ring.current).not.toBe(current)
  })

  test('keeps nothing of a key under which nothing stands', () => {
    const directory = folder()
    openKeys(['traces'], inFiles(directory))
    renewKeyFile(directory, 'traces', { keepBefore: false })
    expect(readdirSync(directory)).toEqual(['traces'])
  })
})

test('a look at a key makes none, and what it is known by tells two apart', () => {
  const directory = folder()
  expect(lookAtKey('traces', inFiles(directory))).toEqual({ source: 'file' })
  expect(() => readFileSync(join(directory, 'traces'))).toThrow()
  expect(lookAtKey('traces', { ...inFiles(directory), given: good })).toEqual({ source: 'environment' })
  expect(fingerprintOf('one')).not.toBe(fingerprintOf('another'))
})

describe('another key than the known one', () => {
  const cases: [string, KeyPurpose, Parameters<typeof changeOfKey>[2], boolean, string][] = [
    ['is none when it is the same', 'second-factors', { current: 'known' }, true, 'same'],
    ['loses no session that anybody would miss', 'sign-in', { current: 'new' }, true, 'changed'],
    ['loses nothing while there are no second factors', 'second-factors', { current: 'new' }, false, 'changed'],
    ['loses second factors', 'second-factors', { current: 'new' }, true, 'lost'],
    ['keeps them with the one before', 'second-factors', { current: 'new', before: 'known' }, true, 'changed'],
    ['loses them with one that is older still', 'second-factors', { current: 'new', before: 'older' }, true, 'lost'],
    ['would make two of each person', 'surrogates', { current: 'new' }, true, 'lost'],
    ['is free to come before the first records', 'surrogates', { current: 'new' }, false, 'changed'],
  ]
  test.each(cases)('%s', (_name, purpose, ring, hasDependants, change) => {
    expect(changeOfKey(purpose, { fingerprint: 'known' }, ring, hasDependants)).toBe(change)
  })
})
