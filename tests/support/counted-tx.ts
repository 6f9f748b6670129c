import type { Tx } from '../../db/client.ts'

const statements = new Set(['execute', 'select', 'selectDistinct', 'insert', 'update', 'delete'])

/** A transaction that counts the statements sent through it; those of its frame (begin, role, commit) are not among them. */
export function countedTx(tx: Tx): { tx: Tx; count: () => number } {
  let count = 0
  const counting = new Proxy(tx, {
    get(target, name) {
      const found: unknown = Reflect.get(target, name, target)
      if (typeof found !== 'function') return found
      return (...given: unknown[]) => {
        if (statements.has(String(name))) count++
        return found.apply(target, given) as unknown
      }
    },
  })
  return { tx: counting, count: () => count }
}
