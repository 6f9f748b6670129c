import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { commands } from '../../../server/cli/commands.ts'

const daylight = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'server/cli/main.ts', ...args], {
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

test('help names every command and is no failure', () => {
  const { status, stdout } = daylight('--help')
  expect(status).toBe(0)
  for (const name of Object.keys(commands)) expect(stdout).toMatch(new RegExp(`^ {2}${name} `, 'm'))
})

test('help of one command is its own line', () => {
  const { status, stdout } = daylight('keys', '--help')
  expect(status).toBe(0)
  expect(stdout).toBe(`Usage: npm run daylight -- keys ${commands.keys!.usage}\n`)
})

test('an option that a command does not have is named, with those that it has', () => {
  const { status, stdout, stderr } = daylight('verify', '--jason')
  expect(status).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toBe(`Unknown option '--jason'.\nUsage: npm run daylight -- verify ${commands.verify!.usage}\n`)
})
