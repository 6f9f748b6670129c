import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type Database, openDatabase } from '../../db/client.ts'
import type { Head } from '../domain/audit/chain.ts'
import { DomainError } from '../domain/errors.ts'
import { parseDay } from '../domain/period.ts'
import { exportHead, rotateAuditKey, sealAudit, verifyAudit } from '../services/audit-chain.ts'
import { countDroppable, dropAudit } from '../services/audit-drop.ts'
import { momentOf } from '../services/installation.ts'
import { breakWords } from './audit-words.ts'
import { type Command, exits, type Terminal } from './command.ts'

const HeadFile = z.object({
  body: z.string(),
  chainId: z.uuid(),
  sequence: z.number().int().min(0),
  hash: z.string(),
  keyId: z.string(),
  signature: z.string(),
})

interface Request {
  db: Database
  keys: string
  body: string | undefined
  head: string | undefined
  before: string | undefined
  isDryRun: boolean
  terminal: Terminal
}

const deeds: Record<string, (request: Request) => Promise<number>> = {
  verify: async ({ db, keys, body, head, terminal }) => {
    await sealAudit(db, keys, await momentOf(db, new Date()))
    const verdicts = await verifyAudit(db, keys, { body, head: head === undefined ? undefined : readHead(head) })
    for (const { body: name, links, begins, isHeadDropped, broken } of verdicts) {
      const where = broken && `link ${broken.sequence}${broken.entryId ? `, entry ${broken.entryId}` : ''}`
      terminal.stdout.write(
        broken
          ? `${name}: BROKEN at ${where}: ${breakWords[broken.reason]}\n`
          : `${name}: ${holdWords(links, begins)}\n`,
      )
      if (isHeadDropped)
        terminal.stdout.write(`${name}: the head lies before that, and could be held against nothing\n`)
    }
    return verdicts.some((one) => one.broken) ? exits.partly : exits.done
  },
  head: async ({ db, keys, body, terminal }) => {
    const head = await exportHead(db, keys, mustBeNamed(body), await momentOf(db, new Date()))
    terminal.stdout.write(`${JSON.stringify(head, null, 2)}\n`)
    return exits.done
  },
  drop: async ({ db, keys, body, before, isDryRun, terminal }) => {
    const request = { body: mustBeNamed(body), before: dayIn(before), now: await momentOf(db, new Date()) }
    if (isDryRun) {
      const count = await countDroppable(db, keys, request)
      terminal.stdout.write(`${body}: ${count} links were sealed before ${before}. Nothing was dropped\n`)
      return exits.done
    }
    const count = await dropAudit(db, keys, request)
    terminal.stdout.write(`${body}: ${count} links were dropped. A signed hash of them is kept\n`)
    return exits.done
  },
  'rotate-key': async ({ db, keys, body, terminal }) => {
    const keyId = await rotateAuditKey(db, keys, mustBeNamed(body), await momentOf(db, new Date()))
    terminal.stdout.write(`${body}: signs with key ${keyId} from now on\n`)
    return exits.done
  },
}

function holdWords(links: number, begins: number | undefined): string {
  if (begins === undefined) return `${links} links hold`
  return `links ${begins} to ${links} hold; those before were dropped after their term, and their signed hash holds`
}

/** `audit`: reads the chains of the audit through, exports a signed head, and changes the key that signs. */
export const auditCommand: Command = {
  usage:
    'verify [--body BODY] [--head FILE] | head --body BODY | drop --body BODY --before DAY [--dry-run] | rotate-key --body BODY',
  run: async (args, env, terminal) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        body: { type: 'string' },
        head: { type: 'string' },
        before: { type: 'string' },
        'dry-run': { type: 'boolean' },
      },
    })
    const deed = deeds[positionals[0] ?? '']
    if (!deed || positionals.length > 1) throw new DomainError('INVALID', 'audit.usage')
    const { DATABASE_URL: databaseUrl, DATABASE_ADMIN_URL: adminUrl, DATA_DIR: dataDir } = env
    const db = await openDatabase({ databaseUrl, adminUrl, dataDir, attach: true })
    try {
      return await deed({ db, keys: env.KEYS_DIR ?? join(dataDir, 'keys'), ...pick(values), terminal })
    } finally {
      await db.close()
    }
  },
}

function pick(values: { body?: string; head?: string; before?: string; 'dry-run'?: boolean }) {
  return { body: values.body, head: values.head, before: values.before, isDryRun: values['dry-run'] ?? false }
}

/** The beginning of a day, UTC. */
function dayIn(text: string | undefined): Date {
  if (!text) throw new DomainError('INVALID', 'audit.usage')
  if (!parseDay(text)) throw new DomainError('INVALID', 'day.malformed', { text })
  return new Date(`${text}T00:00:00Z`)
}

function mustBeNamed(body: string | undefined): string {
  if (!body) throw new DomainError('INVALID', 'audit.usage')
  return body
}

function readHead(file: string): Head {
  try {
    return HeadFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    throw new DomainError('INVALID', 'audit.head-malformed')
  }
}
