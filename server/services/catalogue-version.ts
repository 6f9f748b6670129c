import { createHash } from 'node:crypto'
import { catalogueText } from '../domain/engine/catalogue-version.ts'

const current = createHash('sha256').update(catalogueText()).digest('hex')

/** The catalogue that this program makes series by. */
export function currentCatalogue(): string {
  return current
}
