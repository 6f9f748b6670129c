import type { FamilyWords } from './define.ts'
import type { facilityRecords } from './facility.ts'

/** The English words of these record types and their fields. */
export const facilityRecordWords: FamilyWords<typeof facilityRecords> = {
  facility: {
    title: 'Facility',
    describes: 'Reference row for one place of detention; versioned by validity dates',
    grain: 'One row per facility per version',
    fields: {
      facility_id: { label: 'Facility', meaning: 'Stable national code, never re-used' },
      name: { label: 'Name', meaning: 'Published name' },
      region: { label: 'Region', meaning: 'First-level administrative area' },
      operator: { label: 'Operator', meaning: 'Who runs it' },
      security_level: { label: 'Security level', meaning: 'Highest level held' },
      regime: { label: 'Regime' },
      holds_sex: { label: 'Holds', meaning: 'Whom it may lawfully hold' },
      holds_children: { label: 'Holds children', meaning: 'True if anyone under 18 may be held' },
      prison_health_authority: { label: 'Prison health authority', meaning: 'Ministry answerable for health care' },
      timezone: { label: 'Timezone', meaning: 'IANA zone; every day boundary is computed in it' },
      data_mode: { label: 'Data mode', meaning: 'Which kind of data the facility sends in the period' },
      valid_from: { label: 'Valid from' },
      valid_to: { label: 'Valid to', meaning: 'Empty while current' },
    },
    rules: ['A change of security level or regime starts a new version; history is never overwritten.'],
  },
  capacity_certificate: {
    title: 'Capacity certificate',
    describes:
      'What the facility is certified to hold and on what space standard; capacity is a versioned legal fact, not a field staff can edit',
    grain: 'One row per facility per certificate',
    fields: {
      certificate_id: { label: 'Certificate id' },
      certified_places: {
        label: 'Certified places',
        meaning: 'Places the competent authority certified for normal use',
      },
      space_standard_m2_multi: {
        label: 'Space standard, shared cells (m²)',
        meaning: 'm² per person assumed for shared cells, sanitary annexe excluded',
      },
      space_standard_m2_single: {
        label: 'Space standard, single cells (m²)',
        meaning: 'm² assumed for single cells, sanitary annexe excluded',
      },
      counts_special_places: {
        label: 'Counts special places',
        meaning: 'True if infirmary, reception or segregation places are included',
      },
      issued_by: { label: 'Issued by', meaning: 'Office that certified' },
      issued_on: { label: 'Issued on' },
      valid_from: { label: 'Valid from' },
      valid_to: { label: 'Valid to' },
      evidence_ref: { label: 'Evidence reference', meaning: 'Document reference' },
    },
    rules: [
      'Certified places change only by a new certificate with its evidence; a rise of more than 5% without new cells or area is flagged as capacity inflation.',
    ],
  },
  unit: {
    title: 'Unit',
    describes: 'A housing unit or wing',
    grain: 'One row per unit',
    fields: {
      unit_id: { label: 'Unit id' },
      unit_kind: { label: 'Kind of unit' },
      designated_sex: { label: 'Designated sex' },
      toilets_installed: { label: 'Toilets installed' },
      showers_installed: { label: 'Showers installed' },
    },
  },
  cell: {
    title: 'Cell',
    describes: 'A room in which people sleep',
    grain: 'One row per cell per version',
    fields: {
      cell_id: { label: 'Cell id' },
      unit_id: { label: 'Unit id' },
      floor_area_m2: { label: 'Floor area (m²)', meaning: 'Measured floor area without the sanitary annexe' },
      certified_places: { label: 'Certified places' },
      sanitary_annexe: { label: 'Sanitary annexe' },
      window_openable: { label: 'Window openable' },
      beds: { label: 'Beds', meaning: 'Sleeping places actually fitted' },
      measured_on: { label: 'Measured on' },
      valid_from: { label: 'Valid from' },
      valid_to: { label: 'Valid to' },
    },
    rules: ['A cell certified for more than 20 places is flagged as a large dormitory.'],
  },
  regime_day: {
    title: 'Day of a unit',
    describes: 'What a unit actually delivered that day (works for sites without person-level logs)',
    grain: 'One row per unit per day',
    fields: {
      unit_id: { label: 'Unit id' },
      day: { label: 'Day' },
      persons_present: { label: 'Persons present' },
      out_of_cell_hours: {
        label: 'Out of cell hours',
        meaning: 'Unlocked hours available to the ordinary person that day',
      },
      outdoor_offered_minutes: { label: 'Outdoor offered minutes' },
      persons_outdoors: { label: 'Persons outdoors', meaning: 'Persons who took outdoor exercise' },
      lockdown: { label: 'Lockdown', meaning: 'Unit confined for any non-individual reason' },
      lockdown_reason: { label: 'Lockdown reason' },
      water_hours: { label: 'Water hours', meaning: 'Hours running water was available' },
      toilets_working: { label: 'Toilets working' },
      showers_working: { label: 'Showers working' },
      shower_access_within_7d: {
        label: 'Access to a wash in 7 days',
        meaning: 'Persons who had access to a wash in the last 7 days',
      },
    },
    rules: ['Minutes offered outdoors are no more than the unlocked hours.'],
  },
}
