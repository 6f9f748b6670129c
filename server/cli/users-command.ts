import { parseArgs } from 'node:util'
import { type Database, openDatabase } from '../../db/client.ts'
import { DomainError } from '../domain/errors.ts'
import type { Env } from '../env.ts'
import { inviteFirstAdministrator } from '../services/bootstrap.ts'
import { restoreAdministrator } from '../services/restore.ts'
import { readRoll } from '../services/roll.ts'
import { type Command, exits, type Terminal } from './command.ts'

interface Request {
  db: Database
  env: Env
  values: Partial<Record<'body' | 'email' | 'name' | 'because', string | undefined>>
  terminal: Terminal
}

const deeds: Record<string, (request: Request) => Promise<void>> = {
  bootstrap: async ({ db, env, values: { body, email, name }, terminal }) => {
    if (!body || !email) throw new DomainError('INVALID', 'users.usage')
    const asked = { body, email, name: name ?? email }
    const { token, expiresAt } = await db.asSystem((tx) => inviteFirstAdministrator(tx, asked, new Date()))
    const site = (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, '')
    terminal.stdout.write(`${site}/invitation/${token}\n`)
    // The link alone goes to the output, so that it can be passed on; what is to be known of it stands beside.
    terminal.stderr.write(
      `Opens once, until ${expiresAt.toISOString()}, and makes ${email} administrator of ${body}.\n`,
    )
  },
  restore: async ({ db, values: { body, because }, terminal }) => {
    if (!body || because === undefined) throw new DomainError('INVALID', 'users.usage')
    const sessions = await restoreAdministrator(db, { body, reason: because }, new Date())
    terminal.stdout.write(
      `The only administrator of ${body} signs in with their password and sets up another second factor; ${sessions} of their sessions were ended. They and the auditors of ${body} are told by a message, and it stands in the audit of ${body}.\n`,
    )
  },
  list: async ({ db, values: { body }, terminal }) => {
    const people = (await readRoll(db, new Date())).filter((one) => body === undefined || one.body === body)
    for (const { body: of, name, email, roles } of people) {
      const held = roles.map(({ role, placeKind, endedAt }) => {
        const end = endedAt ? ` until ${endedAt.toISOString().slice(0, 10)}` : ''
        return `${role} (${placeKind}${end})`
      })
      terminal.stdout.write(`${[of, email, name, held.join(', ') || '-'].join('\t')}\n`)
    }
  },
}

/** `users`: lets the first administrator of a body in, helps the only one who has lost their second factor, and lists who has an account. */
export const usersCommand: Command = {
  usage:
    'bootstrap --body BODY --email ADDRESS [--name NAME] | restore --body BODY --because REASON | list [--body BODY]',
  run: async (args, env, terminal) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        body: { type: 'string' },
        email: { type: 'string' },
        name: { type: 'string' },
        because: { type: 'string' },
      },
    })
    const deed = deeds[positionals[0] ?? '']
    if (!deed || positionals.length > 1) throw new DomainError('INVALID', 'users.usage')
    const { DATABASE_URL: databaseUrl, DATABASE_ADMIN_URL: adminUrl, DATA_DIR: dataDir } = env
    const db = await openDatabase({ databaseUrl, adminUrl, dataDir, attach: true })
    try {
      await deed({ db, env, values, terminal })
      return exits.done
    } finally {
      await db.close()
    }
  },
}
