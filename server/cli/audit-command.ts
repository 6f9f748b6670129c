import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type Database, openDatabase } from '../../db/client.ts'
import type { Head } from '../domain/audit/chain.ts'
import { DomainError } from '../domain/errors.ts'
import { exportHead, rotateAuditKey, sealAudit, verifyAudit } from '../services/audit-chain.ts'
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
  terminal: Terminal
}

const deeds: Record<string, (request: Request) => Promise<number>> = {
  verify: async ({ db, keys, body, head, terminal }) => {
    await sealAudit(db, keys, await momentOf(db, new Date()))
    const verdicts = await verifyAudit(db, keys, { body, head: head === undefined ? undefined : readHead(head) })
    for (const { body: name, links, broken } of verdicts) {
      const where = broken && `link ${broken.sequence}${broken.entryId ? `, entry ${broken.entryId}` : ''}`
      terminal.stdout.write(
        broken ? `${name}: BROKEN at ${where}: ${breakWords[broken.reason]}\n` : `${name}: ${links} links hold\n`,
      )
    }
    return verdicts.some((one) => one.broken) ? exits.partly : exits.done
  },
  head: async ({ db, keys, body, terminal }) => {
    const head = await exportHead(db, keys, mustBeNamed(body), await momentOf(db, new Date()))
    terminal.stdout.write(`${JSON.stringify(head, null, 2)}\n`)
    return exits.done
  },
  'rotate-key': async ({ db, keys, body, terminal }) => {
    const keyId = await rotateAuditKey(db, keys, mustBeNamed(body), await momentOf(db, new Date()))
    terminal.stdout.write(`${body}: signs with key ${keyId} from now on\n`)
    return exits.done
  },
}

/** `audit`: reads the chains of the audit through, exports a signed head, and changes the key that signs. */
export const auditCommand: Command = {
  usage: 'verify [--body BODY] [--head FILE] | head --body BODY | rotate-key --body BODY',
  run: async (args, env, terminal) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { body: { type: 'string' }, head: { type: 'string' } },
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

function pick(values: { body?: string | undefined; head?: string | undefined }) {
  return { body: values.body, head: values.head }
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
