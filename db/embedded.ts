import { createHash } from 'node:crypto'
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { DomainError } from '../server/domain/errors.ts'

/** An embedded database that this process runs, or that another process runs and this one may use. */
export interface Embedded {
  socket: string
  isOwner: boolean
  close(): Promise<void>
}

/** A path to a Unix socket may be 107 bytes long at most; deep data directories get one under the temporary folder. */
function socketPath(dataDir: string): string {
  const inside = join(dataDir, 'database.sock')
  if (Buffer.byteLength(inside) < 100) return inside
  const folder = join(tmpdir(), `daylight-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return join(folder, 'database.sock')
}

function answers(socket: string): Promise<boolean> {
  return new Promise((done) => {
    const probe = connect(socket)
    probe.once('connect', () => {
      probe.destroy()
      done(true)
    })
    probe.once('error', () => done(false))
  })
}

/** True while the process that wrote the lock still runs. A number that another program got after a restart does not count. */
function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('node')
  } catch {
    return true
  }
}

/**
 * Takes the data directory for this process. Two processes on one directory would lose rows without a word, so the lock
 * file is made exclusively; one whose process is gone is taken over.
 */
async function takeLock(lock: string, socket: string): Promise<void> {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const file = openSync(lock, 'wx', 0o600)
      writeFileSync(file, JSON.stringify({ pid: process.pid, socket }))
      closeSync(file)
      return
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    if ((await answers(socket)) || isRunning(lockHolder(lock))) {
      throw new DomainError('NOT_POSSIBLE_NOW', 'database.inUse', { process: lockHolder(lock) })
    }
    rmSync(lock, { force: true })
    await wait(20)
  }
  throw new DomainError('NOT_POSSIBLE_NOW', 'database.inUse', { process: lockHolder(lock) })
}

function lockHolder(lock: string): number {
  try {
    return Number(JSON.parse(readFileSync(lock, 'utf8')).pid)
  } catch {
    return 0
  }
}

/** Opens the embedded database under `dataDir`; with `attach`, goes through the process that already runs it. */
export async function openEmbedded(dataDir: string, attach: boolean): Promise<Embedded> {
  const home = resolve(dataDir)
  mkdirSync(home, { recursive: true, mode: 0o700 })
  chmodSync(home, 0o700)
  const socket = socketPath(home)
  if (attach && (await answers(socket))) return { socket, isOwner: false, close: async () => {} }
  const lock = join(home, 'server.lock')
  await takeLock(lock, socket)
  if (existsSync(socket)) rmSync(socket)
  const worker = await startWorker(join(home, 'database'), socket, lock)
  return { socket, isOwner: true, close: () => stopWorker(worker, socket, lock) }
}

function startWorker(directory: string, socket: string, lock: string): Promise<Worker> {
  const worker = new Worker(new URL('./embedded-worker.mjs', import.meta.url), { workerData: { directory, socket } })
  return new Promise((done, fail) => {
    worker.once('message', () => done(worker))
    worker.once('error', (error) => {
      rmSync(lock, { force: true })
      fail(error)
    })
  })
}

async function stopWorker(worker: Worker, socket: string, lock: string): Promise<void> {
  const closed = new Promise((done) => worker.once('message', done))
  worker.postMessage('close')
  await closed
  await worker.terminate()
  rmSync(socket, { force: true })
  rmSync(lock, { force: true })
}
