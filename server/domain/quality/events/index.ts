import { claimedAndVerified, complaintDates, contactInsideStay, insideStay, releaseAndPlan } from './dates.ts'
import type { EventCheck } from './define.ts'
import { lateEntries } from './entries.ts'
import { agePlausible, deathClosesStay, pregnancyAgrees, sexAndUnit } from './people.ts'
import {
  hiddenSeparation,
  lockUpWithoutLabel,
  peopleAndBeds,
  placementAndCell,
  placementInsideStay,
  placementsMerged,
} from './separation.ts'
import { staffOnRecord } from './staff.ts'
import { nightCover, onePlaceAtATime, rollAndStays, statusTiling } from './stays.ts'
import { transfersMatch } from './transfers.ts'

/** The checks that run over the records of a facility, in the order of their numbers. */
export const eventChecks: readonly EventCheck[] = [
  rollAndStays,
  onePlaceAtATime,
  transfersMatch,
  insideStay,
  placementInsideStay,
  placementsMerged,
  placementAndCell,
  hiddenSeparation,
  lockUpWithoutLabel,
  nightCover,
  peopleAndBeds,
  lateEntries,
  deathClosesStay,
  releaseAndPlan,
  statusTiling,
  agePlausible,
  sexAndUnit,
  pregnancyAgrees,
  contactInsideStay,
  complaintDates,
  staffOnRecord,
  claimedAndVerified,
]
