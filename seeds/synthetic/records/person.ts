import type { Month } from '../../../server/domain/period.ts'
import type { Chance } from '../chance.ts'
import { ages, nationalities, type Sex } from '../columns.ts'
import type { FacilityMonth } from '../country.ts'
import { pick, surrogate } from './draw.ts'

/** One invented person; the key says nothing of them and stays theirs in every facility. */
export interface Person {
  key: string
  sex: Sex
  birthMonth: Month
  /** The same as a number of months. */
  born: number
  nationality: (typeof nationalities)[number]
  hasChild: boolean
  isMinority: boolean
  disability: 'none' | 'physical' | 'mental_or_intellectual'
  /** Days on which separations began and ended, in whichever facility; those of them that were solitary. */
  separations: { start: number; end: number }[]
  episodes: { start: number; end: number }[]
  /** The last days on which the person was in contact with the outside, in the custody of that key. */
  contact?: Contact
}

/** Days of contact in one custody; far in the past where there was none. */
export interface Contact {
  custody: string
  visit: number
  any: number
  child: number
  legal: number[]
}

const ageFrom: Record<(typeof ages)[number], [from: number, until: number]> = {
  under_18: [15, 18],
  '18_20': [18, 21],
  '21_24': [21, 25],
  '25_29': [25, 30],
  '30_39': [30, 40],
  '40_49': [40, 50],
  '50_59': [50, 60],
  '60_plus': [60, 80],
}

/** Shares of those from abroad who live in the country, do not, or of whom nobody knows. */
const abroad = [0.45, 0.45, 0.1]

export function newPerson(at: FacilityMonth, code: string, draw: Chance): Person {
  const weights = ages.map((age) => at.traits.ages[age]!)
  const [low, high] = ageFrom[ages[pick(weights, draw)]!]
  const months = Math.floor(draw.between(low * 12 + 1, high * 12))
  const born = Number(at.month.slice(0, 4)) * 12 + Number(at.month.slice(5, 7)) - 1 - months
  const birthMonth = `${Math.floor(born / 12)}-${String((born % 12) + 1).padStart(2, '0')}` as Month
  const disabled = draw.next()
  return {
    key: surrogate(draw),
    sex: code.startsWith('female') ? 'female' : 'male',
    birthMonth,
    born,
    nationality: draw.next() < at.traits.foreign ? nationalities[1 + pick(abroad, draw)]! : 'national',
    hasChild: draw.next() < 0.42,
    isMinority: draw.next() < 0.09,
    disability: disabled < 0.05 ? 'mental_or_intellectual' : disabled < 0.11 ? 'physical' : 'none',
    separations: [],
    episodes: [],
  }
}

const ageStarts = ages.map((group) => ageFrom[group][0])

/** Completed years in a month, as `monthIndex` gives it; a birthday counts from the first of its month. */
export function ageIn(person: Person, month: number): number {
  return Math.floor((month - person.born) / 12)
}

/** The age group to which a person belongs in a month. */
export function ageGroupIn(person: Person, month: number): (typeof ages)[number] {
  const age = ageIn(person, month)
  let place = ages.length - 1
  while (place > 0 && age < ageStarts[place]!) place--
  return ages[place]!
}
