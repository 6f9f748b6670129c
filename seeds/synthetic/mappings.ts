import { type Mapping, mappingSchema } from '../../server/domain/imports/mapping.ts'
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
