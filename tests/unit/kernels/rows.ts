import type { Cell } from '../../../server/domain/kernels/columns.ts'
import type { RecordId } from '../../../server/domain/records/index.ts'

/** Rows of records as a test writes them down. */
export type Rows = Partial<Record<RecordId, Readonly<Record<string, Cell>>[]>>
