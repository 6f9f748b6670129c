import { describe, expect, test } from 'vitest'
import { circles } from '../support/import-circles.ts'
import { type Import, parseSource, readSourceFiles, type SourceFile } from '../support/source-files.ts'

/**
 * The floors of the building. A file may import from its own room and from rooms on lower floors; rooms side by side
 * on one floor do not know each other. Longer paths first: the first room that a path begins with is its room.
 */
const rooms: { path: string; floor: number }[] = [
  { path: 'server/domain/', floor: 1 },
  { path: 'server/log.ts', floor: 1 },
  { path: 'server/env.ts', floor: 1 },
  { path: 'server/say-progress.ts', floor: 1 },
  { path: 'db/', floor: 2 },
  { path: 'server/services/', floor: 3 },
  { path: 'server/trpc/', floor: 4 },
  { path: 'server/jobs/', floor: 4 },
  { path: 'server/auth/', floor: 4 },
  // The terminal asks the same API as a page, besides the services.
  { path: 'server/cli/', floor: 5 },
  { path: 'server/caller.server.ts', floor: 5 },
  { path: 'server/web/', floor: 5 },
  { path: 'server/first-start.ts', floor: 5 },
  { path: 'server/main.ts', floor: 6 },
  { path: 'server/load-ahead.ts', floor: 6 },
  { path: 'server/start.mjs', floor: 6 },
  { path: 'app/', floor: 7 },
  // Demonstrations go in through the same services as any import; tests may see everything.
  { path: 'seeds/', floor: 8 },
  { path: 'tests/', floor: 9 },
  { path: '', floor: 10 },
]

/** Where a process begins. These alone may reach up: to fill a first start with a demonstration. */
const beginnings = ['server/main.ts', 'server/load-ahead.ts', 'server/cli/']
const starts = (path: string, ...with_: string[]) => with_.some((beginning) => path.startsWith(beginning))
const roomOf = (path: string) => rooms.find((room) => path.startsWith(room.path))!

type Rule = (file: SourceFile) => string[]
const importRule =
  (mayNot: (from: string, taken: Import) => string | false | undefined): Rule =>
  (file) =>
    file.imports.flatMap((taken) => {
      const reason = mayNot(file.path, taken)
      return reason ? [`${file.path}:${taken.line} imports ${taken.name}: ${reason}`] : []
    })

const domainPackages = /^(zod|@stdlib\/.+|temporal-polyfill)$/
const chartPackages = /^d3-(geo|scale|shape)$/
const databasePackages = /^(drizzle-orm|postgres|@electric-sql\/)/

/** Queries of the engine itself: what they give is what is known, not what may be shown. */
const rawFigures = ['series', 'derived', 'durations', 'places', 'returns', 'revisions', 'withheld', 'records'].map(
  (name) => `db/queries/${name}.ts`,
)

const definitions = /^server\/domain\/(indicators|measures|rules|records|sources|inspections\/items|alerts)\/|\.en\.ts$/
const defaultExports = /^app\/(routes\/|root\.tsx$|routes\.ts$|entry\.)|\.config\.[jt]s$|\.d\.ts$/
const kebabName = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*\.[a-z]+$/
const emptyNames = /(^|\/)(utils?|helpers?|types|misc|common|shared|manager)(\/|\.[a-z]+$)/

const rules: Record<string, Rule> = {
  'imports run downwards only': importRule((from, { file }) => {
    if (!file) return
    const [here, there] = [roomOf(from), roomOf(file)]
    if (here === there || there.floor < here.floor) return
    if (starts(file, 'seeds/') && starts(from, ...beginnings)) return
    return `${here.path} (floor ${here.floor}) must not know ${there.path || 'the top'} (floor ${there.floor})`
  }),
  'the pages use their two doors': importRule((from, { file, isType }) => {
    if (!file || !starts(from, 'app/') || starts(file, 'app/', 'server/domain/')) return
    if (file !== 'server/caller.server.ts')
      return 'pages reach the server through server/domain and server/caller.server.ts'
    return (
      !isType &&
      !/^app\/(routes\/|root\.tsx)|\.server\.ts$/.test(from) &&
      'only loaders and actions of routes ask the server'
    )
  }),
  'the domain takes no package but its few': importRule((from, { name, file }) => {
    if (file || !starts(from, 'server/domain/') || domainPackages.test(name)) return
    if (starts(from, 'server/domain/charts/') && chartPackages.test(name)) return
    return 'the domain is pure: zod, @stdlib, temporal-polyfill, and d3-geo, d3-scale and d3-shape in charts/'
  }),
  'only app/charts draws with recharts': importRule(
    (from, { name }) =>
      name === 'recharts' && !starts(from, 'app/charts/') && 'pages take their charts from app/charts',
  ),
  'only db and seeds write SQL': importRule(
    (from, { name }) =>
      databasePackages.test(name) && !starts(from, 'db/', 'seeds/', 'tests/') && 'queries stand in db/queries',
  ),
  'figures go out as their reader is shown them': importRule(
    (from, { file, isType }) =>
      !isType &&
      file &&
      starts(from, 'server/trpc/', 'server/cli/', 'server/web/', 'server/jobs/', 'server/auth/') &&
      rawFigures.includes(file) &&
      'figures and counts are read through db/queries/figures.ts, counts.ts and provenance.ts, which withhold',
  ),
  'time and chance are arguments': ({ path, impure }) =>
    starts(path, 'server/domain/', 'server/services/', 'db/queries/')
      ? impure.map(({ what, line }) => `${path}:${line} uses ${what}: take the moment or the chance as an argument`)
      : [],
  'only server/env.ts reads the environment': ({ path, environment }) =>
    starts(path, 'server/env.ts', 'server/start.mjs', 'tests/')
      ? []
      : environment.map((line) => `${path}:${line} reads process.env: take the setting as an argument`),
  'no file is longer than 400 lines': ({ path, lines }) =>
    lines > 400 && !definitions.test(path) ? [`${path} has ${lines} lines: split it`] : [],
  'files are named after what they hold': ({ path }) => {
    if (emptyNames.test(path)) return [`${path}: a name that says nothing about its content`]
    const name = path.split('/').at(-1)!
    return starts(path, 'app/routes/') || kebabName.test(name) ? [] : [`${path}: not in kebab-case`]
  },
  'exports have names': ({ path, hasDefaultExport }) =>
    hasDefaultExport && !defaultExports.test(path) ? [`${path} has a default export`] : [],
}

const files = readSourceFiles()

test.each(Object.entries(rules))('%s', (_name, rule) => {
  expect(files.flatMap(rule)).toEqual([])
})

test('no circle of imports', () => {
  expect(circles(files)).toEqual([])
})

describe('each rule notices its breach', () => {
  const breaches: [rule: keyof typeof rules, path: string, text: string][] = [
    ['imports run downwards only', 'server/domain/value.ts', `import type { Tx } from '../../db/client.ts'`],
    ['imports run downwards only', 'server/services/imports.ts', `import { x } from '../trpc/router.ts'`],
    ['imports run downwards only', 'server/jobs/judge.ts', `const x = await import('../trpc/router.ts')`],
    ['imports run downwards only', 'db/client.ts', `import { x } from '../seeds/start.ts'`],
    ['the pages use their two doors', 'app/routes/rules.tsx', `import type { Api } from '../../server/trpc/router.ts'`],
    ['the pages use their two doors', 'app/menu.ts', `import { ask } from '../server/caller.server.ts'`],
    ['the domain takes no package but its few', 'server/domain/period.ts', `import { scaleLinear } from 'd3-scale'`],
    ['the domain takes no package but its few', 'server/domain/period.ts', `import { readFileSync } from 'node:fs'`],
    ['only app/charts draws with recharts', 'app/routes/compare.tsx', `import { Line } from 'recharts'`],
    ['only db and seeds write SQL', 'server/services/imports.ts', `import { sql } from 'drizzle-orm'`],
    ['only db and seeds write SQL', 'server/trpc/router.ts', `export * from 'drizzle-orm/postgres-js'`],
    [
      'figures go out as their reader is shown them',
      'server/trpc/routers/measures.ts',
      `import { listMeasureSeries } from '../../../db/queries/series.ts'`,
    ],
    ['time and chance are arguments', 'server/domain/period.ts', 'const now = new Date()'],
    ['time and chance are arguments', 'db/queries/imports.ts', 'const now = Date.now()'],
    ['time and chance are arguments', 'server/services/imports.ts', 'const pick = items.map(Math.random)'],
    ['only server/env.ts reads the environment', 'server/log.ts', 'const level = process.env.LEVEL'],
    ['no file is longer than 400 lines', 'server/services/imports.ts', 'x()\n'.repeat(401)],
    ['files are named after what they hold', 'server/services/importService.ts', ''],
    ['files are named after what they hold', 'server/domain/utils/rate.ts', ''],
    ['files are named after what they hold', 'app/types.ts', ''],
    ['exports have names', 'server/log.ts', 'export default function log() {}'],
    ['exports have names', 'server/log.ts', 'export { log as default }'],
  ]
  test.each(breaches)('%s: %s', (rule, path, text) => {
    expect(rules[rule]!(parseSource(path, text))).toHaveLength(1)
  })

  test('a circle of imports', () => {
    const ring = [
      parseSource('app/a.ts', `import { b } from './b.ts'`),
      parseSource('app/b.ts', `export * from './a.ts'`),
    ]
    expect(circles(ring)).toEqual(['app/a.ts → app/b.ts → app/a.ts'])
  })
})
