import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { install, orRefuse, requireNode, run } from '../server/start.mjs'
import { installChromium } from './support/chromium.mjs'

const usage = `Usage: npm test               types, lint, unit, integration (both databases), access, browser
       npm run check          the quick half: types, lint, unit
       npm run test:all       npm test, with each product of cases that it only samples`

/** Counts of one part, and what failed in it. A skipped test and a test still to be written count as failed. */
const nothing = { passed: 0, failed: 0, faults: [] }
const verdict = (code) => (code === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 })

const types = async () => {
  // What was found last time is kept, so that a second run looks only at what changed.
  const kept = ['--incremental', '--tsBuildInfoFile', 'node_modules/.cache/types.json']
  return verdict(await run(process.execPath, ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.', ...kept]))
}
const lint = async () => verdict(await run(process.execPath, ['node_modules/@biomejs/biome/bin/biome', 'check', '.']))

/** Runs the tests of one kind (a project of vitest.config.ts). */
const tests = (kind, env) => async () => {
  const folder = mkdtempSync(join(tmpdir(), 'daylight-report-'))
  const report = join(folder, 'report.json')
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', '--project', kind]
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await run(process.execPath, [...args, ...reporters], { env })
  const counts = countTests(report)
  rmSync(folder, { recursive: true })
  // An error outside any test (a setup that threw, a promise nobody awaited) fails the run, not a test.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

function countTests(report) {
  let told
  try {
    told = JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return nothing
  }
  const unfinished = told.numPendingTests + told.numTodoTests
  if (unfinished > 0)
    console.error(`${unfinished} tests were skipped or are still to be written: each counts as failed`)
  const unread = told.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const failed = told.numFailedTests + unfinished + unread.length
  return { passed: told.numPassedTests, failed, faults: told.testResults.flatMap(faultsOf) }
}

/** What failed in a file with the beginning of its message, so that the end of a long output says it once more. */
function faultsOf({ name, status, message, assertionResults }) {
  const failed = assertionResults.filter((test) => test.status !== 'passed')
  const said = failed.map((test) => [test.fullName, ...test.failureMessages].join('\n'))
  if (status === 'failed' && said.length === 0) said.push(message)
  return said.map((each) => `${name}\n${each}`.slice(0, 1_500))
}

/** What is run, group by group: the parts of a group at once, for the types keep one core busy and no more. */
function groups(flag) {
  const env = flag === '--all' ? { DAYLIGHT_TEST_ALL: '1' } : {}
  const quick = { types, lint, unit: tests('unit', env) }
  if (flag === '--quick') return [quick]
  const kinds = ['integration-embedded', 'integration-postgres', 'access', 'e2e']
  return [quick, ...kinds.map((kind) => ({ [kind]: tests(kind, env) }))]
}

/** Runs the groups one after another, whatever becomes of each: one run shows every fault. */
async function test(flag, ...more) {
  if (more.length > 0 || ![undefined, '--quick', '--all'].includes(flag)) {
    console.error(usage)
    process.exitCode = 2
    return
  }
  requireNode()
  await install()
  if (flag !== '--quick') installChromium()
  const total = { ...nothing }
  const lines = []
  const faults = []
  const runPart = async ([name, part]) => {
    const began = performance.now()
    const { passed, failed, faults: named } = await part()
    faults.push(...named.map((fault) => `${name}: ${fault}`))
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    total.passed += passed
    total.failed += failed
    return `${name.padEnd(22)}${String(passed).padStart(6)} passed${String(failed).padStart(5)} failed${seconds.padStart(8)} s`
  }
  for (const group of groups(flag)) {
    console.log(`\n── ${Object.keys(group).join(', ')}`)
    lines.push(...(await Promise.all(Object.entries(group).map(runPart))))
  }
  if (faults.length > 0) console.log(`\nWhat failed:\n\n${faults.join('\n\n')}`)
  console.log(`\n${lines.join('\n')}\n`)
  console.log(`${total.passed} passed, ${total.failed} failed`)
  process.exitCode = total.failed === 0 ? 0 : 1
}

orRefuse(test(...process.argv.slice(2)))
