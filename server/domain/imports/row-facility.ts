import type { Month } from '../period.ts'
import type { Cell } from './cells.ts'
import { existenceFault, type FacilityLookup, type KnownFacility } from './facility-lookup.ts'
import { isReason, type Reason, reason } from './faults.ts'
import { fieldReader } from './field-reader.ts'
import type { FacilityReference } from './fields.ts'
import type { Header } from './header.ts'
import { folded } from './nearest.ts'

/** A facility that a row names and nobody knows yet; it is made when the row's file is accepted. */
export interface NewFacility {
  source: string
  key: string
  name: string
  region: string | undefined
  timezone: string | undefined
}

export type RowFacility = { known: KnownFacility } | { made: NewFacility }

/** Whose row it is. `label` names the columns of the key for messages. */
export interface RowFacilityReader {
  read: (cells: readonly Cell[], month: Month | undefined) => RowFacility | Reason
  keyText: (cells: readonly Cell[]) => string
  label: string
}

/** Compiles the mapping's `facility` for files with this header. */
export function rowFacilityReader(
  reference: FacilityReference,
  source: string,
  header: Header,
  nullWords: string[],
  lookup: FacilityLookup,
): RowFacilityReader {
  const key = fieldReader(reference.key, header, nullWords)
  const aliases = new Map(Object.entries(reference.aliases).map(([from, to]) => [folded(from), to]))
  const space = reference.source ?? source
  const make = makerOf(reference, space, header, nullWords)
  const resolve = (text: string, cells: readonly Cell[], month: Month | undefined) => {
    const name = aliases.get(folded(text)) ?? text
    const known = reference.by === 'name' ? lookup.byName(name, month) : lookup.byKey(space, name, month)
    if (!isReason(known)) return (month && existenceFault(known, month)) ?? { known }
    return known.id === 'facility.unknown' && make ? make(name, cells) : known
  }
  const read = remembered((cells, month) => {
    const text = key.read(cells)
    if (typeof text === 'object') return text
    return text === '' ? reason('cell.empty') : resolve(text, cells, month)
  }, key.read)
  return { read, keyText: key.raw, label: key.label }
}

type Read = RowFacilityReader['read']

/** A file names few facilities in many rows: each is looked up once a month. */
function remembered(read: Read, keyOf: (cells: readonly Cell[]) => string | Reason): Read {
  const known = new Map<string, RowFacility | Reason>()
  return (cells, month) => {
    const id = `${keyOf(cells)}\n${month}`
    const found = known.get(id) ?? read(cells, month)
    if (known.size > 100_000) known.clear()
    known.set(id, found)
    return found
  }
}

function makerOf(reference: FacilityReference, source: string, header: Header, nullWords: string[]) {
  const create = reference.create
  if (reference.unknown !== 'create' || !create) return undefined
  const name = fieldReader(create.name, header, nullWords)
  const region = create.region === undefined ? undefined : fieldReader(create.region, header, nullWords)
  return (key: string, cells: readonly Cell[]): RowFacility | Reason => {
    const [called, lies] = [name.read(cells), region?.read(cells)]
    if (typeof called === 'object') return called
    if (typeof lies === 'object') return lies
    return called === ''
      ? reason('cell.empty')
      : { made: { source, key, name: called, region: lies, timezone: create.timezone } }
  }
}
