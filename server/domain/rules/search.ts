import type { Rule, RuleWords } from './define.ts'

/** Letters only, without case or accents, so that "Détention" finds "detention". */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

const families: [pattern: RegExp, prefix: string][] = [
  [/^(nmr|nelson|mandela)/, 'nmr-'],
  [/^(br\b|br\d|bangkok)/, 'br-'],
  [/^kyoto principle|^principle/, 'kyoto-principle-'],
  [/^(kyoto|strategy)/, 'kyoto-'],
]

/** A number, with its paragraph if it has one, after at most three words: "45", "rule 45", "nmr 45(2)", "BR-22.1". */
const citation = /^(?:[\p{L}-]+\s+){0,2}(?:\p{L}+)?[\s-]*(\d{1,3})(?:\s*[.(]\s*\w+\)?)*$/u

/** Ids of the rules that a query names by number. Without a family the number is read in all texts but the principles. */
function namedRules(query: string): string[] {
  const number = citation.exec(query)?.[1]
  if (number === undefined) return []
  const family = families.find(([pattern]) => pattern.test(query))
  const prefixes = family ? [family[1]] : ['nmr-', 'br-', 'kyoto-']
  return prefixes.map((prefix) => `${prefix}${Number(number)}`)
}

/**
 * The rules that a query finds: those that it names by number first, then those whose topic holds all its words, then
 * those whose topic and obligation together do; within each kind in the order given. An empty query finds all.
 * Case and accents do not matter. `words` are in the reader's language.
 */
export function searchRules<Id extends string>(
  query: string,
  words: Readonly<Record<Id, RuleWords>>,
  rules: readonly Rule<Id>[],
): Rule<Id>[] {
  const asked = plain(query).trim()
  if (asked === '') return [...rules]
  const named = namedRules(asked)
  const terms = asked.split(/\s+/)
  const rank = ({ id }: Rule<Id>) => {
    if (named.includes(id)) return 0
    const topic = plain(words[id].topic)
    if (terms.every((term) => topic.includes(term))) return 1
    const whole = `${topic} ${plain(words[id].obligation)}`
    return terms.every((term) => whole.includes(term)) ? 2 : 3
  }
  return [0, 1, 2].flatMap((wanted) => rules.filter((entry) => rank(entry) === wanted))
}
