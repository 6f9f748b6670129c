import { mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { type Facility, facilities as known } from '../../seeds/synthetic/facilities.ts'
import { writeLines } from '../../seeds/synthetic/files.ts'
import { certificateMapping, registerMapping } from '../../seeds/synthetic/mappings.ts'
import { certificateLines, csvLine, registerLines } from '../../seeds/synthetic/register-file.ts'
import { type Mapping, mappingSchema } from '../../server/domain/imports/mapping.ts'
import { slug } from '../../server/domain/imports/public-key.ts'
import { addMonths, type Month, monthsFrom } from '../../server/domain/period.ts'
import { returnAnswers, returnColumns } from './core-return.ts'

/** How large a country is measured. */
export interface CountrySize {
  facilities: number
  months: number
  /** Months in the first file of returns, whose import is measured; the rest comes in a second file. */
  measuredMonths: number
}

/** The files of a country on disk, in the order in which they go in. */
export interface CountryFiles {
  /** Register and certificates. */
  places: BenchFile[]
  measured: BenchFile
  rest: BenchFile | undefined
  /** As they stand in addresses. */
  keys: string[]
  lastMonth: Month
}

export interface BenchFile {
  path: string
  mapping: Mapping
}

/** Every country ends in the same month, before the moment of every import. */
const lastMonth: Month = '2025-12'
export const benchMoment = new Date('2026-03-12T09:00:00Z')

export const columnCount = returnColumns.length

const pieceChars = 262_144

const returnsMapping = mappingSchema.parse({
  version: 1,
  kind: 'monthly-measures',
  title: 'Core return',
  source: 'prison-service',
  facility: { by: 'key', key: 'facility' },
  period: { column: 'month' },
  measures: returnColumns.map((name) => ({ measure: name, column: name })),
  words: { notApplicable: ['n/a'], nothingToReport: ['none'] },
})

/** Writes a country of `size` to `directory`; the same bytes for the same size. */
export async function writeCountry(directory: string, size: CountrySize): Promise<CountryFiles> {
  await mkdir(directory, { recursive: true })
  const facilities = manyFacilities(size.facilities)
  const register = await writeLines(directory, 'register.csv', registerLines(facilities))
  const certificates = await writeLines(directory, 'certificates.csv', certificateLines(facilities))
  const first = addMonths(lastMonth, 1 - size.months)
  const paths: [string, string] = [join(directory, 'returns-measured.csv'), join(directory, 'returns-rest.csv')]
  await writeReturns(paths, facilities, first, addMonths(first, size.measuredMonths))
  return {
    places: [
      { path: register, mapping: registerMapping },
      { path: certificates, mapping: certificateMapping },
    ],
    measured: { path: paths[0], mapping: returnsMapping },
    rest: size.measuredMonths < size.months ? { path: paths[1], mapping: returnsMapping } : undefined,
    keys: facilities.map((facility) => slug(facility.key)),
    lastMonth,
  }
}

/** The places of the demonstration over and over, each with a key of its own. */
function manyFacilities(count: number): Facility[] {
  return Array.from({ length: count }, (_, place) => {
    const { formerName: _former, ...facility } = known[place % known.length]!
    const number = String(place + 1).padStart(4, '0')
    const certificates = facility.certificates.slice(0, 1).map((one) => ({ ...one, from: '2015-01-01' as const }))
    return { ...facility, key: `B-${number}`, name: `${facility.name} ${number}`, opensOn: '2015-01-01', certificates }
  })
}

/** Writes returns into two files: the months before `divide`, and those from it on. Drawn once: no month without those before it. */
async function writeReturns(paths: [string, string], facilities: readonly Facility[], first: Month, divide: Month) {
  const files = await Promise.all(paths.map((path) => open(path, 'w')))
  const pending = paths.map(() => csvLine(['facility', 'month', ...returnColumns]))
  for (const { month, text } of returnLines(facilities, first)) {
    const place = month < divide ? 0 : 1
    pending[place] += text
    if (pending[place]!.length < pieceChars) continue
    await files[place]!.write(pending[place]!)
    pending[place] = ''
  }
  for (const [place, file] of files.entries()) {
    await file.write(pending[place]!)
    await file.close()
  }
}

function* returnLines(facilities: readonly Facility[], first: Month): Generator<{ month: Month; text: string }> {
  const answers = facilities.map((facility, place) => returnAnswers(facility.certificates[0]!.places, place + 1))
  for (const month of monthsFrom(first, lastMonth)) {
    for (const [place, { key }] of facilities.entries()) {
      yield { month, text: csvLine([key, month, ...answers[place]!.next().value]) }
    }
  }
}
