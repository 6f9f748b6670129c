import type { Chance } from './chance.ts'
import type { Sex, Status } from './columns.ts'
import type { Cells, Lean } from './counts.ts'

export const kinds = ['remand', 'closed', 'open', 'women', 'young', 'high', 'mixed', 'small'] as const
export type Kind = (typeof kinds)[number]

/** What a place is like in a month: everything that its figures are drawn from. Scenarios change traits, never figures. */
export interface Traits {
  /** People per place that the place tends to. */
  occupancy: number
  /** Shares of the people, adding up to 1 each. */
  sexes: Record<Sex, number>
  statuses: Record<Status, number>
  ages: Cells
  foreign: number
  /** Months that a person of the status stays here, before release, sentence or transfer. */
  stay: Record<Status, number>
  /** The share that is moved elsewhere in a month. */
  moves: number
  /** How well the place is run: 0 is ordinary, ±1 is as far as honest places differ. Moves every share and rate. */
  quality: number
  /** The share of what happens that is written down. */
  candour: number
  /** Violence, self-harm and force against an ordinary place. */
  tension: number
  hoursOut: number
  /** The share of unit-days on which a whole unit stays locked. */
  lockdown: number
  singleCells: number
  /** Starts of solitary per 100 people and month, and the mean days of one. */
  solitaryStarts: number
  solitaryDays: number
  /** The share of solitary that passes 15 days. */
  solitaryLong: number
  /** True where nobody is left past the fifteenth day because somebody counts days, not people. */
  solitaryCut: boolean
  /** The share of arrivals examined within a day, and of releases that are ready, before the quality of the place. */
  screening: number
  readiness: number
  /** The share of records that are typed in weeks after what they tell. */
  lateEntries: number
  /** The share of requests for care that is met in time, and of the others what is written down. */
  met: number
  unmetWritten: number
  /** The share of the untried whose time limit no court lengthens. */
  unlengthened: number
  /** People per officer, doctor and nurse; the share of posts that is empty. */
  perOfficer: number
  perDoctor: number
  perNurse: number
  vacancy: number
  contactLean: Lean
  programmeLean: Lean
}

const ages: Cells = {
  under_18: 0,
  '18_20': 0.05,
  '21_24': 0.13,
  '25_29': 0.18,
  '30_39': 0.32,
  '40_49': 0.19,
  '50_59': 0.09,
  '60_plus': 0.04,
}

/** People from abroad have their families abroad: fewer visits everywhere, without anybody's fault. */
const abroad = { foreign_resident: 0.8, foreign_non_resident: 0.35, stateless_or_unknown: 0.7 }

const ordinary: Traits = {
  occupancy: 0.97,
  sexes: { female: 0, male: 1 },
  statuses: { pretrial: 0.03, sentenced_not_final: 0.07, sentenced_final: 0.9, administrative: 0 },
  ages,
  foreign: 0.16,
  stay: { pretrial: 5, sentenced_not_final: 6, sentenced_final: 18, administrative: 2 },
  moves: 0.02,
  quality: 0,
  candour: 1,
  tension: 1,
  hoursOut: 7.5,
  lockdown: 0.015,
  singleCells: 0.25,
  solitaryStarts: 1.1,
  solitaryDays: 5,
  solitaryLong: 0.015,
  solitaryCut: false,
  screening: 0.87,
  readiness: 0.42,
  lateEntries: 0.01,
  met: 0.77,
  unmetWritten: 1,
  unlengthened: 0.05,
  perOfficer: 2.8,
  perDoctor: 260,
  perNurse: 48,
  vacancy: 0.07,
  contactLean: { nationality_group: abroad },
  programmeLean: {},
}

const remand: Partial<Traits> = {
  occupancy: 1.06,
  statuses: { pretrial: 0.62, sentenced_not_final: 0.16, sentenced_final: 0.19, administrative: 0.03 },
  stay: { pretrial: 3.6, sentenced_not_final: 5, sentenced_final: 5, administrative: 1.6 },
  moves: 0.06,
  foreign: 0.27,
  hoursOut: 5.2,
  solitaryStarts: 1.4,
}

const open: Partial<Traits> = {
  occupancy: 0.82,
  statuses: { pretrial: 0, sentenced_not_final: 0, sentenced_final: 1, administrative: 0 },
  stay: { pretrial: 3, sentenced_not_final: 6, sentenced_final: 10, administrative: 2 },
  foreign: 0.07,
  quality: 0.5,
  tension: 0.25,
  hoursOut: 13,
  singleCells: 0.6,
  solitaryStarts: 0.1,
  solitaryDays: 2,
  solitaryLong: 0,
  perOfficer: 4.2,
}

const women: Partial<Traits> = {
  occupancy: 0.93,
  sexes: { female: 1, male: 0 },
  statuses: { pretrial: 0.28, sentenced_not_final: 0.1, sentenced_final: 0.61, administrative: 0.01 },
  stay: { pretrial: 4, sentenced_not_final: 5, sentenced_final: 11, administrative: 2 },
  foreign: 0.2,
  tension: 0.8,
  solitaryStarts: 0.6,
  solitaryDays: 3.5,
}

const young: Partial<Traits> = {
  occupancy: 0.9,
  statuses: { pretrial: 0.25, sentenced_not_final: 0.12, sentenced_final: 0.62, administrative: 0.01 },
  stay: { pretrial: 3.5, sentenced_not_final: 4, sentenced_final: 9, administrative: 2 },
  ages: { under_18: 0.07, '18_20': 0.48, '21_24': 0.45, '25_29': 0, '30_39': 0, '40_49': 0, '50_59': 0, '60_plus': 0 },
  tension: 1.9,
  hoursOut: 8.5,
}

const high: Partial<Traits> = {
  occupancy: 0.9,
  stay: { pretrial: 6, sentenced_not_final: 9, sentenced_final: 40, administrative: 2 },
  ages: { ...ages, '18_20': 0.01, '21_24': 0.07 },
  tension: 1.5,
  hoursOut: 5.5,
  singleCells: 0.85,
  solitaryStarts: 2.6,
  solitaryDays: 8,
  solitaryLong: 0.05,
  perOfficer: 1.5,
}

const mixed: Partial<Traits> = {
  sexes: { female: 0.16, male: 0.84 },
  statuses: { pretrial: 0.34, sentenced_not_final: 0.12, sentenced_final: 0.52, administrative: 0.02 },
  stay: { pretrial: 4, sentenced_not_final: 5, sentenced_final: 12, administrative: 2 },
  moves: 0.035,
}

const small: Partial<Traits> = {
  occupancy: 0.84,
  statuses: { pretrial: 0.45, sentenced_not_final: 0.1, sentenced_final: 0.45, administrative: 0 },
  stay: { pretrial: 3, sentenced_not_final: 4, sentenced_final: 5, administrative: 1 },
  moves: 0.05,
  foreign: 0.1,
  perOfficer: 1.6,
  perDoctor: 120,
  perNurse: 20,
}

const profiles: Record<Kind, Partial<Traits>> = { remand, closed: {}, open, women, young, high, mixed, small }

/** The traits of one place: its kind's, and how it differs from others of its kind. */
export function traitsOf(kind: Kind, chance: Chance): Traits {
  const usual = { ...ordinary, ...profiles[kind] }
  return {
    ...usual,
    occupancy: usual.occupancy * (1 + 0.08 * chance.normal()),
    foreign: usual.foreign * chance.between(0.6, 1.4),
    quality: usual.quality + 0.3 * chance.normal(),
    tension: usual.tension * chance.between(0.75, 1.3),
    hoursOut: usual.hoursOut * chance.between(0.9, 1.1),
    vacancy: usual.vacancy * chance.between(0.4, 1.8),
  }
}
