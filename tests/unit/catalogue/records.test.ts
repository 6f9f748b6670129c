import { describe, expect, test } from 'vitest'
import { codeFaults, recordFaults } from '../../../server/domain/catalogue/records.ts'
import { measures } from '../../../server/domain/measures/index.ts'
import { codeLists } from '../../../server/domain/records/codes.ts'
import { code, commonFields, key, record, text, yesNo } from '../../../server/domain/records/define.ts'
import { fieldsOf, findField, findRecord, records } from '../../../server/domain/records/index.ts'
import {
  audienceRules,
  forbiddenFieldNames,
  withheldFromDirector,
} from '../../../server/domain/records/personal-data.ts'

test('52 record types, and the 421 fields of the source with the 4 that corrections add; one more for what the country signs', () => {
  const ofSource = records.filter(({ id }) => id !== 'national_attestation')
  expect([records.length, ofSource.length]).toEqual([53, 52])
  expect(ofSource.flatMap(({ fields }) => Object.keys(fields))).toHaveLength(421 + 4)
})

test('91 code lists of the source, one that a correction adds, and two of how long something lasts', () => {
  expect(Object.keys(codeLists)).toHaveLength(91 + 1 + 2)
})

test('a line of a return names a measure that can be returned', () => {
  expect(codeLists.b_measure).toEqual(measures.filter(({ origin }) => origin === 'both').map(({ id }) => id))
})

test.each([
  ['admission_kind', 'return_from_court_hospital'],
  ['absence_kind', 'escape'],
  ['incident_role', 'witness'],
  ['health_opinion', 'no_objection'],
  ['contact_group', 'religious'],
  ['programme_kind', 'faith_or_culture'],
] as const)('corrections take from %s the code %s', (list, dropped) => {
  expect(codeLists[list]).not.toContain(dropped)
})

test.each([
  ['health_opinion', 'concern_reported'],
  ['searcher_role', 'custody_same_sex_medically_trained'],
  ['search_kind', 'cell'],
  ['placement_reason', 'sentence'],
] as const)('corrections add to %s the code %s', (list, added) => {
  expect(codeLists[list]).toContain(added)
})

test('one custody runs across transfers', () => {
  expect(findField('stay.custody_key')).toMatchObject({ kind: 'key', required: true })
})

test('complaints and referrals carry a moment, for alerts that run on hours', () => {
  expect(findField('complaint.lodged_at')).toMatchObject({ kind: 'moment', required: true })
  expect(findField('complaint.referred_independent_at')).toMatchObject({ kind: 'moment', required: false })
})

test('of a legal contact only the day is held', () => {
  expect(findRecord('contact_event')?.conditions).toContainEqual({
    field: 'with_group',
    is: 'legal',
    empty: ['requested_at', 'happened_at', 'minutes'],
  })
})

test('records of the system level stand for no facility', () => {
  expect(fieldsOf(findRecord('population_reference')!)).not.toHaveProperty('facility_id')
  expect(fieldsOf(findRecord('stay')!)).toHaveProperty('facility_id')
})

test.each(['full_name', 'family_name', 'date_of_birth', 'street', 'diagnosis', 'notes', 'staff_notes', 'religion'])(
  'no record may have the field %s',
  (name) => expect(name).toMatch(forbiddenFieldNames),
)

test.each(['birth_year_month', 'person_key', 'notified_at', 'topic'])('%s is a lawful field', (name) =>
  expect(name).not.toMatch(forbiddenFieldNames),
)

test('what is withheld from an audience exists', () => {
  const paths = [
    ...Object.values(audienceRules).flatMap(({ withheld = [] }) => withheld),
    ...withheldFromDirector.fields,
  ]
  expect(paths.filter((path) => findField(path) === undefined)).toEqual([])
  expect(codeLists.complaint_channel).toEqual(expect.arrayContaining([...withheldFromDirector.channels]))
})

describe('faults are named with file and id', () => {
  const good = record({
    id: 'pet',
    madeOf: ['events'],
    level: 'person',
    unique: ['pet_key'],
    fields: { pet_key: key(), kind: code('sex'), calm: yesNo() },
    conditions: [{ field: 'kind', is: 'female', needs: ['calm'] }],
  })
  const fieldWords = { pet_key: { label: 'Key' }, kind: { label: 'Kind' }, calm: { label: 'Calm' } }
  const words = { pet: { title: 'Pet', describes: 'A pet', grain: 'One row a pet', fields: fieldWords } }
  type Broken = Parameters<typeof recordFaults>[0]['families'][string][number]
  const faults = (entry: Broken, more = {}) =>
    recordFaults({ families: { pets: [entry] }, words, lists: codeLists, commonFields, ...more })
  const withField = (name: string, field: ReturnType<typeof text>): Broken => ({
    ...(good as Broken),
    fields: { ...good.fields, [name]: field },
  })
  const own = (fault: string) => ({ file: 'server/domain/records/pets.ts', id: 'pet', fault })

  test('a good record has none', () => {
    expect(faults(good)).toEqual([])
  })

  test.each([
    [{ ...good, unique: ['nothing'] }, own("names 'nothing', which is no field of it")],
    [{ ...good, inOrder: [['kind', 'then']] }, own("names 'then', which is no field of it")],
    [
      { ...good, conditions: [{ field: 'kind', is: 'dog' }] },
      own("a condition on 'kind' names the unknown code 'dog'"),
    ],
    [{ ...good, conditions: [{ field: 'calm', is: 'yes' }] }, own("a condition on 'calm' is not true or false")],
    [withField('remarks_text', text()), own("'remarks_text' is free text on a record of a person")],
    [withField('family_name', key()), own("'family_name' may not be collected about a person")],
    [withField('owner', key('stay.nobody')), own("'owner' points at the unknown field 'stay.nobody'")],
    [
      withField('colour', { ...code('sex'), list: 'colours' as 'sex' }),
      own("'colour' names the unknown list 'colours'"),
    ],
  ] as [Broken, object][])('case %#', (entry, fault) => {
    expect(faults(entry)).toContainEqual(fault)
  })

  test('a field without words, and words without a field', () => {
    const { calm: _, ...less } = fieldWords
    const changed = { pet: { ...words.pet, fields: { ...less, tail: { label: 'Tail' } } } }
    const file = 'server/domain/records/words.en.ts'
    expect(faults(good, { words: changed })).toEqual([
      { file, id: 'pet.calm', fault: 'has no words' },
      { file, id: 'pet.tail', fault: 'words without a definition' },
    ])
  })

  test('codes', () => {
    const lists = { colour: ['red', 'red', 'blue'], empty: [] }
    expect(codeFaults(lists, { colour: { red: 'Red', green: 'Green' } }, [])).toEqual([
      { file: 'server/domain/records/codes.ts', id: 'colour.red', fault: 'is written twice' },
      { file: 'server/domain/records/codes.en.ts', id: 'colour.blue', fault: 'has no words' },
      { file: 'server/domain/records/codes.en.ts', id: 'colour.green', fault: 'words without a code' },
      { file: 'server/domain/records/codes.ts', id: 'empty', fault: 'has no codes' },
    ])
  })
})
