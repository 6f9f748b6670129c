import { addMonths, firstDay, type Month, monthIndex } from '../../server/domain/period.ts'
import type { Column } from './columns.ts'
import type { CountryPlan } from './country.ts'
import { facilities, standing } from './facilities.ts'
import { type CountryFile, type Place, returnFile, writeLines, writeReturns } from './files.ts'
import { certificateMapping, registerMapping } from './mappings.ts'
import { openRecordFiles, type RecordFiles, writeMappings } from './records/files.ts'
import { writeNational } from './records/national.ts'
import { recordsFrom } from './records/periods.ts'
import { certificateLines, registerLines } from './register-file.ts'
import { type DrawnReturn, drawReturns, type Part, parts } from './returns.ts'
import type { Scenario } from './scenarios.ts'

/** The demonstration: thirty facilities, thirty-six months, from the number 7. */
export const demonstrationPlan: CountryPlan = {
  seed: 7,
  facilities,
  first: '2023-03',
  last: '2026-02',
  recorded: new Set(
    'DOR-03 DOR-04 DOR-05 DOR-06 KEL-01 KEL-02 KEL-03 KEL-05 OST-01 OST-02 SUL-01 SUL-04 TIR-03 QUE-01 QUE-02'.split(
      ' ',
    ),
  ),
  recordedFrom: addMonths(recordsFrom, -3),
}

/** The file that comes last and after which nothing is left to compute: where it is, the demonstration is whole. */
export const lastFileName = 'register-2026-03.csv'

/** Months in one file: the core return comes by half-years, the others by years. */
const monthsAFile: Record<Part, number> = { core: 6, extended: 12, groups: 12 }

/** The day on which the records of persons came. */
const recordsOn = '2026-03-06'

/** The files of the demonstration in the order in which they came. */
export interface DemonstrationFiles {
  /** What came before any figure was looked at. */
  ordinary: CountryFile[]
  /** A corrected return: it changes figures that were known. */
  corrected: CountryFile
  /** A change of the register that changes no figure. */
  last: CountryFile
}

/**
 * Writes all files of the demonstration, the records behind its returns among them; the same bytes every time. `onWhole` hears
 * of each ordinary file as soon as it can be taken in, those of places first.
 */
export async function writeDemonstration(
  directory: string,
  onWhole: (file: CountryFile) => void = () => {},
): Promise<DemonstrationFiles> {
  const places = [
    { name: 'register-2023-03.csv', lines: registerLines(facilities), mapping: registerMapping, on: '2023-03-01' },
    {
      name: 'certificates-2023-03.csv',
      lines: certificateLines(facilities, ({ from }) => from < '2025-01-01'),
      mapping: certificateMapping,
      on: '2023-03-02',
    },
    {
      name: 'certificates-2025-07.csv',
      lines: certificateLines(facilities, ({ from }) => from >= '2025-01-01'),
      mapping: certificateMapping,
      on: '2025-07-10',
    },
    { name: lastFileName, lines: registerLines(renamed), mapping: registerMapping, on: '2026-03-11' },
  ]
  const register: CountryFile[] = []
  for (const { name, lines, mapping, on } of places) {
    register.push({ path: await writeLines(directory, name, lines), mapping, receivedAt: at(on) })
  }
  const ordinary: CountryFile[] = []
  const add = (file: CountryFile) => {
    ordinary.push(file)
    onWhole(file)
  }
  for (const file of register.slice(0, -1)) add(file)
  const records = openRecords(directory)
  let corrected: CountryFile | undefined
  for await (const [name, part] of writeReturns(directory, demonstrationPlan, parts, placesOf, records.sink)) {
    const file = returnFile(directory, name, part, receivedAt(name))
    if (name.endsWith('-corrected.csv')) corrected = file
    else add(file)
  }
  for (const file of records.close(at(recordsOn))) add(file)
  return { ordinary, corrected: corrected!, last: register.at(-1)! }
}

/** Writes the records behind the returns of half of the facilities, with the mappings that read them. */
export function writeRecords(directory: string): CountryFile[] {
  const records = openRecords(directory)
  // The returns are drawn for the records that come with them.
  for (const _drawn of drawReturns(demonstrationPlan, records.sink));
  const files = records.close(at(recordsOn))
  writeMappings(files)
  return files
}

function openRecords(directory: string): RecordFiles {
  const records = openRecordFiles(directory, demonstrationPlan.first)
  writeNational(demonstrationPlan.seed, records.sink)
  return records
}

/** A house that takes another name in the month of the demonstration. */
const renamed = facilities
  .filter(({ key }) => key === 'KEL-05')
  .map((facility) => ({
    ...facility,
    name: 'Sarn Water House',
    opensOn: standing,
    formerName: { name: facility.name, until: firstDay('2026-03') },
  }))

function at(day: string): Date {
  return new Date(`${day}T08:00:00Z`)
}

/** Where a return is found: late ones in a file of their own, wrong ones twice, some nowhere. */
function placesOf(drawn: DrawnReturn, part: Part): Place[] {
  const file = fileOf(part, drawn.at.month)
  switch (drawn.filing?.filing) {
    case 'never':
      return []
    case 'late':
      return [{ file: `${part}-${drawn.at.month}-late.csv` }]
    case 'misreported':
      // Only the core return was wrong.
      return part === 'core'
        ? [{ ...file, answer: atFirst(drawn, drawn.filing) }, { file: `core-${drawn.at.month}-corrected.csv` }]
        : [file]
    default:
      return [file]
  }
}

function atFirst(drawn: DrawnReturn, { saidFirst }: Scenario) {
  return (column: Column) => saidFirst?.[column.name] ?? drawn.answer(column)
}

function fileOf(part: Part, month: Month): { file: string; until: Month } {
  const length = monthsAFile[part]
  const start = monthIndex(demonstrationPlan.first)
  const number = Math.floor((monthIndex(month) - start) / length)
  const first = addMonths(demonstrationPlan.first, number * length)
  const until = addMonths(first, length - 1)
  return { file: `${part}-${first}-to-${until}.csv`, until }
}

/** Ordinary returns come on the fifth of the next month, late and corrected ones in the days before the demonstration's moment. */
function receivedAt(name: string): Date {
  if (name.endsWith('-late.csv')) return at('2026-03-09')
  if (name.endsWith('-corrected.csv')) return at('2026-03-10')
  const last = /to-(\d{4}-\d{2})\.csv$/.exec(name)![1] as Month
  return at(`${addMonths(last, 1)}-05`)
}
