import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * What a newcomer meets: clones the last commit into a new folder, runs `npm start` there twice, and says how long each
 * took until its pages answered, and whether git still finds the clone clean. Options are passed on to the start.
 */
const project = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const clone = join(mkdtempSync(join(tmpdir(), 'daylight-clone-')), 'daylight')
const git = (...args) => execFileSync('git', args, { encoding: 'utf8' })

/** Starts the clone, waits for its address, asks for two pages, and ends it as Ctrl-C does. */
async function start(name) {
  const began = performance.now()
  const server = spawn('npm', ['start', '--', ...process.argv.slice(2)], {
    cwd: clone,
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  })
  const ended = new Promise((done) => server.once('exit', done))
  const url = await new Promise((done, fail) => {
    let said = ''
    server.stdout.on('data', (piece) => {
      process.stdout.write(piece)
      said += piece
      const found = /http:\/\/localhost:\d+/.exec(said)
      if (found) done(found[0])
    })
    ended.then((code) => fail(new Error(`npm start ended with ${code}`)))
  })
  const up = ((performance.now() - began) / 1000).toFixed(1)
  const statuses = await Promise.all(['/', '/healthz'].map(async (path) => (await fetch(url + path)).status))
  server.kill('SIGINT')
  const code = await ended
  console.log(`${name}: up after ${up} s, / ${statuses[0]}, /healthz ${statuses[1]}, ended with ${code}`)
  if (statuses.some((status) => status !== 200) || code !== 0) process.exitCode = 1
}

try {
  git('clone', '--quiet', project, clone)
  await start('first start')
  await start('second start')
  const changed = git('-C', clone, 'status', '--short')
  console.log(changed ? `git finds changes:\n${changed}` : 'git finds the clone clean')
  if (changed) process.exitCode = 1
} finally {
  rmSync(dirname(clone), { recursive: true, force: true })
}
