import type { Field, RecordType } from '../records/define.ts'
import { isAcrossFacilities, keySpaceOf } from '../records/index.ts'

/** The places of the keys that name one kind of thing, whichever column they stand in: 0, 1, 2 … below `size`. */
export interface KeySpace {
  size: number
  /** The keys that a facility knows with their places; of the facility whose records are read where none is named. */
  placesAt(facilityId: string | null | undefined): Map<string, number>
}

/** The spaces of one batch of records. */
export interface KeySpaces {
  of(type: RecordType, name: string, field: Field): KeySpace
}

/** The spaces of a batch that is read for the facility `homeId`, which has place 0 among facilities. */
export function keySpaces(homeId: string): KeySpaces {
  const facilities = oneForAll(new Map([[homeId, 0]]))
  const spaces = new Map<string, KeySpace>()
  return {
    of(type, name, field) {
      if (name === 'facility_id') return facilities
      const named = keySpaceOf(type, name, field)
      const space = spaces.get(named) ?? (isOfPlace(field, named) ? oneForEach(homeId) : oneForAll(new Map()))
      spaces.set(named, space)
      return space
    },
  }
}

const isOfPlace = (field: Field, named: string) => field.kind === 'key' && !isAcrossFacilities(named)

function oneForAll(places: Map<string, number>): KeySpace {
  return { size: places.size, placesAt: () => places }
}

function oneForEach(homeId: string): KeySpace {
  const home = new Map<string, number>()
  const known = new Map([[homeId, home]])
  return {
    size: 0,
    placesAt(facilityId) {
      if (!facilityId) return home
      const places = known.get(facilityId) ?? new Map<string, number>()
      known.set(facilityId, places)
      return places
    },
  }
}

/** Takes the next place of a space for a key that `places` of it do not have yet. */
export function takeNext(space: KeySpace, places: Map<string, number>, key: string): number {
  places.set(key, space.size)
  return space.size++
}
