import type { Sheet } from '../sheet.ts'
import { writeActivities } from './activities.ts'
import { writeArrivals } from './arrivals.ts'
import { writeAssessments } from './assessments.ts'
import { writeDiscipline } from './discipline.ts'
import { writeHealth } from './health.ts'
import { writeFollowUps, writeReleases } from './plans.ts'
import { writeRegime } from './regime.ts'
import { writeRestrictions } from './restrictions.ts'
import { writeSafety } from './safety.ts'
import { writeSeparation } from './separation.ts'
import { writeStaff } from './staff.ts'

/**
 * Writes down the records of a month behind the counts of its return. Where a count cannot be met by the people who were
 * there, the return is put right: it says what the records hold.
 */
export function writeDown(sheet: Sheet): void {
  writeArrivals(sheet)
  writeSeparation(sheet)
  writeHealth(sheet)
  writeSafety(sheet)
  writeDiscipline(sheet)
  writeRestrictions(sheet)
  writeReleases(sheet)
  writeFollowUps(sheet)
  writeAssessments(sheet)
  writeActivities(sheet)
  writeRegime(sheet)
  writeStaff(sheet)
}
