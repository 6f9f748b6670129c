import { desc, eq } from 'drizzle-orm'
import type { Tx } from '../client.ts'
import { imports } from '../schema/index.ts'

const shown = {
  id: imports.id,
  kind: imports.kind,
  source: imports.source,
  fileName: imports.fileName,
  fileBytes: imports.fileBytes,
  fileSha256: imports.fileSha256,
  rowsRead: imports.rowsRead,
  rowsGood: imports.rowsGood,
  rowsBad: imports.rowsBad,
  duplicates: imports.duplicates,
  unchanged: imports.unchanged,
  superseded: imports.superseded,
  by: imports.by,
  acceptedAt: imports.acceptedAt,
}

/** Files that were taken in, the latest first. Row-level security keeps them to country-wide places. */
export function listImports(tx: Tx, limit: number) {
  return tx.select(shown).from(imports).orderBy(desc(imports.acceptedAt)).limit(limit)
}

export async function findImport(tx: Tx, id: string) {
  const [row] = await tx
    .select({ ...shown, mapping: imports.mapping })
    .from(imports)
    .where(eq(imports.id, id))
  return row
}
