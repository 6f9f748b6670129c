import type { Sheet } from '../sheet.ts'
import { dayText, drawFor, write } from './book.ts'
import { countStays } from './counted.ts'
import type { Stay } from './custody.ts'
import { some, someOf, surrogate } from './draw.ts'

/** Bans on contact: as punishment within the month, and for the protection of children over its last day. */
export function writeRestrictions(sheet: Sheet): void {
  const { at } = sheet
  const draw = drawFor(at, 'restrictions')
  const { from, until } = at.days
  const there = at.custody!.held.filter((stay) => stay.from < from + 5)
  const restrict = (stay: Stay, start: number, end: number, row: Record<string, string | boolean>) =>
    write(at, 'contact_restriction', start, {
      record_id: surrogate(draw),
      stay_key: stay.key,
      start_on: dayText(at, start),
      end_on: dayText(at, end),
      ...row,
    })
  const banned = some(there, sheet.count('contact_bans_disciplinary').total, draw)
  sheet.put('contact_bans_disciplinary', banned.length)
  for (const stay of banned) {
    const start = from + 5 + Math.floor(draw.next() * 8)
    restrict(stay, start, start + 3 + Math.floor(draw.next() * 10), {
      kind: 'all_family',
      basis: draw.next() < 0.7 ? 'disciplinary' : 'security',
      individual_decision: true,
    })
  }
  const children = someOf(at.custody!.held, sheet.count('child_bans_active'), ({ person }) => person.sex, draw)
  const individual = new Set(some(children, sheet.count('child_bans_individual').total, draw))
  sheet.put('child_bans_active', countStays(at, children))
  sheet.put('child_bans_individual', countStays(at, [...individual]))
  for (const stay of children) {
    // Reviewed each month: what is not renewed ends.
    restrict(stay, Math.max(from, stay.from), until, {
      kind: 'child_visits',
      basis: individual.has(stay) ? (draw.next() < 0.6 ? 'child_protection' : 'court_order') : 'security',
      individual_decision: individual.has(stay),
    })
  }
}
