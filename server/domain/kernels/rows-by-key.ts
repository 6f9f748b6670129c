import type { Column } from './columns.ts'

/** The rows of a record type that point at each key: those of key k are `rows[starts[k]]` up to `rows[starts[k + 1]]`. */
export interface RowsByKey {
  starts: Int32Array
  rows: Int32Array
}

/** Gathers rows by their key, in one pass to count and one to place. Rows without a key are left out. */
export function rowsByKey(keys: Column, keyCount: number): RowsByKey {
  const starts = new Int32Array(keyCount + 1)
  for (let row = 0; row < keys.length; row++) if (keys[row]! < keyCount) starts[keys[row]! + 1]!++
  for (let key = 0; key < keyCount; key++) starts[key + 1]! += starts[key]!
  const rows = new Int32Array(starts[keyCount]!)
  const next = starts.slice(0, keyCount)
  for (let row = 0; row < keys.length; row++) if (keys[row]! < keyCount) rows[next[keys[row]!]!++] = row
  return { starts, rows }
}

/** Whether any row of a key passes a test. */
export function some(index: RowsByKey, key: number, test: (row: number) => boolean): boolean {
  for (let place = index.starts[key] ?? 0; place < (index.starts[key + 1] ?? 0); place++)
    if (test(index.rows[place]!)) return true
  return false
}

/** Calls `see` with every row of a key. */
export function each(index: RowsByKey, key: number, see: (row: number) => void): void {
  for (let place = index.starts[key] ?? 0; place < (index.starts[key + 1] ?? 0); place++) see(index.rows[place]!)
}

/** The row of each key where a key has one row; -1 for a key that has none. Of several, the first. */
export function rowOfKey(keys: Column, keyCount: number): Int32Array {
  const rowOf = new Int32Array(keyCount).fill(-1)
  for (let row = keys.length - 1; row >= 0; row--) if (keys[row]! < keyCount) rowOf[keys[row]!] = row
  return rowOf
}
