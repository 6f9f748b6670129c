import type { LoaderFunctionArgs } from '@remix-run/node'
import { loader as equity } from '../../../app/routes/compare_.equity[.csv].ts'
import { loader as compare } from '../../../app/routes/compare[.csv].ts'
import { loader as facilityChart } from '../../../app/routes/facilities.$key.$indicator_.chart[.csv].ts'
import { loader as population } from '../../../app/routes/population_.chart[.csv].ts'
import { loader as transition } from '../../../app/routes/transition_.chart[.csv].ts'
import type { Database } from '../../../db/client.ts'
import type { Actor } from '../../../server/domain/access.ts'
import type { Visitor } from '../../../server/domain/visitor.ts'
import { createCaller } from '../../../server/trpc/router.ts'
import { visitContext } from '../visit.ts'

const files = { compare, equity, facilityChart, population, transition }

/** A file as a reader of it has it: each row by the names of its columns; what is said above the table is left out. */
export type FileRows = readonly Record<string, string>[]

/** The files that one actor can fetch. */
export function filesFor(db: Database, actor: Actor, now: Date) {
  const body = { id: 'b', kind: 'administration', name: 'B' } as const
  const rest = { sessionId: 's', held: [], acting: undefined, factors: 2, lacks: undefined }
  const visitor: Visitor = { actor, signedIn: { personId: actor.userId, name: 'N', body, ...rest } }
  const context: LoaderFunctionArgs['context'] = {
    ...visitContext(db, visitor, now),
    ask: (question) => db.asActor(actor, (tx) => question(createCaller({ tx, actor, now: () => now }))),
  }
  /** The rows of a file; none where there is none to give. */
  return async (
    file: keyof typeof files,
    asked: Record<string, string>,
    params: Record<string, string> = {},
  ): Promise<FileRows> => {
    const request = new Request(`http://localhost/file?${new URLSearchParams(asked)}`)
    const answer = await files[file]({ request, params, context }).catch((refused) => {
      if (refused instanceof Response && refused.status === 404) return undefined
      throw refused
    })
    return answer ? rowsOf(await answer.text()) : []
  }
}

/** A number of a file; undefined where the cell is empty or holds words. */
export function numberIn(row: Record<string, string>, column: string): number | undefined {
  const text = row[column] ?? ''
  return text === '' || !Number.isFinite(Number(text)) ? undefined : Number(text)
}

function rowsOf(text: string): FileRows {
  const [columns = [], ...rows] = cellsOf(text.replace(/^\ufeff/, '')).filter(([first = '']) => !first.startsWith('#'))
  return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? ''])))
}

/** The cells of a file by the rule of the format (RFC 4180): in quotes, two of them are one. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '\r\n') rows.push([])
  }
  return rows.filter((row) => row.some((cell) => cell !== ''))
}
