import type { outcomes } from '../../server/domain/audit/entry.ts'

/** Entries on one page of the record. */
export const entriesAPage = 100

/** What an address asks of the record: `?person=…&action=…&outcome=…&from=…&to=…&object=…&before=…`; what is empty is not asked. */
export function auditFilterIn(search: URLSearchParams) {
  const text = (name: string) => search.get(name)?.trim() || undefined
  return {
    person: text('person'),
    action: text('action'),
    // What is none of these is passed on as it is, and refused where it is understood.
    outcome: text('outcome') as (typeof outcomes)[number] | undefined,
    from: text('from'),
    to: text('to'),
    object: text('object'),
    before: text('before'),
  }
}

/** The names of the filter's fields in the address. */
export const auditFields = ['person', 'action', 'outcome', 'from', 'to', 'object', 'before']
