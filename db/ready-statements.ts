import type postgres from 'postgres'

/** From this time on a statement is worth being kept ready. */
const oftenAsked = 3
/** So many statements a connection keeps; a statement that is written anew for every question would fill it for nothing. */
const mostReady = 500
const mostSeen = 5000
const longestText = 20_000

/**
 * A client whose connections keep ready what is asked again and again: such a statement is read once by the database, and from
 * then on goes there and back once, together with those beside it, not twice and one by one. Under row-level security the
 * database itself makes a statement anew for another role.
 */
export function keepReady<Client extends postgres.Sql | postgres.TransactionSql>(client: Client): Client {
  return readied(client, oftenEnough())
}

function readied<Client extends object>(client: Client, isOften: (text: string) => boolean): Client {
  return new Proxy(client, {
    get(target, name) {
      const own = Reflect.get(target, name) as (...given: unknown[]) => unknown
      if (name === 'unsafe')
        return (text: string, values: readonly unknown[] = [], options: object = {}) =>
          own(text, values, values.length > 0 && isOften(text) ? { ...options, prepare: true } : options)
      if (name === 'begin' || name === 'savepoint')
        return (...given: unknown[]) => {
          const work = given.pop() as (inside: object) => unknown
          return own(...given, (inside: object) => work(readied(inside, isOften)))
        }
      return own
    },
  })
}

/** Whether a text was asked often enough, this time counted. */
function oftenEnough(): (text: string) => boolean {
  const ready = new Set<string>()
  const seen = new Map<string, number>()
  return (text) => {
    if (ready.has(text)) return true
    if (ready.size >= mostReady || text.length > longestText) return false
    const count = (seen.get(text) ?? 0) + 1
    if (seen.size >= mostSeen) seen.clear()
    seen.set(text, count)
    if (count < oftenAsked) return false
    seen.delete(text)
    ready.add(text)
    return true
  }
}
