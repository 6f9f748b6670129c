import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { binariesFor, systems } from '../support/lock-platforms.mjs'

interface Locked {
  version?: string
  resolved?: string
  integrity?: string
  os?: string[]
  optionalDependencies?: Record<string, string>
}

const text = readFileSync('package-lock.json', 'utf8')
const packages = (JSON.parse(text) as { packages: Record<string, Locked> }).packages
const root = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>

test('the lock file names no address, so that every registry can serve it', () => {
  const addresses = Object.entries(packages).flatMap(([path, { resolved }]) =>
    resolved ? [`${path}: ${resolved}`] : [],
  )
  expect(addresses, 'write it anew: npm install --omit-lockfile-registry-resolved').toEqual([])
})

test('every package is held by its checksum, but for binaries of other systems that nobody has seen here', () => {
  const unheld = Object.entries(packages).filter(([path, locked]) => path && !locked.integrity && !locked.os)
  expect(unheld.map(([path]) => path)).toEqual([])
})

test.each(Object.keys(systems))('the build and the linter can be installed on %s', (system) => {
  for (const [owner, binary] of Object.entries(binariesFor(system))) {
    const wanted = packages[`node_modules/${owner}`]?.optionalDependencies?.[binary]
    expect(packages[`node_modules/${binary}`]?.version, 'run node tests/support/lock-platforms.mjs').toBe(wanted)
  }
})

test('every direct dependency is one exact version', () => {
  const wanted = Object.entries({ ...root.dependencies, ...root.devDependencies })
  expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
})
