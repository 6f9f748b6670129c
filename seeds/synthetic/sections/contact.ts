import type { MeasureId } from '../../../server/domain/measures/index.ts'
import { monthDays } from '../calendar.ts'
import { combined } from '../counts.ts'
import { contactOf, keepContacts } from '../records/contacts.ts'
import { countStays } from '../records/counted.ts'
import type { Custody, Stay } from '../records/custody.ts'
import { kilometresHome } from '../records/families.ts'
import { bad, good, type Sheet } from '../sheet.ts'

/** Visits, calls and letters, bans on them, and distance from home. */
export function contact(sheet: Sheet): void {
  const { at } = sheet
  if (at.custody) contactKnown(sheet, at.custody)
  else contactDrawn(sheet)
  const held = sheet.count('pop_closing').total
  sheet.put('contact_bans_disciplinary', sheet.draw.binomial(held, 0.05 * bad(at, 0.05)))
  sheet.part('child_bans_individual', sheet.part('child_bans_active', 'pop_closing', 0.01), good(at, 0.85))
}

/** Visits and calls as the records have them, and who had none for ninety days. */
function contactKnown(sheet: Sheet, { held }: Custody): void {
  const { at } = sheet
  const last = at.days.until - 1
  const put = (id: MeasureId, stays: readonly Stay[]) => sheet.put(id, countStays(at, stays))
  const { visits, open, refused, calls } = keepContacts(at)
  put('visits_done', visits)
  put('visits_open', open)
  put('visits_refused', refused)
  put('calls_done', calls)
  const present = held.filter(({ custodyFrom }) => custodyFrom <= last - 90)
  const parents = present.filter(({ person }) => person.hasChild)
  put('persons_present_90d', present)
  put(
    'persons_visited_90d',
    present.filter((stay) => contactOf(at, stay).visit > last - 90),
  )
  put(
    'persons_no_contact_90d',
    present.filter((stay) => contactOf(at, stay).any <= last - 90),
  )
  put('parents_present_90d', parents)
  put(
    'parents_child_visit_90d',
    parents.filter((stay) => contactOf(at, stay).child > last - 90),
  )
  const homes = held.map((stay) => ({ stay, far: kilometresHome(at, stay) }))
  put(
    'home_known',
    homes.filter(({ far }) => far !== undefined).map(({ stay }) => stay),
  )
  put(
    'home_far',
    homes.filter(({ far = 0 }) => far > 150).map(({ stay }) => stay),
  )
}

function contactDrawn(sheet: Sheet): void {
  const { at } = sheet
  const { contactLean: lean, stay } = at.traits
  const settled = Math.exp(-3 / (stay.sentenced_final + stay.pretrial))
  const present = sheet.part('persons_present_90d', 'pop_closing', settled * 0.9)
  const visited = sheet.part('persons_visited_90d', present, good(at, 0.68), lean)
  // Those without visits may still call or write; people from abroad less often.
  const alone = combined(present, visited, -1)
  const turned = Object.fromEntries(Object.entries(lean.nationality_group ?? {}).map(([code, by]) => [code, 1 / by]))
  sheet.part('persons_no_contact_90d', alone, bad(at, 0.16), { nationality_group: turned })
  const parents = sheet.part('parents_present_90d', present, 0.42)
  sheet.part('parents_child_visit_90d', parents, good(at, 0.38))
  const visits = sheet.events('visits_done', visited, 0.16 * monthDays(at.month).visiting)
  sheet.part('visits_open', visits, good(at, 0.8))
  sheet.events('visits_refused', visited, 0.1 * bad(at, 0.3))
  sheet.events('calls_done', 'pop_closing', 5.5 * good(at, 0.6))
  sheet.part('home_far', sheet.part('home_known', 'pop_closing', 0.95), at.facility.kind === 'remand' ? 0.12 : 0.34)
}
