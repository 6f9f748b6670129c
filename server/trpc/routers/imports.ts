import { z } from 'zod'
import { findImport, listImports } from '../../../db/queries/imports-list.ts'
import { DomainError } from '../../domain/errors.ts'
import { permitted, router } from '../init.ts'

/** The files behind the figures. */
export const imports = router({
  list: permitted('import.read')
    .input(z.strictObject({ limit: z.number().int().min(1).max(200).default(50) }))
    .query(({ ctx, input }) => listImports(ctx.tx, input.limit)),

  get: permitted('import.read')
    .input(z.strictObject({ id: z.uuid() }))
    .query(async ({ ctx, input }) => {
      const row = await findImport(ctx.tx, input.id)
      if (!row) throw new DomainError('NOT_FOUND', 'import.none')
      return row
    }),
})
