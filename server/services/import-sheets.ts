import { basename } from 'node:path'
import type { Database } from '../../db/client.ts'
import { DomainError } from '../domain/errors.ts'
import { sheetNames } from './files/workbook.ts'
import { type ImportReport, type ImportRequest, importFile } from './imports.ts'

/**
 * Takes in a file by its mapping; of a workbook whose mapping names `each` sheet, one import a sheet, so that a sheet whose
 * rows are refused keeps no other out. Gives a report of each, in the order of the file.
 *
 * @throws DomainError INVALID as `importFile`; also where no sheet matches
 */
export async function importSheets(db: Database, request: ImportRequest): Promise<ImportReport[]> {
  const { path, mapping } = request
  const { sheet } = mapping.file
  if (typeof sheet !== 'object' || !('each' in sheet)) return [await importFile(db, request)]
  const file = basename(path)
  const names = await sheetNames(path, file, sheet.each)
  if (names.length === 0) throw new DomainError('INVALID', 'file.no-sheet', { file, sheet: sheet.each, sheets: '' })
  const reports: ImportReport[] = []
  for (const name of names)
    reports.push(await importFile(db, { ...request, mapping: { ...mapping, file: { ...mapping.file, sheet: name } } }))
  return reports
}
