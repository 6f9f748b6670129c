import { chance } from '../chance.ts'
import type { FacilityMonth } from '../country.ts'
import { standing } from '../facilities.ts'
import { programmesOf } from './activities.ts'
import { dayText, write } from './book.ts'

/** Units, cells and programmes of a facility. */
export function writePlaces(at: FacilityMonth): void {
  const { units, cells } = at.custody!.book.housing
  const places = at.facility.certificates[0]!.places
  for (const { key, kind, sex } of units)
    write(at, 'unit', at.lastDay, {
      unit_id: key,
      unit_kind: kind,
      designated_sex: sex === 'female' ? 'women' : 'men',
      toilets_installed: Math.ceil(places / 6 / units.length) + 1,
      showers_installed: Math.ceil(places / 14 / units.length) + 1,
    })
  for (const { key, unit, area, places: certified, beds } of cells)
    write(at, 'cell', at.lastDay, {
      cell_id: key,
      unit_id: unit,
      floor_area_m2: area,
      certified_places: certified,
      sanitary_annexe: 'partitioned_full',
      window_openable: true,
      beds,
      measured_on: '2022-05-10',
      valid_from: standing,
    })
  for (const { key, kind, needs, isAccredited } of programmesOf(at)) {
    const draw = chance(at.seed, key, 'programme')
    write(at, 'programme', at.lastDay, {
      programme_id: key,
      kind,
      need_kinds: needs.join(';'),
      accredited: isAccredited,
      qualification_same_as_community: draw.next() < 0.7,
      open_to_sex: 'any',
      young_adult_version: at.facility.kind === 'young',
      theory_of_change_written: draw.next() < 0.5,
      last_evaluated_on: draw.next() < 0.4 ? dayText(at, at.lastDay - Math.floor(draw.next() * 900)) : undefined,
      places: 10 + Math.floor(draw.next() * 30),
    })
  }
}
