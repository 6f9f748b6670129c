import { expect, test } from 'vitest'
import { openLog } from '../../../server/log.ts'

function logged(write: (log: ReturnType<typeof openLog>) => void) {
  const lines: string[] = []
  write(openLog('info', { write: (line) => void lines.push(line) }))
  return { line: lines.join(''), entries: lines.map((line) => JSON.parse(line)) }
}

test('a log line is one JSON object with its level, its time and the id of its request', () => {
  const { entries } = logged((log) => log.child({ requestId: 'r-1' }).info({ status: 200 }, 'answered'))
  expect(entries).toEqual([{ level: 'info', time: expect.any(String), requestId: 'r-1', status: 200, msg: 'answered' }])
  expect(Number.isNaN(Date.parse(entries[0].time))).toBe(false)
})

test('secrets do not get into the log, whether by name, in an address or as the values of a failed query', () => {
  const { line } = logged((log) => {
    log.info({ password: 'hunter2', settings: { databaseUrl: 'hunter2' }, request: { headers: { cookie: 'hunter2' } } })
    log.error({ err: new Error('cannot reach postgres://daylight:hunter2@db:5432/x') })
    log.error({ err: new Error('Failed query: select 1\nparams: hunter2,3') })
    log.error({ err: new Error('Failed query: select 1\nparams: one\nhunter2\n    at hunter2,3') })
    log.error({ err: new Error('invalid input syntax for type uuid: "hunter2\nhunter2"') })
    log.error(new Error('Failed query: select 2', { cause: new Error('x\nparams: a\nhunter2') }))
    log.error({ err: { data: 'hunter2' } })
    log.error({ err: new Error('outer', { cause: new Error('at postgres://daylight:hunter2@db/x') }) })
  })
  expect(line).toContain('postgres://daylight:[secret]@db:5432/x')
  expect(line).not.toContain('hunter2')
})

test.each([undefined, null, 'text', 7, {}, { status: 405, statusText: 'Method Not Allowed' }, Object.create(null)])(
  'whatever is thrown, %o, is told and breaks no answer',
  (err) => {
    const { entries } = logged((log) => log.error({ err }, 'failed'))
    expect(entries).toHaveLength(1)
    expect(entries[0].msg).toBe('failed')
  },
)
