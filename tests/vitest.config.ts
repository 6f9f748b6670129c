import { fileURLToPath } from 'node:url'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { messageCatalogues } from '../app/messages/build.ts'

/** One kind of test. `globalSetup` files run once, before the first file of the kind. */
function kind(name: string, test: TestProjectInlineConfiguration['test']): TestProjectInlineConfiguration {
  return { extends: true, test: { name, ...test } }
}

/**
 * Who may do what where the application says so, which is the same on both engines: asked on PostgreSQL, and on the embedded
 * engine too by `npm run test:all`. What the database itself says is asked on both each time.
 */
const alikeOnBoth = [
  ...['pages', 'procedures', 'enumeration', 'attacks-inputs', 'administration'],
  ...['people', 'invitations', 'second-factor-reset', 'dated-events'],
]

const all = process.env.DAYLIGHT_TEST_ALL !== undefined

/** Asked of the demonstration, which loads for a minute: of the one that the product itself made for the browser tests. */
const ofDemonstration = ['demonstration', 'suppression', 'suppression-months'].map(
  (name) => `tests/integration/${name}.test.ts`,
)

/**
 * Five kinds of test. Times are generous: two busy cores may stand still for seconds,
 * and a test that fails for want of patience teaches nothing.
 */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  // Loaders of pages read their words as the build compiles them.
  plugins: [messageCatalogues()],
  test: {
    pool: 'forks',
    // No module of the product keeps anything of an installation, so the files of one worker may share them: each reads thousands.
    isolate: false,
    // Style sheets are left empty, but for the one that a chart's file carries in itself.
    css: { include: [/(charts|palette)\.css\?raw/] },
    maxWorkers: 2,
    setupFiles: ['tests/support/fixed-chance.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    teardownTimeout: 30_000,
    projects: [
      kind('unit', { include: ['tests/unit/**/*.test.{ts,tsx}'], pool: 'threads' }),
      kind('integration-embedded', {
        include: ['tests/integration/**/*.test.ts', 'tests/access/**/*.test.ts'],
        exclude: [...ofDemonstration, ...(all ? [] : alikeOnBoth.map((name) => `tests/access/${name}.test.ts`))],
        globalSetup: ['tests/support/embedded-template.ts'],
      }),
      kind('integration-postgres', {
        include: ['tests/integration/**/*.test.ts'],
        exclude: [
          // About files and locks of the embedded engine alone.
          'tests/integration/embedded-*.test.ts',
          // What a page is given to show is the same on both.
          'tests/integration/suppression-worlds.test.ts',
          // The demonstration goes in for minutes: on the engine that shows it, and on this one by `npm run test:all`.
          ...(all ? [] : ofDemonstration),
        ],
        globalSetup: ['tests/support/postgres-template.ts'],
      }),
      // With PostgreSQL the application signs in as a restricted role: there the second wall must hold.
      kind('access', { include: ['tests/access/**/*.test.ts'], globalSetup: ['tests/support/postgres-template.ts'] }),
      kind('e2e', {
        include: ['tests/e2e/**/*.test.ts', ...ofDemonstration],
        globalSetup: ['tests/support/running-product.ts'],
        testTimeout: 240_000,
        hookTimeout: 240_000,
      }),
    ],
  },
})
