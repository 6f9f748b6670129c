import { dimensions, type Measure, type MeasureWords } from '../measures/define.ts'
import { type CatalogueFault, repeated, wordFaults } from './faults.ts'

const wellFormed = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/

/** What is wrong with the measures: ids, words, breakdowns, and the wholes that parts point at. */
export function measureFaults(
  measures: readonly Measure[],
  words: Readonly<Record<string, MeasureWords>>,
): CatalogueFault[] {
  const ids = measures.map(({ id }) => id)
  const byId = new Map(measures.map((entry) => [entry.id, entry]))
  const faults = measures.flatMap((entry) =>
    [...idFaults(entry, ids), ...partFaults(entry, byId)].map((fault) => ({
      file: fileOf(entry),
      id: entry.id,
      fault,
    })),
  )
  return [...faults, ...wordFaults('server/domain/measures/words.en.ts', ids, words)]
}

function fileOf({ section }: Measure): string {
  return `server/domain/measures/${section}.ts`
}

function idFaults({ id, breakdowns }: Measure, ids: readonly string[]): string[] {
  return [
    ...(repeated(ids).includes(id) ? ['two measures have this id'] : []),
    ...(wellFormed.test(id) ? [] : ['is no well-formed id']),
    ...breakdowns.filter((name) => !dimensions.includes(name)).map((name) => `names the unknown breakdown '${name}'`),
  ]
}

/** A part names a measure that exists, is not its own whole, and counts over the same kind of time. */
function partFaults(entry: Measure, byId: ReadonlyMap<string, Measure>): string[] {
  if (entry.partOf === undefined) return []
  const whole = byId.get(entry.partOf)
  if (whole === undefined) return [`is part of the unknown measure '${entry.partOf}'`]
  if (isPartOfItself(entry, byId)) return ['is part of itself, through its wholes']
  // A stock of the last day and a flow of the month count different people: one is no part of the other.
  const mixed = (entry.over === 'last') !== (whole.over === 'last') && entry.over !== 'max'
  return mixed ? [`is a ${entry.over} and part of '${whole.id}', which is a ${whole.over}`] : []
}

function isPartOfItself(entry: Measure, byId: ReadonlyMap<string, Measure>): boolean {
  const seen = new Set([entry.id])
  for (let up = entry.partOf; up !== undefined; up = byId.get(up)?.partOf) {
    if (seen.has(up)) return true
    seen.add(up)
  }
  return false
}
