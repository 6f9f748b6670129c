import { monthOf, parseDay } from '../period.ts'
import type { Cell } from './cells.ts'
import { anyText, checkedFields, dayIn, numberIn, yesOrNo } from './checked-fields.ts'
import type { FacilityLookup } from './facility-lookup.ts'
import { type Fault, reason } from './faults.ts'
import { columnsOf } from './field-reader.ts'
import type { ColumnName } from './fields.ts'
import type { Header } from './header.ts'
import type { CertificatesMapping } from './mapping.ts'
import { rowFacilityReader } from './row-facility.ts'

/** What a certificate says; places as whole numbers, square metres a person, dates as YYYY-MM-DD, the window half-open. */
export type CertificateFields = {
  certifiedPlaces: number
  spaceStandardM2Multi: number
  spaceStandardM2Single: number
  countsSpecialPlaces: boolean
  issuedBy: string
  issuedOn: string
  validFrom: string
  validTo: string
  evidenceRef: string
}

const needed = ['certifiedPlaces', 'issuedBy', 'issuedOn', 'validFrom', 'evidenceRef'] as const

export interface CertificateRow {
  line: number
  facilityId: string
  fields: Partial<CertificateFields> & Pick<CertificateFields, (typeof needed)[number]>
}

/** The columns that a file of certificates must have. */
export function certificateColumns(mapping: CertificatesMapping): ColumnName[] {
  return [...columnsOf(mapping.facility.key), ...Object.values(mapping.fields).flatMap(columnsOf)]
}

/** Reads the rows of a file of certificates: a good row, or everything that is wrong with it. */
export function certificateReader(
  mapping: CertificatesMapping,
  header: Header,
  lookup: FacilityLookup,
): (cells: readonly Cell[], line: number) => CertificateRow | Fault[] {
  const { file, source } = mapping
  const facility = rowFacilityReader({ ...mapping.facility, unknown: 'refuse' }, source, header, file.nullWords, lookup)
  const checks = {
    certifiedPlaces: numberIn(file, 0, 1_000_000, true),
    spaceStandardM2Multi: numberIn(file, 0, 1_000),
    spaceStandardM2Single: numberIn(file, 0, 1_000),
    countsSpecialPlaces: yesOrNo,
    issuedBy: anyText,
    issuedOn: dayIn(file),
    validFrom: dayIn(file),
    validTo: dayIn(file),
    evidenceRef: anyText,
  }
  const readFields = checkedFields<CertificateFields>(mapping.fields, checks, needed, header, file.nullWords)
  return (cells, line) => {
    const faults: Fault[] = []
    const fields = readFields(cells, line, faults)
    const start = fields.validFrom ? parseDay(fields.validFrom) : undefined
    const whose = facility.read(cells, start && monthOf(start))
    if ('id' in whose) faults.push({ line, column: facility.label, value: facility.keyText(cells), reason: whose })
    if (fields.validFrom && fields.validTo && fields.validTo <= fields.validFrom) {
      faults.push({
        line,
        column: 'validTo',
        value: fields.validTo,
        reason: reason('cell.reversed', { from: fields.validFrom }),
      })
    }
    const told = faults.map((fault) => withoutEvidence(fault, mapping))
    if (told.length > 0 || !('known' in whose)) return told
    return { line, facilityId: whose.known.id, fields: fields as CertificateRow['fields'] }
  }
}

/** A certificate is a legal fact: an empty reference to its evidence is told as what it is. */
function withoutEvidence(fault: Fault, mapping: CertificatesMapping): Fault {
  const isEvidence = columnsOf(mapping.fields.evidenceRef)
    .flat()
    .includes(fault.column ?? '')
  return isEvidence && fault.reason.id === 'cell.empty'
    ? { ...fault, reason: reason('certificate.no-evidence') }
    : fault
}
