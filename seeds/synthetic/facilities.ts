import type { Day } from '../../server/domain/period.ts'
import type { Kind, Traits } from './traits.ts'

/** What a place is certified to hold from a day on, and on how many square metres each. */
export interface Certificate {
  from: Day
  places: number
  squareMetres: number
}

/** One invented place of detention. */
export interface Facility {
  key: string
  name: string
  region: string
  kind: Kind
  /** First day; what was there before the first month of the returns opens with `standing`. */
  opensOn: Day
  certificates: Certificate[]
  latitude: number
  longitude: number
  hasMotherAndChildUnit?: boolean
  /** What sets the place apart from others of its kind, in every month. */
  apart?: Partial<Traits>
  formerName?: { name: string; until: Day }
}

/** An invented country: its name and regions stand on no map. */
export const countryName = 'Vesmoria'
export const timezone = 'UTC'

/** The first day of places that were there before anybody counted. */
export const standing: Day = '2015-01-01'

const regions: Record<string, { name: string; latitude: number; longitude: number }> = {
  DOR: { name: 'Dorvath', latitude: 2, longitude: -31 },
  KEL: { name: 'Keltrand', latitude: 4, longitude: -33 },
  OST: { name: 'Ostramel', latitude: 4, longitude: -29 },
  SUL: { name: 'Sulvenna', latitude: 0, longitude: -30 },
  TIR: { name: 'Tirrowan', latitude: 0, longitude: -33 },
  QUE: { name: 'Quelmar Isles', latitude: -2, longitude: -27 },
}

type Extra = Partial<Pick<Facility, 'opensOn' | 'hasMotherAndChildUnit' | 'formerName' | 'apart'>> & {
  later?: Certificate
}

function place(key: string, name: string, kind: Kind, places: number, extra: Extra = {}): Facility {
  const { later, opensOn = standing, ...more } = extra
  const region = regions[key.slice(0, 3)]!
  const number = Number(key.slice(4))
  const first: Certificate = { from: opensOn, places, squareMetres: kind === 'high' ? 8 : 6 }
  return {
    key,
    name,
    kind,
    region: region.name,
    opensOn,
    certificates: later ? [first, later] : [first],
    latitude: region.latitude + ((number * 37) % 19) / 10 - 0.9,
    longitude: region.longitude + ((number * 53) % 23) / 10 - 1.1,
    ...more,
  }
}

/** The thirty places of the demonstration; all names are invented. */
export const facilities: readonly Facility[] = [
  place('DOR-01', 'Varenholm Remand Prison', 'remand', 620),
  place('DOR-02', 'Brastwick Prison', 'closed', 540),
  place('DOR-03', 'Ondrel Women’s Prison', 'women', 210, { hasMotherAndChildUnit: true }),
  place('DOR-04', 'Marrisk Open Prison', 'open', 120),
  place('DOR-05', 'Pellory House', 'small', 18),
  place(
    'DOR-06',
    'Alderic Vohn Centre for the Reception, Assessment and Resettlement of Sentenced and Untried Young Adults',
    'young',
    160,
  ),
  place('KEL-01', 'Kestramoor Prison', 'closed', 480),
  place('KEL-02', 'Tolvane Remand Prison', 'remand', 310),
  place('KEL-03', 'Huldreth Prison', 'mixed', 260),
  place('KEL-04', 'Ashvarrow Open Prison', 'open', 90),
  place('KEL-05', 'Little Sarn House', 'small', 14),
  place('OST-01', 'Morvane High-Security Prison', 'high', 240),
  place('OST-02', 'Stelbrook Prison', 'closed', 420),
  place('OST-03', 'Quillane Remand Prison', 'remand', 280),
  place('OST-04', 'Fennoric Prison', 'mixed', 190),
  place('OST-05', 'Dunvessel House', 'small', 22),
  place('SUL-01', 'Lathermont Prison', 'closed', 360),
  place('SUL-02', 'Sulven Bay Remand Prison', 'remand', 240),
  place('SUL-03', "Orrin's Ford Prison", 'mixed', 150),
  place('SUL-04', 'Belcarrow Farm', 'open', 70),
  place('SUL-05', 'Tavvesh House', 'small', 12),
  place('TIR-01', 'Tirrow Gate Prison', 'closed', 510, {
    // More places on the same floor: 510 × 6 m² is 620 × 4.9 m².
    apart: { occupancy: 1.13 },
    later: { from: '2025-07-01', places: 620, squareMetres: 4.9 },
  }),
  place('TIR-02', 'Emberlune Remand Prison', 'remand', 350),
  place('TIR-03', 'Cawdrel Prison', 'closed', 220, {
    formerName: { name: 'Cawdrel Fortress', until: '2024-10-01' },
  }),
  place('TIR-04', 'Wendrake Prison', 'mixed', 130),
  place('TIR-05', 'Nethersk Open Prison', 'open', 60),
  place('QUE-01', 'Quelmar Prison', 'mixed', 140),
  place('QUE-02', 'Skarnoe Remand Centre', 'remand', 85),
  place('QUE-03', 'Isle of Hathe House', 'small', 16),
  place('QUE-04', 'Lantrey Prison', 'closed', 175, { opensOn: '2024-04-01' }),
]

/** The certificate in force on `day`, or the first one. */
export function certificateOn(facility: Facility, day: Day): Certificate {
  return facility.certificates.findLast((certificate) => certificate.from <= day) ?? facility.certificates[0]!
}
