import { beforeAll, expect, test } from 'vitest'
import { demonstration } from '../../seeds/demonstration.ts'
import { type Actor, systemActor } from '../../server/domain/access.ts'
import { equityGroups, hasEquity } from '../../server/domain/indicators/equity.ts'
import { indicators } from '../../server/domain/indicators/index.ts'
import { addMonths, type Month, monthAt, monthIndex } from '../../server/domain/period.ts'
import { guardedFormulas } from '../../server/domain/suppression/formula-blocks.ts'
import { startInstallation } from '../../server/services/first-start.ts'
import type { PlaceInput } from '../../server/trpc/inputs.ts'
import { attackMonths, type Said } from '../support/attack/months.ts'
import { filesFor, numberIn } from '../support/attack/seen-in-files.ts'
import { numbersIn, type Truth, truthOf } from '../support/attack/seen-over-months.ts'
import { callAs } from '../support/call-as.ts'
import { freshDatabase } from '../support/database.ts'

/** An attacker who puts months and files together: all that one reader is shown over a year and more. */

const db = await freshDatabase()
const now = new Date('2026-03-12T09:00:00Z')
const ask = (actor: Actor) => callAs(db, actor, now)
const ofCountry = (role: Actor['role']): Actor => ({ userId: 'x', role, bodyId: null, facilities: 'all' })
const facilities = () => ask(systemActor).facilities.list({ month: monthAt(last) })

const last = monthIndex('2026-02')
/** A year and two months, so that two windows of twelve months differ by months that are asked too. */
const months = { first: last - 13, last }
const ministry = ofCountry('ministry-analyst')
const file = filesFor(db, ministry, now)
let truth: Truth
let places: { where: string; place: PlaceInput; held: (month: number) => readonly string[] }[]

beforeAll(async () => {
  const request = { isEmpty: false, countryName: '', timezone: 'UTC', clock: () => now, onProgress: () => undefined }
  await startInstallation(db, demonstration, request)
  const [all, regions] = [await facilities(), await ask(systemActor).facilities.regions({ month: monthAt(last) })]
  // Windows reach two years back from the first month.
  truth = await truthOf(db, [...new Set(all.map(({ id }) => id))], { first: months.first - 24, last })
  places = [
    { where: 'country', place: { country: true }, held: (at) => truth.heldBy('', at) },
    ...regions.map(({ id, key }) => ({
      where: key,
      place: { region: key },
      held: (at: number) => truth.heldBy(id, at),
    })),
    ...all.map(({ id, key }) => ({ where: key, place: { facility: key }, held: () => [id] })),
  ]
})

/** Every figure of every place that a reader is shown in these months, as the counts that it is made of. */
async function saidTo(actor: Actor): Promise<Said[]> {
  const said: Said[] = []
  for (const { where, place, held } of places) {
    const asked = { place, from: monthAt(months.first), to: monthAt(last), withGroups: true }
    for (const { indicatorId, breakdown, readings } of (await ask(actor).indicators.series(asked)).series)
      for (const [step, { figure }] of readings.entries()) {
        const at = months.first + step
        const name = { where: `${where}, ${monthAt(at)}`, indicatorId, breakdown, month: at, facilityIds: held(at) }
        if (figure.state === 'counted') said.push(...numbersIn(truth, { ...name, ...figure }))
      }
  }
  return said
}

test('learns no small count from a year of pages, their windows and the file of each comparison', async () => {
  const said = await saidTo(ministry)
  const idOf = new Map((await facilities()).map(({ id, key }) => [key, id]))
  let rows = 0
  for (const { definition } of guardedFormulas.map(({ formula }) => formula).filter((one) => one.breakdown === ''))
    for (const at of [last - 12, last - 1, last]) {
      for (const row of await file('compare', { indicator: definition.id, month: monthAt(at) })) {
        const [numerator, denominator = null] = [numberIn(row, 'numerator'), numberIn(row, 'denominator')]
        // A facility that has closed since gave nothing to these months.
        const id = idOf.get(row.facility_key ?? '')
        if (numerator === undefined || !id) continue
        const figure = { indicatorId: definition.id, breakdown: '', month: at, facilityIds: [id] }
        said.push(...numbersIn(truth, { where: `compare.csv of ${monthAt(at)}`, ...figure, numerator, denominator }))
        rows++
      }
    }
  expect([said.length > 10_000, rows > 1000]).toEqual([true, true])
  const { learnt, tried, used } = attackMonths(truth.facilities, said)
  expect([tried > 10_000, used > 500]).toEqual([true, true])
  expect(learnt).toEqual([])
})

test('learns thousands from what the inspectorate is shown', async () => {
  const { learnt } = attackMonths(truth.facilities, await saidTo(ofCountry('lead-inspector')))
  expect(learnt.length).toBeGreaterThan(1000)
})

test('finds no number in the file of groups that the months shown do not add up to', async () => {
  let told = 0
  for (const definition of indicators.filter(hasEquity)) {
    const to = monthAt(last)
    const asked = {
      place: { country: true as const },
      indicators: [definition.id],
      from: addMonths(to, -11),
      to,
      withGroups: true,
    }
    const { series } = await ask(ministry).indicators.series(asked)
    const shown = new Map(series.map(({ breakdown, readings }) => [breakdown, readings.map(({ figure }) => figure)]))
    for (const row of await file('equity', { indicator: definition.id, month: to })) {
      if (numberIn(row, 'numerator') === undefined) continue
      told++
      const { dimension, codes } = equityGroups.find(({ id }) => id === row.group)!
      const own = codes.map((code) => shown.get(`${dimension}:${code}`)!)
      const used = own[0]!.map((_, at) => own.every((figures) => figures[at]!.state !== 'suppressed'))
      expect(numberIn(row, 'months_used')).toBeLessThanOrEqual(used.filter(Boolean).length)
      const all = own.flatMap((figures) =>
        figures.flatMap((one, at) => (used[at] && one.state === 'counted' ? [one] : [])),
      )
      expect(numberIn(row, 'numerator')).toBeLessThanOrEqual(all.reduce((sum, one) => sum + one.numerator, 0))
    }
  }
  expect(told).toBeGreaterThan(20)
})

test('finds no value in the file of a chart that the page of its place does not show', async () => {
  const withheld = guardedFormulas.filter(({ formula }) => formula.breakdown === '').map(({ formula }) => formula)
  let [shownValues, hidden] = [0, 0]
  for (const { where, place } of places.slice(-3))
    for (const { definition } of withheld) {
      const asked = { place, indicators: [definition.id], from: monthAt(months.first), to: monthAt(last) }
      const { readings } = (await ask(ministry).indicators.series(asked)).series[0]!
      const rows = await file('facilityChart', { month: monthAt(last) }, { key: where, indicator: definition.id })
      const byMonth = new Map(rows.map((row) => [row.month, row]))
      for (const [step, { figure }] of readings.entries()) {
        const row = byMonth.get(monthAt(months.first + step)) ?? {}
        const values = Object.keys(row).flatMap((column) =>
          column.endsWith(': value') ? (numberIn(row, column) ?? []) : [],
        )
        if (figure.state === 'counted') shownValues += values.length
        else {
          if (figure.state === 'suppressed') hidden++
          expect([where, definition.id, step, values]).toEqual([where, definition.id, step, []])
        }
      }
    }
  expect([shownValues > 100, hidden > 100]).toEqual([true, true])
})

test('finds no number in the files of the population and of releases that the figures shown do not make up', async () => {
  const country = { country: true } as const
  const asked = { place: country, from: monthAt(last - 35), to: monthAt(last) }
  const { series } = await ask(ministry).indicators.series(asked)
  const figuresOf = new Map(
    series.map(({ indicatorId, readings }) => [indicatorId, readings.map(({ figure }) => figure)]),
  )
  const isNear = (one: number) => (other: number) => Math.abs(one - other) < 1e-6
  let told = 0
  for (const row of await file('population', { month: monthAt(last) })) {
    const at = 35 - (last - monthIndex(row.month as Month))
    const shown = [...figuresOf.values()].flatMap((figures) => {
      const figure = figures[at]
      return figure?.state === 'counted' ? [figure.value, figure.numerator, figure.denominator ?? 0] : []
    })
    for (const column of Object.keys(row).filter((one) => one.endsWith(': value'))) {
      const value = numberIn(row, column)
      if (value === undefined) continue
      told++
      expect([row.month, column, shown.some(isNear(value))]).toEqual([row.month, column, true])
    }
  }
  const years = [...figuresOf.values()].map((figures) => {
    const known = figures
      .slice(-12)
      .flatMap((one) => (one.state === 'counted' && one.denominator !== null ? [one] : []))
    const sum = (side: 'numerator' | 'denominator') => known.reduce((all, one) => all + (one[side] ?? 0), 0)
    return (100 * sum('numerator')) / sum('denominator')
  })
  for (const row of await file('transition', { month: monthAt(last) })) {
    const value = numberIn(row, 'value')
    if (value === undefined) continue
    told++
    expect([row.id, years.some(isNear(value))]).toEqual([row.id, true])
  }
  expect(told).toBeGreaterThan(50)
})
