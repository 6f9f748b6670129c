import { addMonths, type Month } from '../../server/domain/period.ts'
import { type Chance, chance } from './chance.ts'
import type { CountryPlan } from './country.ts'
import { type Facility, standing } from './facilities.ts'
import type { Kind } from './traits.ts'

/** What is asked of a large country. */
export interface LargeCountry {
  seed: number
  facilities: number
  months: number
}

/** The last month of every generated country. */
const last: Month = '2026-02'

/** How common each kind is, and how many places it has at least and at most. */
const kinds: [kind: Kind, share: number, fewest: number, most: number][] = [
  ['closed', 0.3, 120, 900],
  ['remand', 0.25, 80, 700],
  ['mixed', 0.17, 60, 400],
  ['open', 0.12, 30, 160],
  ['small', 0.08, 10, 24],
  ['young', 0.03, 60, 220],
  ['women', 0.03, 60, 260],
  ['high', 0.02, 100, 300],
]

/** A country of any size, with names made of syllables; facilities of one country differ from seed to seed. */
export function largeCountry({ seed, facilities, months }: LargeCountry): CountryPlan {
  const regions = Array.from(
    { length: Math.max(2, Math.round(facilities / 60)) },
    (_, at) => `${word(chance(seed, 'region', at))} ${at + 1}`,
  )
  const made = Array.from({ length: facilities }, (_, at) => facility(seed, at, regions))
  return { seed, facilities: made, first: addMonths(last, 1 - months), last }
}

function facility(seed: number, at: number, regions: readonly string[]): Facility {
  const draw = chance(seed, 'facility', at)
  const [kind, , fewest, most] = kindOf(draw.next())
  const places = Math.round(fewest * (most / fewest) ** draw.next())
  return {
    key: `F${String(at + 1).padStart(5, '0')}`,
    name: `${word(draw)} ${at + 1}`,
    region: regions[at % regions.length]!,
    kind,
    opensOn: standing,
    certificates: [{ from: standing, places, squareMetres: kind === 'high' ? 8 : 6 }],
    latitude: draw.between(-5, 5),
    longitude: draw.between(-36, -26),
    ...(kind === 'women' ? { hasMotherAndChildUnit: draw.next() < 0.4 } : {}),
  }
}

function kindOf(drawn: number) {
  const upTo = (place: number) => kinds.slice(0, place + 1).reduce((shares, [, share]) => shares + share, 0)
  return kinds.find((_, place) => upTo(place) > drawn) ?? kinds[0]!
}

const beginnings = [
  'Bra',
  'Dor',
  'Fen',
  'Gre',
  'Hul',
  'Kes',
  'Lor',
  'Mar',
  'Nel',
  'Ost',
  'Pel',
  'Quil',
  'Sul',
  'Tol',
  'Ver',
]
const middles = ['an', 'eb', 'il', 'or', 'un', 'ar', 'ev', 'ist']
const ends = ['dreth', 'holt', 'mere', 'noe', 'rand', 'sk', 'thel', 'vane', 'wick']

function word(draw: Chance): string {
  return [beginnings, middles, ends].map((list) => list[Math.floor(draw.next() * list.length)]!).join('')
}
