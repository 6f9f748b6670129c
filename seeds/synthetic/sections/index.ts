import type { FacilityMonth } from '../country.ts'
import { keepFamilies } from '../records/families.ts'
import { writeDown } from '../records/month.ts'
import { keepPlacements } from '../records/placements.ts'
import { openSheet, type Sheet } from '../sheet.ts'
import { caseManagement } from './case.ts'
import { complaints } from './complaints.ts'
import { conditions } from './conditions.ts'
import { contact } from './contact.ts'
import { discipline } from './discipline.ts'
import { health } from './health.ts'
import { justice } from './justice.ts'
import { population } from './population.ts'
import { programmes } from './programmes.ts'
import { release } from './release.ts'
import { safety } from './safety.ts'
import { separation } from './separation.ts'
import { staff } from './staff.ts'
import { women } from './women.ts'

/** The sections of a return in the order in which they can be filled in: each draws on those before it. */
const sections: readonly ((sheet: Sheet) => void)[] = [
  population,
  conditions,
  separation,
  justice,
  contact,
  programmes,
  caseManagement,
  release,
  health,
  safety,
  discipline,
  complaints,
  women,
  staff,
]

/** The whole return of one facility and month. */
export function fillIn(at: FacilityMonth): Sheet {
  const sheet = openSheet(at)
  if (at.custody) {
    keepFamilies(at)
    keepPlacements(at)
  }
  for (const section of sections) section(sheet)
  if (at.custody) writeDown(sheet)
  return sheet
}
