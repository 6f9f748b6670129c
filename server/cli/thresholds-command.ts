import { parseArgs } from 'node:util'
import { openDatabase, type Tx } from '../../db/client.ts'
import { findFacility, listRegions } from '../../db/queries/facilities.ts'
import { countryId } from '../../db/queries/figures.ts'
import { listOverrides } from '../../db/queries/threshold-overrides.ts'
import { placeNames } from '../../db/queries/verify.ts'
import { systemActor } from '../domain/access.ts'
import { DomainError } from '../domain/errors.ts'
import type { OverridePlace, ThresholdOverride } from '../domain/indicators/override.ts'
import type { OverriddenLevel } from '../domain/indicators/override-bounds.ts'
import { type Day, parseDay } from '../domain/period.ts'
import type { SourceId } from '../domain/sources/index.ts'
import { endThreshold, setThreshold, withdrawThreshold } from '../services/thresholds.ts'
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
  for: { type: 'string' },
  because: { type: 'string' },
  facility: { type: 'string' },
  region: { type: 'string' },
} as const

type Values = { [Name in keyof typeof options]?: string }

/** `thresholds`: the country's own thresholds beside the catalogue's: lists them, sets one, ends one, takes one back. Each is dated and signed. */
export const thresholdsCommand: Command = {
  usage:
    'list | set INDICATOR --level LEVEL --above|--at-least|--below|--at-most NUMBER --source SOURCE --cited TEXT --from DAY --by NAME --for BODY [--because REASON] [--facility KEY | --region KEY] | end ID --on DAY --by NAME | withdraw ID --because REASON --by NAME',
  run: async (args, env, terminal) => {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [deed, subject] = positionals
    const { DATABASE_URL: databaseUrl, DATABASE_ADMIN_URL: adminUrl, DATA_DIR: dataDir } = env
    const occasion = { actor: systemActor, now: new Date(), requestId: null }
    const db = await openDatabase({ databaseUrl, adminUrl, dataDir, attach: true })
    try {
      if (deed === 'list') {
        const [all, names] = await db.asSystem(async (tx) => [await listOverrides(tx), await placeNames(tx)] as const)
        terminal.stdout.write(all.map((one) => printOverride(one, names)).join(''))
      } else if (deed === 'set' && subject) {
        const given = asked(subject, values)
        const id = await db.asSystem(async (tx) =>
          setThreshold(tx, { ...given, place: await placeOf(tx, values, given.from) }, occasion),
        )
        terminal.stdout.write(`${id}\n`)
      } else if (deed === 'end' && subject) {
        const given = { id: subject, on: dayIn(values.on), signedBy: values.by ?? '' }
        await db.asSystem((tx) => endThreshold(tx, given, occasion))
      } else if (deed === 'withdraw' && subject) {
        const given = { id: subject, signedBy: values.by ?? '', why: values.because ?? '' }
        await db.asSystem((tx) => withdrawThreshold(tx, given, occasion))
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
    reason: values.because ?? '',
    from: dayIn(values.from),
    until: null,
    signedBy: values.by ?? '',
    signedFor: values.for ?? '',
  }
}

/** @throws DomainError INVALID `threshold.place` for two places at once, NOT_FOUND for one that the register does not know. */
async function placeOf(tx: Tx, { facility, region }: Values, day: Day): Promise<OverridePlace> {
  if (facility !== undefined && region !== undefined) throw new DomainError('INVALID', 'threshold.place')
  if (facility === undefined && region === undefined) return { kind: 'country', id: countryId }
  if (facility === undefined) {
    const found = (await listRegions(tx, day)).find(({ key }) => key === region)
    if (!found) throw new DomainError('NOT_FOUND', 'region.none')
    return { kind: 'region', id: found.id }
  }
  const found = await findFacility(tx, 'all', facility, day)
  if (!found) throw new DomainError('NOT_FOUND', 'facility.none')
  return { kind: 'facility', id: found.id }
}

/** @throws DomainError INVALID `day.malformed`. */
function dayIn(text = ''): Day {
  const day = parseDay(text)
  if (!day) throw new DomainError('INVALID', 'day.malformed', { text })
  return day
}

function printOverride(one: ThresholdOverride, placeNames: ReadonlyMap<string, string>) {
  const { id, indicatorId, place, level, source, cited, from, until, signedBy, signedFor, withdrawn } = one
  const names = { above: 'above', atLeast: 'at least', below: 'below', atMost: 'at most' } as const
  const said = Object.entries(names).flatMap(([name, words]) => {
    const bound = one[name as keyof typeof names]
    return bound === null ? [] : [`${words} ${bound}`]
  })
  const days = `from ${from}${until ? ` until ${until}` : ''}`
  const where = place.kind === 'country' ? 'country' : `${place.kind} ${placeNames.get(place.id) ?? place.id}`
  const signed = `signed ${signedBy}${signedFor && `, ${signedFor}`}`
  const taken = withdrawn ? [`withdrawn by ${withdrawn.by}: ${withdrawn.why}`] : []
  const cells = [id, indicatorId, where, level, said.join(' and '), `${source}: ${cited}`, days, signed, ...taken]
  return `${cells.join('\t')}\n`
}
