import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { findChromium } from './chromium.mjs'
import { runNode, runServer, startServer } from './server-process.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Data directory of an installation with the demonstration, to be copied and never opened. */
    demonstration: string
    /** What the first start that was killed said, and the one that completed it. */
    firstStarts: { killed: string; completed: string }
  }
}

/** Once before the first browser test: the pages are built, and a first start that was killed on its way and then completed has made the demonstration. */
export async function setup(project: TestProject) {
  findChromium()
  const built = runNode(['server/start.mjs', '--build-only'])
  if ((await built.ended) !== 0) throw new Error(`The pages could not be built:\n${built.said()}`)
  const demonstration = mkdtempSync(join(tmpdir(), 'daylight-demonstration-'))
  const leave = () => rmSync(demonstration, { recursive: true, force: true })
  try {
    const killed = runServer({ DATA_DIR: demonstration })
    await killed.until(/ 30 %/)
    killed.child.kill('SIGKILL')
    await killed.ended
    const server = await startServer({ DATA_DIR: demonstration })
    project.provide('firstStarts', { killed: killed.said(), completed: server.said() })
    const code = await server.stop()
    if (code !== 0) throw new Error(`The first start did not end cleanly (${code}):\n${server.said()}`)
  } catch (error) {
    leave()
    throw error
  }
  project.provide('demonstration', demonstration)
  project.provide('database', { engine: 'embedded', template: demonstration })
  return leave
}
