import type { FamilyWords } from './define.ts'
import type { stayRecords } from './stay.ts'

/** The English words of these record types and their fields. */
export const stayRecordWords: FamilyWords<typeof stayRecords> = {
  person: {
    title: 'Person',
    describes: 'Pseudonymous person attributes, as few as needed',
    grain: 'One row per person',
    fields: {
      person_key: {
        label: 'Person key',
        meaning: 'Random surrogate issued by the key service; never derived from name or prison number by plain hash',
      },
      sex: { label: 'Sex', meaning: 'As recorded in law or self-identified, per national policy' },
      birth_year_month: { label: 'Month of birth', meaning: 'YYYY-MM only' },
      nationality_group: { label: 'Nationality group' },
      home_area: { label: 'Home area', meaning: 'Coarse area code used only to compute distance' },
      language_group: { label: 'Language group', meaning: 'Whether interpretation is needed' },
      has_child_under_18: { label: 'Has child under 18', meaning: 'Asked on admission (Bangkok Rule 3)' },
      education_level: { label: 'Education level', meaning: 'Self-reported on admission' },
      group_status: {
        label: 'Group status',
        meaning: 'Belongs to a minority or indigenous group, only where law allows and the person self-declares',
      },
    },
    rules: ['Age is computed on the reference day and never stored.'],
  },
  person_flag: {
    title: 'Protective flag',
    describes:
      'Time-bound protective flags; health-sourced flags are visible to the health role only and to others just as a yes/no exclusion',
    grain: 'One row per flag spell',
    fields: {
      person_key: { label: 'Person key' },
      flag: { label: 'Flag' },
      start_on: { label: 'Start on' },
      end_on: { label: 'End on' },
      flag_source: { label: 'Flag source' },
      restricted: { label: 'Restricted', meaning: 'True hides the reason from non-health roles' },
    },
    rules: [
      'A spell of pregnancy is no longer than 310 days.',
      'That solitary would harm health is said by health staff only.',
    ],
  },
  stay: {
    title: 'Stay',
    describes: 'One continuous custody stay in one facility',
    grain: 'One row per person per facility stay',
    fields: {
      stay_key: { label: 'Stay key' },
      custody_key: {
        label: 'Custody key',
        meaning: 'One unbroken custody across transfers; pretrial spells, waits, plans and 90-day windows run on it',
      },
      person_key: { label: 'Person key' },
      admitted_at: { label: 'Admitted at' },
      admission_kind: { label: 'Admission kind', meaning: 'From liberty, by transfer, on recall or after an escape' },
      commitment_order_seen: { label: 'Commitment order seen', meaning: 'A valid order was checked at reception' },
      order_valid_until: { label: 'Order valid until', meaning: 'Date to which the current order authorises custody' },
      info_given_at: { label: 'Information given at', meaning: 'Written and oral information provided (NMR 54-55)' },
      family_informed_at: {
        label: 'Family informed at',
        meaning: 'When the person was able to tell family or a contact person',
      },
      consular_offer_at: {
        label: 'Consular offer at',
        meaning: 'Foreign nationals: right to contact a consulate explained',
      },
      child_arrangement: {
        label: 'Child arrangement',
        meaning: 'Women and other sole carers: chance to arrange care on admission',
      },
      expected_release_on: { label: 'Expected release on', meaning: 'Earliest lawful release date now known' },
      lawful_release_on: { label: 'Lawful release on', meaning: 'Date on which custody must end' },
      released_at: { label: 'Released at' },
      release_kind: { label: 'Release kind' },
      notice_days: { label: 'Notice days', meaning: 'Days between the release decision becoming known and release' },
      distance_home_km: {
        label: 'Distance from home (km)',
        meaning: 'Road or straight-line distance by declared method',
      },
    },
    rules: [
      'Stays of one person never overlap; an arrival by transfer has its departure elsewhere within 48 hours, with the same custody key.',
    ],
  },
  legal_status_spell: {
    title: 'Legal status spell',
    describes: 'Legal basis of custody over time',
    grain: 'One row per status spell',
    fields: {
      stay_key: { label: 'Stay key' },
      status: { label: 'Status' },
      start_on: { label: 'Start on' },
      end_on: { label: 'End on' },
      offence_group: { label: 'Offence group', meaning: 'ICCS level 1 only' },
      sentence_days: {
        label: 'Sentence days',
        meaning: 'Imposed term for sentenced spells; empty for life or indeterminate',
      },
      indeterminate: { label: 'Indeterminate' },
      conditional_release_eligible_on: { label: 'Conditional release eligible on' },
      conditional_release_decided_on: { label: 'Conditional release decided on' },
      conditional_release_result: { label: 'Conditional release result' },
      national_limit_on: {
        label: 'National limit on',
        meaning: 'Last day pretrial detention is lawful under national law, if any',
      },
    },
    rules: ['Spells of one stay follow each other without gap or overlap.'],
  },
  housing_allocation: {
    title: 'Housing allocation',
    describes: 'Who slept where',
    grain: 'One row per person per cell spell',
    fields: {
      stay_key: { label: 'Stay key' },
      cell_id: { label: 'Cell id' },
      start_at: { label: 'Start at' },
      end_at: { label: 'End at' },
      own_bed: { label: 'Own bed' },
    },
    rules: [
      'An allocation lies within the stay; one cell at a time; every night of the stay has one allocation or one absence.',
    ],
  },
  absence: {
    title: 'Authorised absence',
    describes: 'Authorised nights away: hospital, court, leave',
    grain: 'One row per absence',
    fields: {
      stay_key: { label: 'Stay key' },
      kind: { label: 'Kind', meaning: 'Hospital, court or temporary leave; an escape ends the stay' },
      start_at: { label: 'Start at' },
      end_at: { label: 'End at' },
    },
  },
}
