import { csv } from '../csv.ts'

interface Entry {
  id: string
  at: Date
  personId: string
  role: string
  assignmentId: string | null
  placeKind: string | null
  placeId: string | null
  action: string
  outcome: string
  subject: string
  reason: string | null
  requestId: string | null
}

const columns = [
  'link',
  'entry',
  'at',
  'person',
  'name',
  'role',
  'assignment',
  'place_kind',
  'place',
  'place_key',
  'action',
  'outcome',
  'subject',
  'reason',
  'request',
] as const

/** Entries of the audit as a file. A file that holds `most` entries says in its last line that there may be more. */
export function entryFile(
  rows: readonly { entry: Entry; name: string | null; placeKey: string | null; sequence: number | null }[],
  most: number,
): string {
  const lines = rows.map(({ entry, name, placeKey, sequence }) => [
    ...[sequence, entry.id, entry.at.toISOString(), entry.personId, name, entry.role, entry.assignmentId],
    ...[entry.placeKind, entry.placeId, placeKey, entry.action, entry.outcome, entry.subject, entry.reason],
    entry.requestId,
  ])
  const end =
    rows.length < most
      ? []
      : [
          [
            '#more',
            `The file ends at ${most} entries: ask for the period before ${rows.at(-1)?.entry.at.toISOString()}`,
          ],
        ]
  return csv([[...columns], ...lines, ...end])
}
