/**
 * What is never collected, about anyone, in any field: the promise behind every record type.
 * Each is said in full in `personal-data.en.ts`.
 */
export const neverCollected = [
  'names',
  'biometrics',
  'official-numbers',
  'full-date-of-birth',
  'street-address',
  'identity-of-others',
  'content-of-contact',
  'medical-detail',
  'belief-and-orientation',
  'offence-narrative',
  'intelligence',
  'free-text',
  'convictions-after-release',
  'interviewees',
] as const
export type NeverCollected = (typeof neverCollected)[number]

/** Names of fields that no record type may have, whatever their words: each would break the promise. */
export const forbiddenFieldNames =
  /(^|_)(first|last|family|given|full|nick|mothers?|fathers?)_?names?$|^alias|photo|fingerprint|biometric|national_id|prison_number|date_of_birth|^birth_date|street|address|religion|ethnicity|orientation|diagnos|medication|narrative|notes?$|comment|remark|visitor_name/

/** Who reads. Person-level records stay with the facility and those who inspect it. */
export const audiences = ['director', 'inspector', 'npm', 'ministry', 'health-role', 'public'] as const
export type Audience = (typeof audiences)[number]

/** What an audience may see of records and of small counts. */
export interface AudienceRule {
  /** 'own': of the own facility; 'mandate': of the facilities in the mandate; 'all': of every facility. */
  personLevel: 'none' | 'own' | 'mandate' | 'all'
  figures: 'own' | 'mandate' | 'all' | 'published'
  /** Counts from 1 up to, not including, this number are hidden; undefined hides none. */
  hiddenBelow?: number
  /** Where small counts are hidden: everywhere, or in health, complaints, incidents and signs of ill-treatment only. */
  hiddenIn?: 'everything' | 'sensitive-topics'
  /** Other cells are hidden too, so that totals cannot reveal the first. */
  complementary?: true
  /** Percentages need a denominator of this size. */
  percentagesFrom?: number
  /** Periods are put together up to this many months before anything is hidden. */
  pooledMonths?: number
  /** How counts of hard-limit breaches appear: protection outweighs the risk of disclosure. */
  hardLimits: 'counted' | 'counted-without-breakdown' | 'small-as-1-4'
  /** Counts under this number carry a caution that they are small. */
  cautionUnder?: number
  /** Record types and fields that it never reads, although it reads the rest. */
  withheld?: readonly string[]
}

/** Complaints that the director never reads are named by topic or channel: see `withheldFromDirector`. */
export const audienceRules: Record<Audience, AudienceRule> = {
  director: {
    personLevel: 'own',
    figures: 'own',
    hardLimits: 'counted',
    cautionUnder: 10,
    withheld: ['health_screening.injury_signs', 'health_screening.injury_reported_at', 'person_flag.flag_source'],
  },
  inspector: { personLevel: 'mandate', figures: 'mandate', hardLimits: 'counted' },
  // National preventive mechanism: everything on numbers, places, treatment and conditions (OPCAT, article 20).
  npm: { personLevel: 'all', figures: 'all', hardLimits: 'counted' },
  ministry: {
    personLevel: 'none',
    figures: 'all',
    hiddenBelow: 5,
    hiddenIn: 'sensitive-topics',
    hardLimits: 'counted-without-breakdown',
  },
  'health-role': { personLevel: 'own', figures: 'own', hardLimits: 'counted', cautionUnder: 10 },
  public: {
    personLevel: 'none',
    figures: 'published',
    hiddenBelow: 5,
    hiddenIn: 'everything',
    complementary: true,
    percentagesFrom: 20,
    pooledMonths: 12,
    hardLimits: 'small-as-1-4',
  },
}

/** Complaints that never reach the director of the facility: those about ill-treatment or reprisal, and those that go past the director. */
export const withheldFromDirector = {
  channels: ['court', 'ombudsman_or_npm', 'lawyer_or_family'],
  fields: ['complaint.ill_treatment', 'complaint.reprisal_reported'],
} as const

/** What inspectors found and told to be done belongs to them until they publish it: a visit must not be known beforehand. */
export const ofInspectors: readonly string[] = ['inspection_visit', 'recommendation']

/** Counts about these appear to the public for a region or the country only. */
export const publicByRegionOnly = ['pregnancy', 'birth', 'children'] as const

/** How long rows are kept. After that only the figures made of them remain. */
export const retention = { personRowsMonthsAfterRelease: 24, auditLogYears: 5 } as const
