import { parseArgs } from 'node:util'
import { openDatabase } from '../../db/client.ts'
import { findProposal, type Proposal } from '../../db/queries/retention.ts'
import { DomainError } from '../domain/errors.ts'
import { recordWords } from '../domain/records/words.en.ts'
import { rowsByRecord } from '../domain/retention/going.ts'
import { momentOf } from '../services/installation.ts'
import { deletePassed, proposeDeletion } from '../services/retention.ts'
import { type Command, exits, type Terminal } from './command.ts'

/** `retention`: shows which records of persons have passed their term, and deletes them once somebody says so. */
export const retentionCommand: Command = {
  usage: '--dry-run | --apply TOKEN                 records of persons whose term has passed',
  run: async (args, env, terminal) => {
    const { values } = parseArgs({ args, options: { 'dry-run': { type: 'boolean' }, apply: { type: 'string' } } })
    if (Boolean(values['dry-run']) === (values.apply !== undefined)) throw new DomainError('INVALID', 'retention.usage')
    const { DATABASE_URL: databaseUrl, DATABASE_ADMIN_URL: adminUrl, DATA_DIR: dataDir } = env
    const db = await openDatabase({ databaseUrl, adminUrl, dataDir, attach: true })
    try {
      const now = await momentOf(db, new Date())
      if (values.apply === undefined) {
        tell(await proposeDeletion(db, now), terminal)
        return exits.done
      }
      const proposal = await db.asSystem(findProposal)
      if (proposal?.token !== values.apply) throw new DomainError('NOT_POSSIBLE_NOW', 'retention.changed')
      await deletePassed(db, proposal, now)
      terminal.stdout.write(`Deleted: ${sumOf(proposal)} rows of ${proposal.persons} persons. Their figures stand.\n`)
      return exits.done
    } finally {
      await db.close()
    }
  },
}

const sumOf = ({ going }: Proposal) => going.reduce((sum, { rows }) => sum + rows, 0)

function tell(proposal: Proposal, { stdout }: Terminal): void {
  const { termMonths, persons, going, token } = proposal
  if (going.length === 0) {
    stdout.write(`Nothing has passed the term of ${termMonths} months.\n`)
    return
  }
  stdout.write(`${termMonths} months have passed for ${persons} persons. With their records would go:\n`)
  for (const [recordId, rows] of rowsByRecord(going)) stdout.write(`  ${recordWords[recordId].title}: ${rows}\n`)
  stdout.write(
    `Figures are frozen first. Nothing was deleted. To delete: npm run daylight -- retention --apply ${token}\n`,
  )
}
