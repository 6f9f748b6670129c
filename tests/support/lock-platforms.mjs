import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'

/**
 * Writes into the lock file the binaries for systems that the registry of whoever wrote it did not offer.
 * Without an entry npm leaves such a binary out even where it is needed, and the build fails on macOS and Windows.
 * Run it after `npm install` of a package that changed rollup or biome: node tests/support/lock-platforms.mjs
 */
export const systems = {
  'darwin-arm64': { os: ['darwin'], cpu: ['arm64'] },
  'darwin-x64': { os: ['darwin'], cpu: ['x64'] },
  'linux-arm64-musl': { os: ['linux'], cpu: ['arm64'], libc: ['musl'] },
  'linux-x64-musl': { os: ['linux'], cpu: ['x64'], libc: ['musl'] },
  'win32-arm64': { os: ['win32'], cpu: ['arm64'] },
  'win32-x64': { os: ['win32'], cpu: ['x64'] },
}

/** The packages that hold the binary of `system` for the build (rollup) and for the linter (biome). */
export const binariesFor = (system) => ({
  rollup: `@rollup/rollup-${system}${system.startsWith('win32') ? '-msvc' : ''}`,
  '@biomejs/biome': `@biomejs/cli-${system}`,
})

function complete(lock) {
  for (const [system, limits] of Object.entries(systems)) {
    for (const [owner, binary] of Object.entries(binariesFor(system))) {
      const parent = lock.packages[`node_modules/${owner}`]
      const version = parent.optionalDependencies[binary]
      const dev = parent.dev ? { dev: true } : {}
      const { libc, ...rest } = limits
      // The order in which npm itself writes these fields.
      const entry = { version, cpu: rest.cpu, ...dev, ...(libc ? { libc } : {}), optional: true, os: rest.os }
      if (lock.packages[`node_modules/${binary}`]?.version !== version) lock.packages[`node_modules/${binary}`] = entry
    }
  }
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'))
  return { ...lock, packages: Object.fromEntries(sorted) }
}

if (process.argv[1] && resolve(process.argv[1]) === resolve(new URL(import.meta.url).pathname)) {
  const lock = complete(JSON.parse(readFileSync('package-lock.json', 'utf8')))
  writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
}
