import { parseArgs } from 'node:util'
import { openDatabase } from '../../db/client.ts'
import { listOverrides } from '../../db/queries/threshold-overrides.ts'
import { DomainError } from '../domain/errors.ts'
import type { OverriddenLevel, ThresholdOverride } from '../domain/indicators/override.ts'
import { type Day, parseDay } from '../domain/period.ts'
import type { SourceId } from '../domain/sources/index.ts'
import { endThreshold, setThreshold } from '../services/thresholds.ts'
import { type Command, exits } from './command.ts'

const options = {
  level: { type: 'string' },
  above: { type: 'string' },
  'at-least': { type: 'string' },
  below: { type: 'string' },
  'at-most': { type: 'string' },
  source: { type: 'string' },
  cited: { type: 'string' },
  from: { type: 'string' },
  on: { type: 'string' },
  by: { type: 'string' },
} as const

type Values = { [Name in keyof typeof options]?: string }

/** `thresholds`: the country's own thresholds beside the catalogue's: lists them, sets one, ends one. Each is dated and signed. */
export const thresholdsCommand: Command = {
  usage:
    'list | set INDICATOR --level LEVEL --above|--at-least|--below|--at-most NUMBER --source SOURCE --cited TEXT --from DAY --by NAME | end ID --on DAY --by NAME',
  run: async (args, env, terminal) => {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [deed, subject] = positionals
    const { DATABASE_URL: databaseUrl, DATABASE_ADMIN_URL: adminUrl, DATA_DIR: dataDir } = env
    const db = await openDatabase({ databaseUrl, adminUrl, dataDir, attach: true })
    try {
      if (deed === 'list') {
        const all = await db.asSystem((tx) => listOverrides(tx))
        terminal.stdout.write(all.map(printOverride).join(''))
      } else if (deed === 'set' && subject) {
        const id = await db.asSystem((tx) => setThreshold(tx, asked(subject, values), new Date()))
        terminal.stdout.write(`${id}\n`)
      } else if (deed === 'end' && subject) {
        const given = { id: subject, on: dayIn(values.on), signedBy: values.by ?? '' }
        await db.asSystem((tx) => endThreshold(tx, given, new Date()))
      } else throw new DomainError('INVALID', 'threshold.usage')
      return exits.done
    } finally {
      await db.close()
    }
  },
}

function asked(indicatorId: string, values: Values) {
  const bound = (name: 'above' | 'at-least' | 'below' | 'at-most') => {
    const text = values[name]
    return text === undefined || text.trim() === '' ? null : Number(text)
  }
  return {
    indicatorId,
    level: (values.level ?? '') as OverriddenLevel,
    above: bound('above'),
    atLeast: bound('at-least'),
    below: bound('below'),
    atMost: bound('at-most'),
    source: (values.source ?? '') as SourceId,
    cited: values.cited ?? '',
    from: dayIn(values.from),
    signedBy: values.by ?? '',
  }
}

/** @throws DomainError INVALID `day.malformed`. */
function dayIn(text = ''): Day {
  const day = parseDay(text)
  if (!day) throw new DomainError('INVALID', 'day.malformed', { text })
  return day
}

function printOverride({ id, indicatorId, level, source, cited, from, until, signedBy, ...bounds }: ThresholdOverride) {
  const names = { above: 'above', atLeast: 'at least', below: 'below', atMost: 'at most' } as const
  const said = Object.entries(names).flatMap(([name, words]) => {
    const bound = bounds[name as keyof typeof names]
    return bound === null ? [] : [`${words} ${bound}`]
  })
  const days = `from ${from}${until ? ` until ${until}` : ''}`
  return `${[id, indicatorId, level, said.join(' and '), `${source}: ${cited}`, days, `signed ${signedBy}`].join('\t')}\n`
}
