import { request } from 'node:http'
import { expect } from 'vitest'

export interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
}

/** A request as it is written here: the path is not made tidy on its way, and the host may be anybody's. */
export function askAt(
  port: number,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> {
  return new Promise((done, fail) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (piece) => {
        text += piece
      })
      answer.on('end', () => done({ status: answer.statusCode ?? 0, headers: answer.headers, text }))
    })
    sent.on('error', fail)
    sent.end()
  })
}

/** What no answer may hold: places in our sources, statements of the database, the data directory, files of the system. */
export function expectNothingLeakedIn(text: string, dataDir: string): void {
  expect(text).not.toMatch(
    /\bat \S+ \(|node_modules|\.tsx?:\d+|\bselect .+ from\b|invalid input syntax|PGlite|root:x:/i,
  )
  expect(text).not.toContain(dataDir)
}
