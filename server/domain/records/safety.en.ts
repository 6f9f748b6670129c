import type { FamilyWords } from './define.ts'
import type { safetyRecords } from './safety.ts'

/** The English words of these record types and their fields. */
export const safetyRecordWords: FamilyWords<typeof safetyRecords> = {
  incident: {
    title: 'Incident',
    describes: 'A safety event',
    grain: 'One row per incident',
    fields: {
      incident_id: { label: 'Incident id' },
      kind: { label: 'Kind' },
      happened_at: { label: 'Happened at' },
      reported_at: { label: 'Reported at' },
      unit_id: { label: 'Unit id' },
      injury_level: { label: 'Injury level' },
      referred_outside_at: { label: 'Referred outside at', meaning: 'Sent to an investigating authority' },
    },
  },
  incident_person: {
    title: 'Person in an incident',
    describes: 'Who was involved and in what role',
    grain: 'One row per incident per person',
    fields: {
      incident_id: { label: 'Incident id' },
      stay_key: { label: 'Stay key' },
      role: { label: 'Role', meaning: 'Victim, alleged author or the person alone; witnesses are never stored' },
    },
    rules: ['Witnesses are not stored.'],
  },
  force_use: {
    title: 'Use of force',
    describes: 'Use of force or restraint instrument',
    grain: 'One row per use per person',
    fields: {
      force_id: { label: 'Force id' },
      stay_key: { label: 'Stay key' },
      kind: { label: 'Kind' },
      happened_at: { label: 'Happened at' },
      reason_code: { label: 'Reason code' },
      authorised_by_role: { label: 'Authorised by role' },
      reported_to_director_at: { label: 'Reported to director at' },
      medical_check_at: { label: 'Medical check at' },
      minutes_restrained: { label: 'Minutes restrained' },
      person_state: { label: 'Person state' },
      removed_at: { label: 'Removed at' },
    },
  },
  search_event: {
    title: 'Search',
    describes: 'Searches of bodies and of cells',
    grain: 'One row per search',
    fields: {
      stay_key: { label: 'Stay key', meaning: 'Empty for a cell search that concerns nobody in particular' },
      cell_id: { label: 'Cell id', meaning: 'The cell, for a cell search' },
      kind: { label: 'Kind', meaning: 'Pat, scan, strip, body cavity or cell' },
      done_at: { label: 'Done at' },
      reason_code: { label: 'Reason code' },
      authorised_by_role: { label: 'Authorised by role' },
      searcher_role: {
        label: 'Searcher role',
        meaning:
          'A cavity search is for health staff not treating the person, or custody staff of the same sex with medical training',
      },
      found_something: { label: 'Found something' },
      record_complete: { label: 'Record complete', meaning: 'Reasons, searchers and result all recorded' },
    },
  },
}
