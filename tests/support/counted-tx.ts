import type { Database, Tx } from '../../db/client.ts'

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

/** A database that counts the statements of all its transactions together. */
export function countedDatabase(db: Database): { db: Database; count: () => number } {
  let count = 0
  const counting = <T>(work: (tx: Tx) => Promise<T>) => {
    return async (own: Tx) => {
      const counted = countedTx(own)
      return work(counted.tx).finally(() => {
        count += counted.count()
      })
    }
  }
  return {
    db: {
      ...db,
      asSystem: (work) => db.asSystem(counting(work)),
      asSignIn: (work) => db.asSignIn(counting(work)),
      asActor: (actor, work) => db.asActor(actor, counting(work)),
    },
    count: () => count,
  }
}
