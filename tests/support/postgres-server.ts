import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  accessSync,
  chownSync,
  constants,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import { freePort } from '../../server/web/free-port.ts'
import { unpackPostgres } from './unpack-postgres.ts'

/** A PostgreSQL server that the tests may fill: its address as a superuser, and how to be rid of it. */
export interface PostgresServer {
  url: string
  stop(): Promise<void>
}

const needed = `The database tests need PostgreSQL 15 or later, and none was found. Do one of these, then run the tests again:
  set TEST_DATABASE_URL to a server where the tests may make roles and databases (postgres://user:password@host:port/postgres)
  Debian, Ubuntu:  apt-get install -y --no-install-recommends postgresql
  elsewhere:       put initdb and postgres on the PATH`

/** A server of our own, which can go away under those that use it and come back with all that it held. */
export interface OwnServer extends PostgresServer {
  halt(): Promise<void>
  resume(): Promise<void>
}

/** The server that TEST_DATABASE_URL names, else one of our own. */
export async function startPostgres(): Promise<PostgresServer> {
  const given = process.env.TEST_DATABASE_URL
  return given ? { url: given, stop: async () => {} } : startOwnPostgres()
}

/** A server in a throw-away directory. */
export async function startOwnPostgres(): Promise<OwnServer> {
  const home = mkdtempSync(join(tmpdir(), 'daylight-postgres-'))
  const owner = unprivileged()
  if (owner) chownSync(home, owner.uid, owner.gid)
  try {
    const binaries = findBinaries() ?? (await unpackPostgres(join(home, 'program')))
    if (!binaries) throw new Error(needed)
    return await serve(home, binaries, owner)
  } catch (error) {
    rmSync(home, { recursive: true, force: true })
    throw error
  }
}

type Owner = { uid: number; gid: number } | undefined

/** PostgreSQL refuses to run as root: there it runs as the system's own database user, or as nobody. */
function unprivileged(): Owner {
  if (process.getuid?.() !== 0) return undefined
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  return { uid: Number(user?.[2] ?? 65534), gid: Number(user?.[3] ?? 65534) }
}

/** The folder of the system's newest initdb and postgres. Debian keeps them off the PATH, one folder a version. */
function findBinaries(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = list(debian).sort((a, b) => Number(b) - Number(a))
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
    '/usr/local/bin',
  ]
  return folders.find((folder) => runs(join(folder, 'initdb')) && runs(join(folder, 'postgres')) && isRecent(folder))
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function isRecent(folder: string): boolean {
  const told = spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' })
  return Number(/(\d+)/.exec(told.stdout ?? '')?.[1]) >= 15
}

async function serve(home: string, binaries: string, owner: Owner): Promise<OwnServer> {
  const data = join(home, 'data')
  const password = randomBytes(18).toString('base64url')
  makeCluster(home, data, binaries, owner, password)
  // A port is free only until somebody takes it, so a second and a third one are tried.
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
    const begin = () => spawn(join(binaries, 'postgres'), settings(data, port), { ...owner, cwd: home, stdio })
    const server = begin()
    const said = collect(server)
    if (await answers(url, server)) return ownServer(url, home, server, begin)
    if (attempt === 3) throw new Error(`PostgreSQL did not start:\n${said()}`)
  }
}

const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe']

function ownServer(url: string, home: string, first: ChildProcess, begin: () => ChildProcess): OwnServer {
  let server = first
  return {
    url,
    halt: () => end(server),
    resume: async () => {
      server = begin()
      const said = collect(server)
      if (!(await answers(url, server))) throw new Error(`PostgreSQL did not start again:\n${said()}`)
    },
    stop: async () => {
      await end(server)
      rmSync(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function makeCluster(home: string, data: string, binaries: string, owner: Owner, password: string): void {
  const secret = join(home, 'password')
  writeFileSync(secret, password, { mode: 0o600 })
  if (owner) chownSync(secret, owner.uid, owner.gid)
  const locale = ['--encoding=UTF8', '--locale=C', '--username=postgres', '--auth=scram-sha-256', `--pwfile=${secret}`]
  const made = spawnSync(join(binaries, 'initdb'), ['-D', data, '--no-sync', ...locale], {
    ...owner,
    cwd: home,
    encoding: 'utf8',
  })
  rmSync(secret)
  if (made.status !== 0) throw new Error(`initdb failed:\n${made.stdout}${made.stderr}`)
}

/** Nothing here outlives the tests, so nothing waits for a disk. */
function settings(data: string, port: number): string[] {
  const given = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: 60,
  }
  return ['-D', data, ...Object.entries(given).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

function collect(server: ChildProcess): () => string {
  const lines: Buffer[] = []
  server.stdout?.on('data', (piece) => lines.push(piece))
  server.stderr?.on('data', (piece) => lines.push(piece))
  return () => Buffer.concat(lines).toString().slice(-4000)
}

async function answers(url: string, server: ChildProcess): Promise<boolean> {
  for (let tries = 0; tries < 300 && server.exitCode === null; tries++) {
    const client = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} })
    try {
      await client`select 1`
      return true
    } catch {
      await wait(100)
    } finally {
      await client.end({ timeout: 1 })
    }
  }
  return false
}

/** Ends this server only, at once. */
async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  const ended = new Promise((done) => server.once('exit', done))
  server.kill('SIGINT')
  await ended
}
