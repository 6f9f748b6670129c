import { beforeAll, describe, expect, test } from 'vitest'
import { demonstration } from '../../seeds/demonstration.ts'
import { type Actor, describeRole, permissionsOf, roles, systemActor } from '../../server/domain/access.ts'
import { findIndicator } from '../../server/domain/indicators/index.ts'
import type { CellId } from '../../server/domain/measures/index.ts'
import type { Month } from '../../server/domain/period.ts'
import { blockOf, readTogether } from '../../server/domain/suppression/blocks.ts'
import { hardLimitMeasures, isFew, personalMeasures } from '../../server/domain/suppression/sensitive.ts'
import type { Value } from '../../server/domain/value.ts'
import { startInstallation } from '../../server/services/first-start.ts'
import { appRouter } from '../../server/trpc/router.ts'
import { addUp, attack, groupsOf } from '../support/attack/attacker.ts'
import { type Published, withTogether } from '../support/attack/published.ts'
import { callAs } from '../support/call-as.ts'
import { freshDatabase } from '../support/database.ts'

const db = await freshDatabase()
const now = new Date('2026-03-12T09:00:00Z')
const month: Month = '2026-01'

const ask = (actor: Actor) => callAs(db, actor, now)
const ofCountry = (role: Actor['role']): Actor => ({ userId: 'x', role, bodyId: null, facilities: 'all' })

beforeAll(async () => {
  const request = { isEmpty: false, countryName: '', timezone: 'UTC', clock: () => now, onProgress: () => undefined }
  await startInstallation(db, demonstration, request)
}, 600_000)

async function facilities() {
  return ask(systemActor).facilities.list({ month })
}

type Count = { cell: CellId; value: Value }

async function countsOf(actor: Actor, facility: string): Promise<Count[]> {
  const rows = await ask(actor).measures.ofFacility({ facility, month })
  return rows.map(({ measureId, breakdown, value }) => ({
    cell: (breakdown === '' ? measureId : `${measureId}@${breakdown}`) as CellId,
    value,
  }))
}

const nameOf = (row: { indicatorId: string; breakdown: string }) => `${row.indicatorId}@${row.breakdown}`
const byName = <Row extends { indicatorId: string; breakdown: string }>(rows: readonly Row[]) =>
  new Map(rows.map((row) => [nameOf(row), row]))

const isSmallPerson = ({ cell, value }: Count) =>
  value.state === 'counted' && isFew(value.value) && personalMeasures.includes(cell as never)

describe('who sees small counts', () => {
  const readers = roles.filter((role) => permissionsOf(ofCountry(role)).includes('measure.read') && role !== 'system')

  test.each(readers)('%s', async (role) => {
    const all = await facilities()
    const { body, places } = describeRole(role)
    const isOwn = places.includes('facility') && body === 'administration'
    let [small, withheld, differing] = [0, 0, 0]
    for (const { id, key } of all.slice(0, 12)) {
      const truth = await countsOf(systemActor, key)
      const seen = new Map(
        (await countsOf({ ...ofCountry(role), facilities: isOwn ? [id] : 'all' }, key)).map((one) => [
          one.cell,
          one.value,
        ]),
      )
      small += truth.filter(isSmallPerson).length
      withheld += truth.filter((one) => isSmallPerson(one) && seen.get(one.cell)?.state === 'suppressed').length
      differing += truth.filter((one) => JSON.stringify(seen.get(one.cell)) !== JSON.stringify(one.value)).length
    }
    expect(small).toBeGreaterThan(10)
    if (body === 'administration' && !isOwn) expect(withheld).toBe(small)
    else expect(differing).toBe(0)
  })

  test('the ministry sees every person beyond a hard limit', async () => {
    const [seen, truth] = await Promise.all(
      [ofCountry('ministry-duty-desk'), systemActor].map((actor) => ask(actor).indicators.breaches({ month })),
    )
    expect(seen).toEqual(truth)
    expect(truth!.some(({ people }) => isFew(people))).toBe(true)
  })

  test('a director sees the country as the ministry does, but no sum of fewer than three', async () => {
    const [{ id } = { id: '' }] = await facilities()
    const director: Actor = { ...ofCountry('facility-director'), facilities: [id] }
    const question = { place: { country: true }, from: month, to: month, withGroups: true } as const
    const [own, ministry] = await Promise.all(
      [director, ofCountry('ministry-analyst')].map((actor) => ask(actor).indicators.series(question)),
    )
    const ofDirector = byName(own!.series)
    for (const { readings, reporting, ...name } of ministry!.series) {
      // With its own counts taken off, a sum of two would be the other's.
      const isTooFew = readings[0]!.figure.state === 'counted' && reporting![0]! < 3
      const expected = isTooFew ? { state: 'suppressed' } : readings[0]!.figure
      expect(ofDirector.get(nameOf(name))!.readings[0]!.figure).toEqual(expected)
    }
  })
})

test('a figure that is made of a withheld count gives neither its parts nor its interval', async () => {
  const all = await facilities()
  let withheld = 0
  for (const { key } of all.slice(0, 12)) {
    const question = { place: { facility: key }, from: month, to: month, withGroups: true } as const
    const [seen, truth] = await Promise.all(
      [ofCountry('ministry-analyst'), systemActor].map((actor) => ask(actor).indicators.series(question)),
    )
    const shownSeries = byName(seen!.series)
    for (const row of truth!.series) {
      const [shown, whole] = [shownSeries.get(nameOf(row))!.readings[0]!, row.readings[0]!]
      if (shown.figure.state !== 'suppressed') {
        expect(shown).toEqual(whole)
        continue
      }
      withheld++
      expect(shown).toMatchObject({
        figure: { state: 'suppressed' },
        verdict: { verdict: 'not-assessed', why: 'suppressed' },
      })
      expect(shown.interval).toBeUndefined()
      const measures = Object.values(findIndicator(row.indicatorId)!.needs).map((cell) => cell.split('@')[0])
      if (row.breakdown === '') expect(measures.every((id) => hardLimitMeasures.has(id as never))).toBe(false)
    }
  }
  expect(withheld).toBeGreaterThan(20)
})

test('the country’s unsentenced share is shown to the ministry', async () => {
  const question = { place: { country: true as const }, indicators: ['unsentenced-share'], from: month, to: month }
  const [seen, truth] = await Promise.all(
    [ofCountry('ministry-analyst'), systemActor].map((actor) => ask(actor).indicators.series(question)),
  )
  expect(truth!.series[0]!.readings[0]!.figure.state).toBe('counted')
  expect(seen!.series).toEqual(truth!.series)
})

test('what a figure is laid open to is withheld with it: counts, lines, revisions', async () => {
  const all = await facilities()
  let opened = 0
  for (const { key } of all) {
    const truth = (await countsOf(systemActor, key)).find((one) => one.cell === 'sexual_violence')
    if (!truth || !isSmallPerson(truth)) continue
    opened++
    const question = { indicator: 'sexual-violence-rate', facility: key, month }
    const shown = await ask(ofCountry('ministry-analyst')).indicators.explain(question)
    const need = shown.needs.find((one) => one.cell === 'sexual_violence')!
    expect(shown.reading.figure).toEqual({ state: 'suppressed' })
    expect(need.value).toEqual({ state: 'suppressed' })
    expect(need.lines.map((line) => line.amount)).toEqual(need.lines.map(() => null))
  }
  expect(opened).toBeGreaterThan(0)
})

/** A question to every procedure that gives figures, which the figure of a facility would answer. */
const questions: Record<string, ((facility: string, indicator: string) => unknown) | 'definitions'> = {
  'indicators.list': 'definitions',
  'indicators.get': 'definitions',
  'indicators.thresholds': 'definitions',
  'indicators.matrix': (_facility, indicator) => ({ month, indicators: [indicator] }),
  'indicators.breaches': () => ({ month }),
  'indicators.standing': (_facility, indicator) => ({ month, indicators: [indicator] }),
  'indicators.changes': () => ({ month }),
  'indicators.series': (facility, indicator) => ({
    place: { facility },
    indicators: [indicator],
    from: month,
    to: month,
  }),
  'indicators.compare': (_facility, indicator) => ({ indicator, month }),
  'indicators.byGroup': (_facility, indicator) => ({ indicator, month, by: 'sex' }),
  // Tells of what kind a facility is, by a share that the ministry is shown.
  'peers.list': 'definitions',
  'peers.medians': (facility) => ({ facility, month }),
  'indicators.explain': (facility, indicator) => ({ facility, indicator, month }),
  'population.change': (facility) => ({ month, place: { facility } }),
  'transition.steps': () => ({ month }),
  // Of the country alone.
  'outcomes.cohorts': 'definitions',
  'rules.strategies': 'definitions',
  'events.list': 'definitions',
  'measures.list': 'definitions',
  'measures.ofFacility': (facility) => ({ facility, month }),
}

describe('a withheld figure', () => {
  const procedures = appRouter._def.procedures as unknown as Record<
    string,
    { _def: { meta?: { permission?: string } } }
  >
  const ofFigures = Object.entries(procedures).filter(([, { _def }]) =>
    ['indicator.read', 'measure.read'].includes(_def.meta?.permission ?? ''),
  )

  test.each(ofFigures)('does not leave by %s', async (name) => {
    const question = questions[name]
    if (!question) throw new Error(`${name} gives figures: say what to ask it, so that it is seen to withhold them`)
    if (question === 'definitions') return
    const indicator = 'sexual-violence-rate'
    const truth = await ask(systemActor).indicators.matrix({ month, indicators: [indicator] })
    const small = truth.find(({ readings: [one] }) => one?.figure.state === 'counted' && isFew(one.figure.numerator))
    const figure = small?.readings[0]?.figure
    if (!small || figure?.state !== 'counted') throw new Error('the demonstration has no small count to withhold')
    const call = (actor: Actor) => {
      const [noun, deed] = name.split('.') as ['indicators', 'matrix']
      return (ask(actor)[noun][deed] as (input: unknown) => Promise<unknown>)(question(small.facility.key, indicator))
    }
    const tells = (answer: unknown) => JSON.stringify(answer).includes(String(figure.value))
    expect(tells(await call(ofCountry('ministry-analyst')))).toBe(false)
    // These do not tell one figure of a facility to anybody, or tell its counts.
    const others = [
      ...['indicators.breaches', 'indicators.standing', 'indicators.changes', 'measures.ofFacility'],
      ...['population.change', 'transition.steps', 'peers.medians'],
    ]
    if (!others.includes(name)) {
      expect(tells(await call(ofCountry('lead-inspector')))).toBe(true)
    }
  })
})

/** All that the ministry is shown of a month, put together from the API's answers. */
async function seenByMinistry(): Promise<Published> {
  const ministry = ofCountry('ministry-analyst')
  const [all, regions] = [await facilities(), await ask(systemActor).facilities.regions({ month })]
  const list: Published['facilities'][number][] = []
  const shares = await ask(ministry).indicators.matrix({ month, indicators: Object.keys(readTogether) })
  for (const { key, regionId } of all) {
    const region = regions.find(({ id }) => id === regionId)
    const [truth, seen] = [await countsOf(systemActor, key), await countsOf(ministry, key)]
    const counted = truth.flatMap(({ cell, value }): [CellId, number][] => {
      if (value.state === 'counted') return [[cell, value.value]]
      return value.state === 'nothing-to-report' ? [[cell, 0]] : []
    })
    const hidden = seen.filter(({ value }) => value.state === 'suppressed').map(({ cell }) => blockOf(cell)!.id)
    const { readings } = shares.find(({ facility }) => facility.key === key)!
    for (const [at, { id }] of Object.values(readTogether).entries())
      if (readings[at]!.figure.state === 'suppressed') hidden.push(id)
    const placeIds = ['country', ...(region ? [region.key] : [])]
    list.push({ id: key, placeIds, counts: withTogether(new Map(counted)), withheld: new Set(hidden) })
  }
  const sums: Published['sums'][number][] = []
  for (const placeId of new Set(list.flatMap((one) => one.placeIds))) {
    const place = placeId === 'country' ? ({ country: true } as const) : { region: placeId }
    const { series } = await ask(ministry).indicators.series({ place, from: month, to: month, withGroups: true })
    for (const { indicatorId, breakdown, readings } of series) {
      const figure = readings[0]!.figure
      const { needs, months = 1 } = findIndicator(indicatorId)!
      if (figure.state !== 'counted' || figure.denominator === null || months > 1) continue
      const together = readTogether[indicatorId]?.id as CellId | undefined
      if (together) {
        const inside = list.filter((one) => one.placeIds.includes(placeId) && one.counts.has(together))
        const held = inside.reduce((sum, one) => sum + one.counts.get('pop_closing')!, 0)
        sums.push({
          placeId,
          cell: together,
          facilityIds: inside.map((one) => one.id),
          total: held - figure.denominator,
        })
      }
      const cells = Object.values(needs).map((cell) =>
        breakdown === '' || cell.includes('@') ? cell : `${cell}@${breakdown}`,
      )
      if (cells.length !== 2) continue
      const inside = list.filter(
        (one) => one.placeIds.includes(placeId) && cells.every((cell) => one.counts.has(cell as CellId)),
      )
      for (const [at, total] of [figure.numerator, figure.denominator].entries()) {
        const cell = cells[at] as CellId
        const sum = inside.reduce((all, one) => all + one.counts.get(cell)!, 0)
        // Some formulas say 'not' or take a difference: only what is a plain sum is one.
        if (Math.abs(sum - total) < 1e-6 && Number.isInteger(total))
          sums.push({ placeId, cell, facilityIds: inside.map((one) => one.id), total })
      }
    }
  }
  return { facilities: list, sums }
}

test('an attacker who puts a month’s pages and files together learns no small count', {
  timeout: 300_000,
}, async () => {
  const seen = await seenByMinistry()
  const cells = new Set(seen.facilities.flatMap((one) => [...one.counts.keys()]))
  const wholes = [...cells].filter((cell) => !cell.includes('@'))
  const identities = wholes.flatMap((cell) =>
    ['sex', 'age_group', 'legal_status', 'nationality_group'].flatMap((dimension) => {
      const groups = groupsOf(cell, cells, dimension)
      return groups.length > 0 && seen.facilities.every(({ counts }) => isComplete(counts, cell, groups))
        ? [addUp(cell, groups)]
        : []
    }),
  )
  for (const { id, cells: groups } of Object.values(readTogether)) identities.push(addUp(id as CellId, groups))
  const guarded = seen.sums.filter(({ cell }) => blockOf(cell))
  expect(identities.length).toBeGreaterThan(10)
  expect(guarded.length).toBeGreaterThan(20)
  // Which values a count can still have is asked of small countries, where all of them can be tried (tests/unit/suppression).
  const { found, tried } = attack([seen], identities, {}, 'elimination')
  expect(tried).toBeGreaterThan(100)
  expect(found).toEqual([])
})

function isComplete(counts: ReadonlyMap<CellId, number>, whole: CellId, groups: readonly CellId[]): boolean {
  if (!counts.has(whole) || !groups.some((cell) => counts.has(cell))) return true
  return groups.reduce((sum, cell) => sum + (counts.get(cell) ?? 0), 0) === counts.get(whole)
}
