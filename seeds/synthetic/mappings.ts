import { type Mapping, mappingSchema } from '../../server/domain/imports/mapping.ts'
import { givenFields } from '../../server/domain/imports/record-row.ts'
import { findRecord, type RecordId } from '../../server/domain/records/index.ts'
import type { RecordGroup } from './records/periods.ts'
import { columnsOfPart, type Part } from './returns.ts'

/** The key space of the invented service's files. */
const source = 'prison-service'

const facility = { by: 'key', key: 'facility' }

const titles: Record<Part, string> = {
  core: 'Monthly return',
  extended: 'Extended return',
  groups: 'Half-yearly return by group',
}

/** How the files of one part of the return are read: their columns are called by our own ids. */
export function returnMapping(part: Part): Mapping {
  return mappingSchema.parse({
    version: 1,
    kind: 'monthly-measures',
    title: titles[part],
    source,
    facility,
    period: { column: 'month' },
    measures: columnsOfPart(part).map(({ name }) => ({ measure: name, column: name })),
    words: { notApplicable: ['n/a'], nothingToReport: ['none'] },
  })
}

/** Whether the records of a group are of facilities, and not of the country. */
export function isOfPlaces({ types }: RecordGroup): boolean {
  return findRecord(types[0]!)!.level !== 'system'
}

/** The fields of a record type that its files hold: all but the facility's, which the mapping finds, and corrections. */
function recordFields(recordId: RecordId): string[] {
  return givenFields(findRecord(recordId)!)
    .map(([name]) => name)
    .filter((name) => name !== 'supersedes')
}

/** The columns of a file of records: the fields of all its types. */
export function recordColumns({ types }: RecordGroup): string[] {
  return [...new Set(types.flatMap(recordFields))]
}

/** How a file of records is read: its columns are called by our own ids, and its keys are random surrogates. */
export function recordMapping(group: RecordGroup): Mapping {
  const { name, from, types, isWithoutMonths } = group
  return mappingSchema.parse({
    version: 1,
    kind: 'records',
    title: `Records: ${name.replaceAll('-', ' ')}`,
    source,
    ...(isOfPlaces(group) ? { facility } : {}),
    ...(isWithoutMonths ? {} : { covers: { from, facilities: 'in-file' } }),
    times: { zone: 'UTC' },
    records: types.map((record) => ({
      record,
      where: { record },
      fields: Object.fromEntries(recordFields(record).map((field) => [field, field])),
    })),
  })
}

export const registerMapping = mappingSchema.parse({
  version: 1,
  kind: 'facility-register',
  title: 'Register of places of detention',
  source,
  key: 'key',
  fields: {
    name: 'name',
    region: 'region',
    operator: 'operator',
    securityLevel: 'security',
    regime: 'regime',
    holdsSex: 'holds',
    holdsChildren: 'children',
    prisonHealthAuthority: 'health',
    timezone: { constant: 'UTC' },
    dataMode: { constant: 'B' },
    latitude: 'latitude',
    longitude: 'longitude',
    validFrom: 'from',
    validTo: 'to',
    event: 'event',
  },
})

export const certificateMapping = mappingSchema.parse({
  version: 1,
  kind: 'capacity-certificates',
  title: 'Capacity certificates',
  source,
  facility,
  fields: {
    certifiedPlaces: 'places',
    spaceStandardM2Multi: 'm2_shared',
    spaceStandardM2Single: 'm2_single',
    countsSpecialPlaces: { constant: 'no' },
    issuedBy: { constant: 'Inspectorate of Buildings' },
    issuedOn: 'from',
    validFrom: 'from',
    evidenceRef: 'evidence',
  },
})
