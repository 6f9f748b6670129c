import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Database } from '../../db/client.ts'
import { mappingSchema } from '../../server/domain/imports/mapping.ts'
import { importFile } from '../../server/services/imports.ts'

const common = { version: 1, source: 'service' }
const facility = { by: 'key', key: 'facility' }
export const register = {
  ...common,
  kind: 'facility-register',
  key: 'key',
  fields: {
    name: 'name',
    region: 'region',
    validFrom: { constant: '2015-01-01' },
    timezone: { constant: 'Europe/Rome' },
  },
}
export const monthly = {
  ...common,
  kind: 'monthly-measures',
  facility,
  period: { column: 'month' },
  measures: [
    { measure: 'pop_closing', column: 'pop_closing' },
    { measure: 'sol_over15', column: 'sol_over15' },
    { measure: 'pop_closing@sex:female', column: 'women' },
  ],
}

const certificates = {
  ...common,
  kind: 'capacity-certificates',
  facility,
  fields: {
    certifiedPlaces: 'places',
    issuedBy: { constant: 'I' },
    issuedOn: 'from',
    validFrom: 'from',
    evidenceRef: 'ref',
  },
}
const moves = { ...register, fields: { ...register.fields, validFrom: 'from' } }

/** A mapping of records whose keys are hashed; `covers` as a mapping declares it. */
export function records(record: string, fields: Record<string, unknown>, lacks: string[], covers?: object) {
  return {
    ...common,
    kind: 'records',
    facility,
    times: { zone: 'Europe/Rome', withoutTime: 'midnight' },
    ...(covers ? { covers } : {}),
    records: [{ record, fields, lacks }],
  }
}

const hash = (column: string) => ({ hash: [column] })
export const stayFields = {
  stay_key: { hash: ['person', 'stay'] },
  custody_key: hash('person'),
  person_key: hash('person'),
  admitted_at: 'from',
  admission_kind: 'admission',
  released_at: 'to',
  release_kind: 'release',
}
export const stays = (covers?: object) => records('stay', stayFields, ['commitment_order_seen'], covers)
export const placements = (covers?: object) =>
  records(
    'restrictive_placement',
    {
      placement_id: hash('placement'),
      stay_key: { hash: ['person', 'stay'] },
      kind: { constant: 'disciplinary_solitary' },
      start_at: 'from',
      end_at: 'to',
      hours_in_cell_planned: { constant: '23' },
      meaningful_contact_hours_planned: { constant: '0' },
      reason_code: { constant: 'discipline' },
    },
    ['cell_id'],
    covers,
  )
export const people = (covers?: object) =>
  records(
    'person',
    {
      person_key: hash('person'),
      sex: 'sex',
      birth_year_month: 'born',
      nationality_group: { constant: 'national' },
    },
    [],
    covers,
  )
export const days = (covers?: object) =>
  records(
    'placement_day',
    { placement_id: hash('placement'), day: 'day', out_of_cell_minutes: 'out', meaningful_contact_minutes: 'contact' },
    [],
    covers,
  )

export const stayLine = 'facility,person,stay,from,to,admission,release'
export const placementLine = 'facility,placement,person,stay,from,to'

/** Steps of a country's life on file: people who come, go and are moved, are placed apart, and corrections of all of it. */
const day = (least = 1, most = 330) =>
  fc.integer({ min: least, max: most }).map((at) => new Date(Date.UTC(2023, 0, at)).toISOString().slice(0, 10))
const where = fc.constantFrom('A', 'B', 'C')
const covers = fc.option(
  fc.record({ from: fc.constantFrom('2022-11', '2023-02', '2023-04'), facilities: fc.constantFrom('in-file', 'all') }),
  { nil: undefined },
)
const number = fc.integer({ min: 1, max: 6 })
const spell = fc
  .tuple(day(), fc.option(fc.integer({ min: 1, max: 120 }), { nil: undefined }))
  .map(([from, length]) => ({
    from,
    to: length ? new Date(Date.parse(from) + length * 86_400_000).toISOString().slice(0, 10) : '',
  }))
export const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('stay' as const),
      where,
      person: number,
      stay: number,
      spell,
      covers,
      moved: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('placement' as const),
      where,
      person: number,
      stay: number,
      placement: number,
      spell,
      covers,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('day' as const),
      where,
      placement: number,
      day: day(),
      out: fc.integer({ min: 0, max: 300 }),
      covers,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('person' as const),
      where,
      person: number,
      sex: fc.constantFrom('female', 'male'),
      covers,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('return' as const),
      where,
      month: fc.integer({ min: 1, max: 9 }),
      count: fc.integer({ min: 0, max: 9 }),
    }),
  },
)

/** The same, and what befalls places: a facility moves to another region, or is certified for other numbers. */
export const anyStep = fc.oneof(
  { weight: 11, arbitrary: step },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('moves' as const),
      where,
      region: fc.constantFrom('North', 'South', 'West'),
      month: fc.integer({ min: 1, max: 9 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('certificate' as const),
      where,
      month: fc.integer({ min: 1, max: 9 }),
      places: fc.integer({ min: 1, max: 300 }),
    }),
  },
)

export type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never

/** The mapping and the lines of the file that brings a step. */
export function asFile(one: Step): [unknown, string[]] {
  switch (one.kind) {
    case 'stay': {
      const release = one.spell.to === '' ? '' : one.moved ? 'transfer_out' : 'end_of_sentence'
      const admission = one.moved ? 'transfer_in' : 'new_from_liberty'
      return [
        stays(one.covers),
        [stayLine, `${one.where},q${one.person},${one.stay},${one.spell.from},${one.spell.to},${admission},${release}`],
      ]
    }
    case 'placement':
      return [
        placements(one.covers),
        [placementLine, `${one.where},y${one.placement},q${one.person},${one.stay},${one.spell.from},${one.spell.to}`],
      ]
    case 'day':
      return [
        days(one.covers),
        ['facility,placement,day,out,contact', `${one.where},y${one.placement},${one.day},${one.out},${one.out}`],
      ]
    case 'person':
      return [people(one.covers), ['facility,person,sex,born', `${one.where},q${one.person},${one.sex},1990-03`]]
    case 'moves':
      return [moves, ['key,name,region,from', `${one.where},${one.where},${one.region},2023-0${one.month}-01`]]
    case 'certificate': {
      const from = `2023-0${one.month}-01`
      return [certificates, ['facility,places,from,ref', `${one.where},${one.places},${from},${from}`]]
    }
    case 'return':
      return [
        monthly,
        [
          'facility,month,pop_closing,sol_over15,women',
          `${one.where},2023-0${one.month},${one.count},0,${Math.min(one.count, 2)}`,
        ],
      ]
  }
}

/** Takes in the file of a step, written under `name` in `folder`; the same step is the same file. */
export function takeFile(
  db: Database,
  [mapping, lines]: ReturnType<typeof asFile>,
  folder: string,
  name: string,
  now: Date,
) {
  const path = join(folder, `${name}.csv`)
  writeFileSync(path, lines.map((line) => `${line}\n`).join(''))
  const read = mappingSchema.parse(mapping)
  return importFile(db, { path, mapping: read, by: 'tester', now, rejectsDir: folder, recordKey: 'secret' })
}
