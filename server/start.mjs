import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The way from a fresh clone to a running server: installs and builds what is missing, then starts.
 * Built-ins of Node only, because nothing else is there when it first runs.
 */
export const project = resolve(dirname(fileURLToPath(import.meta.url)), '..')

const usage = `Usage: npm start [-- OPTION]
  (none)         starts; the first start fills the data directory with a demonstration
  --empty        the first start makes a real, empty installation instead
  --build-only   installs and builds, and starts nothing
Settings are read from the environment: PORT, HOST, DATA_DIR, DATABASE_URL, DATABASE_ADMIN_URL, LOG_LEVEL,
and for an empty installation COUNTRY_NAME and TIMEZONE.`

/** A fault that the reader can mend: printed without a stack. */
class Refusal extends Error {}

/** Refuses a Node that cannot run the server; without this its failure would be a syntax error far from here. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 11)) return
  throw new Refusal(`Daylight needs Node 20.11 or newer; this is Node ${process.versions.node}. Install a newer Node.`)
}

/** Runs a program in the project and gives its exit code (128 and more: ended by a signal). */
export function run(command, args, { env = {}, ...options } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      cwd: project,
      stdio: 'inherit',
      env: { ...process.env, ...env },
      ...options,
    })
    child.once('error', fail)
    child.once('exit', (code) => done(code ?? 128))
  })
}

const marker = (folder, name) => join(project, folder, name)
const isMarked = (file, hash) => existsSync(file) && readFileSync(file, 'utf8') === hash

/** Installs the packages of the lock file, unless those very packages stand there already. */
export async function install() {
  const lock = readFileSync(join(project, 'package-lock.json'))
  // A folder shared between two systems (a container and its host) holds the wrong binaries for one of them.
  const hash = createHash('sha256').update(lock).update(process.platform).update(process.arch).digest('hex')
  const installed = marker('node_modules', '.daylight-installed')
  if (isMarked(installed, hash)) return
  console.log('Installing packages (once) …')
  // --no-save: another version of npm would write the lock file anew, in its own way.
  const args = ['install', '--include=dev', '--no-audit', '--no-fund', '--no-save']
  const code = await npm(args).catch((error) => error.message)
  if (code !== 0) throw new Refusal(installHelp(code))
  writeFileSync(installed, hash)
}

function npm(args) {
  // npm says where it stands when it runs us; started by hand, the one on the path must do.
  const path = process.env.npm_execpath
  if (path?.endsWith('npm-cli.js')) return run(process.execPath, [path, ...args])
  return run('npm', args, { shell: process.platform === 'win32' })
}

const installHelp = (code) => `
The packages could not be installed (npm ended with: ${code}). Nothing was started and nothing is lost.
  1. Is a package registry within reach?  npm ping
  2. Behind a proxy or with an own registry:  npm config set proxy URL,  npm config set registry URL
  3. Is there room on the disk, and may this user write to ${project}?
Then run the same command again.`

/** What the pages and the server are built from. Tests and documents are not among it. */
const sources = [
  'app',
  'db',
  'public',
  'seeds',
  'server',
  'package-lock.json',
  'package.json',
  'remix.config.js',
  'tsconfig.json',
]

function sourceHash() {
  const hash = createHash('sha256')
  const add = (path) => {
    if (!existsSync(path)) return
    if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name))
    else hash.update(path.slice(project.length)).update('\0').update(readFileSync(path)).update('\0')
  }
  for (const source of sources) add(join(project, source))
  return hash.digest('hex')
}

const built = marker('build', '.daylight-sources')
const isBuilt = (hash = sourceHash()) => isMarked(built, hash)

/** Room for what lives shortly: building and loading make things and forget them, and sweeping takes a tenth of their time. */
const roomy = '--max-semi-space-size=64'

/** Builds the pages, unless they were built from these very sources. */
export async function build() {
  const hash = sourceHash()
  if (isBuilt(hash)) return
  console.log('Building the pages (after each change of the sources) …')
  const args = [roomy, 'node_modules/@remix-run/dev/dist/cli.js', 'vite:build', '--config', 'remix.config.js']
  // The build tool's own progress is long and of use only when it fails.
  const code = await run(process.execPath, [...args, '--logLevel', 'warn'], { env: { NODE_ENV: 'production' } })
  if (code !== 0)
    throw new Refusal(`The pages could not be built (the build ended with ${code}; its message stands above).`)
  mkdirSync(dirname(built), { recursive: true })
  writeFileSync(built, hash)
}

/**
 * Loads the demonstration beside the first build, where a start makes one: a directory of its own, and nothing in it yet.
 * However it ends, the server goes on from there.
 */
async function loadAhead(flags) {
  const directory = resolve(project, process.env.DATA_DIR || '.data')
  const isOther = flags.includes('--empty') || flags.includes('--build-only') || process.env.DATABASE_URL
  if (isOther || existsSync(directory) || isBuilt()) return
  const args = [roomy, '--import', 'tsx', 'server/load-ahead.ts']
  await run(process.execPath, args, { env: { NODE_ENV: 'production' }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
}

/** Calls `end` when npm, which started this process, was killed outright: nobody could stop the server any more. */
function onOrphaned(end) {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    end()
  }, 500)
  watch.unref()
}

/** Runs the server until it ends, and gives its exit code. */
function serve(flags) {
  return new Promise((done) => {
    const args = ['build/server/main.js', ...flags]
    // Over the channel the server notices when this process is killed outright, and ends too.
    const stdio = ['inherit', 'inherit', 'inherit', 'ipc']
    const server = spawn(process.execPath, args, {
      cwd: project,
      stdio,
      env: { ...process.env, NODE_ENV: 'production' },
    })
    // Ctrl-C reaches both processes from a terminal, but only this one from a process manager.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal))
    if (process.env.npm_lifecycle_event) onOrphaned(() => server.kill('SIGTERM'))
    server.once('exit', (code, signal) => done(code ?? (signal === 'SIGINT' ? 130 : 143)))
  })
}

async function start(flags) {
  const wrong = flags.filter((flag) => !['--empty', '--build-only', '--help'].includes(flag))
  if (wrong.length > 0) throw new Refusal(`Not an option: ${wrong.join(' ')}\n${usage}`)
  if (flags.includes('--help')) return console.log(usage)
  requireNode()
  await install()
  await Promise.all([build(), loadAhead(flags)])
  if (flags.includes('--build-only')) return
  process.exitCode = await serve(flags)
}

/** Runs `main`; a refusal is printed in its own words and ends the process with 1. */
export function orRefuse(main) {
  return main.catch((error) => {
    if (!(error instanceof Refusal)) throw error
    console.error(error.message)
    process.exitCode = 1
  })
}

if (resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url)) orRefuse(start(process.argv.slice(2)))
