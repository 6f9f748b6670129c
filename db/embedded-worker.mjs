import { chmodSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'

/**
 * The embedded database in its own thread, so that a heavy query never stops the web server's thread. It answers on a
 * Unix socket that only the owner of the data directory can open. Plain JavaScript, because a worker thread starts
 * without the loader that reads TypeScript.
 */
const { directory, socket } = workerData
/** Files of the log that are kept to be used again; the engine's own choice is a gigabyte. */
const smallLog = ['-c', 'max_wal_size=64MB', '-c', 'min_wal_size=32MB']
const postgres = await PGlite.create(directory, { startParams: [...PGlite.defaultStartParams, ...smallLog] })
const server = new PGLiteSocketServer({ db: postgres, path: socket, maxConnections: 16 })
await server.start()
chmodSync(socket, 0o600)

parentPort?.on('message', async (message) => {
  if (message !== 'close') return
  await server.stop()
  await postgres.close()
  parentPort?.postMessage('closed')
})
parentPort?.postMessage('ready')
