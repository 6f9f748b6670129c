import type { Tx } from '../../db/client.ts'
import { saveBodies } from '../../db/queries/people.ts'

/** The bodies of every installation. They are told apart by their keys; a country may call them as it likes. */
const first = [
  { key: 'administration', kind: 'administration', name: 'Prison administration' },
  { key: 'inspectorate', kind: 'inspectorate', name: 'Inspectorate' },
  { key: 'npm', kind: 'npm', name: 'National preventive mechanism' },
] as const

/** Sees to it that the three bodies are there. */
export async function prepareBodies(tx: Tx): Promise<void> {
  await saveBodies(tx, first)
}
