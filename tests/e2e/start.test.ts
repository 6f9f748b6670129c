import { mkdtempSync, rmSync } from 'node:fs'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../db/client.ts'
import { freePort } from '../../server/web/free-port.ts'
import { copyDemonstration } from '../support/browser.ts'
import { runNode, runProgram, runServer, startServer } from '../support/server-process.ts'

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'daylight-start-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function demonstration(): string {
  const folder = copyDemonstration()
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const hasIPv6 = Object.values(networkInterfaces()).some((addresses) =>
  addresses?.some(({ address }) => address === '::1'),
)

describe('a first start', () => {
  test('of the demonstration tells how far it is; killed on its way, it is completed by the next one', () => {
    const { killed, completed } = inject('firstStarts')
    const told = (said: string) => [...said.matchAll(/^ *(\d+) %$/gm)].map(([, share]) => Number(share))
    expect(told(killed)[0]).toBe(0)
    expect(killed).not.toMatch(/100 %|http:/)
    expect(told(completed).at(-1)).toBe(100)
    expect(completed).toMatch(/http:\/\/localhost/)
    // What it holds then is asked of it in demonstration.test.ts.
    expect(told(completed)).toEqual([...told(completed)].sort((a, b) => a - b))
  })

  test('prints its address, answers under every name of this computer, and ends cleanly on Ctrl-C', async () => {
    const server = await startServer({ DATA_DIR: emptyFolder() }, ['--empty'])
    for (const name of ['localhost', '127.0.0.1', ...(hasIPv6 ? ['[::1]'] : [])]) {
      const page = await fetch(`http://${name}:${server.port}/`)
      expect([name, page.status]).toEqual([name, 200])
      const health = await fetch(`http://${name}:${server.port}/healthz`)
      expect(await health.json()).toEqual({ process: true, database: true, migrations: true })
    }
    expect(await server.stop()).toBe(0)
  })

  test.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
    'by npm leaves no server behind when npm gets %s',
    async (signal) => {
      const port = String(await freePort())
      const npm = runProgram('npm', ['start', '--', '--empty'], { DATA_DIR: emptyFolder(), PORT: port })
      await npm.until(/http:\/\/localhost:\d+/)
      expect((await fetch(`http://localhost:${port}/`)).status).toBe(200)
      npm.child.kill(signal)
      // The server holds the output open, so this waits until the server has ended too.
      await npm.ended
      expect(npm.said()).toContain('"stopped"')
      await expect(fetch(`http://localhost:${port}/healthz`)).rejects.toThrow()
    },
  )

  test('gives the exit code of the server back', async () => {
    const starter = runNode(['server/start.mjs', '--empty'], { DATA_DIR: emptyFolder(), PORT: '0' })
    await starter.until(/http:\/\/localhost:\d+/)
    starter.child.kill('SIGINT')
    expect(await starter.ended).toBe(0)
  })
})

describe('a start is refused in words', () => {
  test('with an option that does not exist', async () => {
    const starter = runNode(['server/start.mjs', '--emtpy'], { DATA_DIR: emptyFolder() })
    expect(await starter.ended).toBe(1)
    expect(starter.said()).toMatch(/Not an option: --emtpy\nUsage: npm start/)
  })

  test('with settings that cannot be used, every one of them named and no value repeated', async () => {
    const wrong = {
      PORT: 'eighty',
      HOST: 'nowhere',
      DATABASE_URL: 'mysql://root:hidden@localhost/x',
      LOG_LEVEL: 'loud',
    }
    const server = runServer({ ...wrong, DATA_DIR: emptyFolder() })
    expect(await server.ended).toBe(1)
    for (const name of Object.keys(wrong)) expect(server.said()).toContain(name)
    expect(server.said()).not.toContain('hidden')
  })

  test('on a port that another program holds', async () => {
    const first = await startServer({ DATA_DIR: demonstration() })
    const second = runServer({ DATA_DIR: demonstration(), PORT: String(first.port) })
    expect(await second.ended).toBe(1)
    expect(second.said()).toMatch(/port is taken/)
    await first.stop()
  })

  test('on a data directory that another process holds, which goes on undisturbed', async () => {
    const dataDir = demonstration()
    const first = await startServer({ DATA_DIR: dataDir })
    const second = runServer({ DATA_DIR: dataDir })
    expect(await second.ended).toBe(1)
    expect(second.said()).toContain(String(first.child.pid))
    // Words for the reader, not a log line or a stack.
    expect(second.said()).not.toMatch(/\bat .+:\d+:\d+|"level"/)
    expect((await fetch(`${first.url}/healthz`)).status).toBe(200)
    await first.stop()
  })
})

describe('a server that is killed outright', () => {
  test('keeps everything that was confirmed, and starts again on the same data', async () => {
    const dataDir = demonstration()
    const killed = await startServer({ DATA_DIR: dataDir })
    const terminal = await openDatabase({ dataDir, attach: true })
    const before = await terminal.asSystem((tx) => tx.execute(countRegions))
    await terminal.asSystem((tx) =>
      tx.execute(sql`insert into regions (id, key, created_at) values (gen_random_uuid(), 'written-last', now())`),
    )
    killed.child.kill('SIGKILL')
    expect(await killed.ended).toBe('SIGKILL')
    await terminal.close().catch(() => {})

    const next = await startServer({ DATA_DIR: dataDir })
    const again = await openDatabase({ dataDir, attach: true })
    const after = await again.asSystem((tx) => tx.execute(countRegions))
    expect(after).toEqual([{ count: Number(before[0]?.count) + 1 }])
    await again.close()
    expect(await next.stop()).toBe(0)
  })
})

const countRegions = sql`select count(*)::int as count from regions`
