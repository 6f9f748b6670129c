import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listWithheldSums } from '../../db/queries/withheld.ts'
import { demonstration } from '../../seeds/demonstration.ts'
import { type Actor, describeRole, permissionsOf, roles, systemActor } from '../../server/domain/access.ts'
import { mappingSchema } from '../../server/domain/imports/mapping.ts'
import { findIndicator } from '../../server/domain/indicators/index.ts'
import { type CellId, findMeasure, type MeasureId, measureOf } from '../../server/domain/measures/index.ts'
import { type Day, type Month, monthIndex } from '../../server/domain/period.ts'
import { blockOf } from '../../server/domain/suppression/blocks.ts'
import { guardedFormulas } from '../../server/domain/suppression/formula-blocks.ts'
import { hardLimitMeasures, isFew, personalMeasures } from '../../server/domain/suppression/sensitive.ts'
import { codeIn, withheldCode } from '../../server/domain/suppression/withheld-months.ts'
import { startInstallation } from '../../server/services/first-start.ts'
import { importFile } from '../../server/services/imports.ts'
import { appRouter } from '../../server/trpc/router.ts'
import { attack } from '../support/attack/attacker.ts'
import { type Count, countsOf as countsIn, identitiesOf, seenByMinistry } from '../support/attack/seen-by-ministry.ts'
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

const countsOf = (actor: Actor, facility: string) => countsIn(ask(actor), facility, month)

const nameOf = (row: { indicatorId: string; breakdown: string }) => `${row.indicatorId}@${row.breakdown}`
const byName = <Row extends { indicatorId: string; breakdown: string }>(rows: readonly Row[]) =>
  new Map(rows.map((row) => [nameOf(row), row]))

const isSmallPerson = ({ cell, value }: Count) =>
  value.state === 'counted' && isFew(value.value) && personalMeasures.includes(cell as never)

/** The country's sums of the month that whoever knows one facility's counts is not shown. */
async function toldBesideOwn(): Promise<Set<string>> {
  const rows = await db.asSystem((tx) =>
    listWithheldSums(
      tx,
      guardedFormulas.map(({ formula }) => formula.definition.id),
    ),
  )
  const at = monthIndex(month)
  return new Set(
    rows
      .filter((row) => row.placeKind === 'country' && codeIn(row, at) === withheldCode.besideOwn)
      .map(({ indicatorId, breakdown }) => nameOf({ indicatorId, breakdown })),
  )
}

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

  test.each([
    ['facility-director', 1],
    ['inspector', 4],
    ['inspector', -1],
  ] as const)(
    '%s of some facilities (%i) sees the country as the ministry does, but no sum that leaves one other over',
    async (role, some) => {
      const own = (await facilities()).slice(0, some).map(({ id }) => id)
      const reader: Actor = { ...ofCountry(role), facilities: own }
      const question = { place: { country: true }, from: month, to: month, withGroups: true } as const
      const [seen, ministry] = await Promise.all(
        [reader, ofCountry('ministry-analyst')].map((actor) => ask(actor).indicators.series(question)),
      )
      const ofReader = byName(seen!.series)
      const beside = await toldBesideOwn()
      let tooFew = 0
      for (const { readings, reporting, ...name } of ministry!.series) {
        // With the own counts taken off, a sum of one more would be that one's. What no facility counts is everybody's.
        const { needs } = findIndicator(name.indicatorId)!
        const isOfFacilities = Object.values(needs).some((cell) => measureOf(cell as CellId)!.place !== 'country')
        const isTooFew = isOfFacilities && readings[0]!.figure.state === 'counted' && reporting![0]! < own.length + 2
        if (isTooFew) tooFew++
        // Nor is one that two places moved, with the own count taken off.
        const isTold = beside.has(nameOf(name)) && ['counted', 'nothing-to-report'].includes(readings[0]!.figure.state)
        const expected = isTooFew || isTold ? { state: 'suppressed' } : readings[0]!.figure
        expect([name, ofReader.get(nameOf(name))!.readings[0]!.figure]).toEqual([name, expected])
      }
      if (some === -1) expect(tooFew).toBeGreaterThan(20)
    },
  )
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
    // Whatever it was known to be on whichever day, it is told to who reads it whole, and to the ministry never.
    const days = shown.revisions.map(({ at }) => new Date(at).toISOString().slice(0, 10) as Day)
    for (const known of ['2015-01-01', ...days, '2999-01-01'] as Day[]) {
      const ofDay = (actor: Actor) => ask(actor).indicators.explain({ ...question, known })
      const [hidden, whole] = await Promise.all([ofDay(ofCountry('ministry-analyst')), ofDay(systemActor)])
      expect(hidden.known).toMatchObject({ numerator: null, denominator: null })
      if (known === '2999-01-01') expect(whole.known).toMatchObject({ numerator: expect.any(Number) })
    }
  }
  expect(opened).toBeGreaterThan(0)
})

/** A question to every procedure that gives figures, which the figure of a facility would answer. */
const questions: Record<string, ((facility: string, indicator: string) => unknown) | 'definitions'> = {
  'indicators.list': 'definitions',
  'indicators.get': 'definitions',
  'indicators.thresholds': 'definitions',
  'thresholds.list': 'definitions',
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
  'questions.raised': () => ({ month }),
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
      ...['population.change', 'transition.steps', 'peers.medians', 'questions.raised'],
    ]
    if (!others.includes(name)) {
      expect(tells(await call(ofCountry('lead-inspector')))).toBe(true)
    }
  })
})

test('an attacker who puts a month’s pages and files together learns no small count', {
  timeout: 300_000,
}, async () => {
  const seen = await seenByMinistry(ask, month)
  const identities = identitiesOf([seen])
  const guarded = seen.sums.filter(({ cell }) => blockOf(cell))
  expect(identities.length).toBeGreaterThan(10)
  expect(guarded.length).toBeGreaterThan(20)
  // Which values a count can still have is asked of small countries, where all of them can be tried (tests/unit/suppression).
  const { found, tried } = attack([seen], identities, {}, 'elimination')
  expect(tried).toBeGreaterThan(100)
  expect(found).toEqual([])
})

/** The measure that a measure is in the end a part of. */
function wholeOf(id: string): string {
  const whole = findMeasure(id as MeasureId)?.partOf?.split('@')[0]
  return whole ? wholeOf(whole) : id
}

describe('an attacker who keeps what the ministry was shown before and after corrections', { timeout: 600_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'daylight-corrected-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  /** A corrected return of the month: some counts of some facilities. */
  async function correct(day: Day, counts: ReadonlyMap<string, ReadonlyMap<CellId, number>>): Promise<void> {
    const cells = [...new Set([...counts.values()].flatMap((own) => [...own.keys()]))]
    const rows = [...counts].map(([key, own]) => [key, month, ...cells.map((cell) => own.get(cell) ?? '')].join(','))
    const path = join(folder, `${day}.csv`)
    writeFileSync(path, [['facility', 'month', ...cells].join(','), ...rows, ''].join('\n'))
    const mapping = mappingSchema.parse({
      version: 1,
      kind: 'monthly-measures',
      source: 'prison-service',
      facility: { by: 'key', key: 'facility' },
      period: { column: 'month' },
      measures: cells.map((cell) => ({ measure: cell, column: cell })),
    })
    const request = { path, mapping, by: 'tester', now: new Date(`${day}T10:00:00Z`), rejectsDir: folder }
    const { faults, values } = await importFile(db, request)
    expect(faults).toEqual([])
    expect(values.superseded).toBeGreaterThan(0)
  }

  /** Every guarded figure of the month that a facility's pages show, with its two counts. */
  async function shownOf(actor: Actor, facility: string) {
    const question = { place: { facility }, from: month, to: month } as const
    const { series } = await ask(actor).indicators.series(question)
    return new Map(series.map(({ indicatorId, readings }) => [indicatorId, readings[0]!.figure]))
  }

  test('learns no small count, and nothing by asking what was known on a day', async () => {
    const ministry = ofCountry('ministry-analyst')
    const all = await facilities()
    const returned: { key: string; counts: Map<CellId, number> }[] = []
    for (const { key } of all) {
      const rows = await ask(systemActor).measures.ofFacility({ facility: key, month })
      if (rows.some(({ grade }) => grade === 'events')) continue
      const counts = rows.flatMap(({ measureId, breakdown, value }): [CellId, number][] =>
        value.state === 'counted'
          ? [[(breakdown === '' ? measureId : `${measureId}@${breakdown}`) as CellId, value.value]]
          : [],
      )
      returned.push({ key, counts: new Map(counts) })
    }
    const [one, other, third] = returned as [(typeof returned)[0], (typeof returned)[0], (typeof returned)[0]]
    /** The counts of one return of which the other tells the same: each with its groups, its parts and what it is a part of. */
    const mixedUp = (mine: typeof one, theirs: typeof one) => {
      const familyOf = ({ counts }: typeof one, id: string) =>
        [...counts.keys()].filter((cell) => wholeOf(cell.split('@')[0]!) === id).toSorted()
      const isAlike = (cell: CellId) => {
        const whole = wholeOf(cell.split('@')[0]!)
        return familyOf(mine, whole).join() === familyOf(theirs, whole).join()
      }
      return new Map([...theirs.counts].filter(([cell]) => isAlike(cell)))
    }
    const more = ({ counts }: typeof one, ...cells: CellId[]) =>
      new Map(cells.flatMap((cell): [CellId, number][] => (counts.has(cell) ? [[cell, counts.get(cell)! + 1]] : [])))
    const mixed = { ...one, counts: mixedUp(one, other) }
    const corrections: [Day, Map<string, ReadonlyMap<CellId, number>>][] = [
      // Two returns were mixed up; then one incident and one complaint more, at one of them and elsewhere.
      [
        '2026-03-13',
        new Map([
          [one.key, mixedUp(one, other)],
          [other.key, mixedUp(other, one)],
        ]),
      ],
      [
        '2026-03-14',
        new Map([
          [one.key, more(mixed, 'sexual_violence', 'complaints_received')],
          [third.key, more(third, 'sexual_violence', 'complaints_received')],
        ]),
      ],
    ]
    const corrected = [one, other].map(({ key }) => key)
    const days: Day[] = ['2026-03-12', ...corrections.map(([day]) => day)]
    const [seen, shown] = [[await seenByMinistry(ask, month)], [] as Map<string, Awaited<ReturnType<typeof shownOf>>>[]]
    const look = async () => {
      const own = await Promise.all(corrected.map(async (key) => [key, await shownOf(ministry, key)] as const))
      shown.push(new Map(own))
    }
    await look()
    for (const [day, counts] of corrections) {
      await correct(day, counts)
      seen.push(await seenByMinistry(ask, month))
      await look()
    }
    const { found, tried } = attack(seen, identitiesOf(seen), {}, 'elimination')
    expect(tried).toBeGreaterThan(100)
    expect(found).toEqual([])
    let [told, kept] = [0, 0]
    for (const facility of corrected) {
      for (const { formula } of guardedFormulas) {
        if (formula.breakdown !== '' || (formula.definition.months ?? 1) > 1) continue
        for (const [at, known] of days.slice(0, -1).entries()) {
          const question = { indicator: formula.definition.id, facility, month, known }
          const then = (await ask(ministry).indicators.explain(question)).known!
          const figure = shown[at]!.get(facility)!.get(formula.definition.id)!
          if (then.numerator === null && then.denominator === null) {
            if (figure.state === 'suppressed') kept++
            continue
          }
          told++
          expect({ ...question, ...figure }).toMatchObject({
            state: 'counted',
            numerator: then.numerator,
            denominator: then.denominator,
          })
        }
      }
    }
    expect([told > 20, kept > 20]).toEqual([true, true])
  })
})
