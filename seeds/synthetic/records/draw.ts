import type { Dimension } from '../../../server/domain/measures/define.ts'
import type { Chance } from '../chance.ts'
import type { Count } from '../counts.ts'

/** A place in the list of weights, each as likely as its weight. */
export function pick(weights: readonly number[], draw: Chance): number {
  const drawn = draw.next() * weights.reduce((sum, weight) => sum + weight, 0)
  let passed = 0
  for (const [place, weight] of weights.entries()) {
    passed += weight
    if (drawn < passed) return place
  }
  return weights.length - 1
}

/** One of a list, each as likely. */
export function one<T>(list: readonly T[], draw: Chance): T {
  return list[Math.floor(draw.next() * list.length)]!
}

/** One of the names, each as likely as its weight. */
export function among<Name extends string>(weights: Readonly<Record<Name, number>>, draw: Chance): Name {
  const names = Object.keys(weights) as Name[]
  return names[
    pick(
      names.map((name) => weights[name]),
      draw,
    )
  ]!
}

/** Some of a list, without repeating; all of it when there are no more. */
export function some<T>(list: readonly T[], count: number, draw: Chance): T[] {
  const left = [...list]
  const taken: T[] = []
  while (taken.length < count && left.length > 0) {
    const place = Math.floor(draw.next() * left.length)
    taken.push(left[place]!)
    left[place] = left.at(-1)!
    left.pop()
  }
  return taken
}

/** Some of a list, as many of each group as `count` says of the dimension. */
export function someOf<T>(
  list: readonly T[],
  count: Count,
  groupOf: (one: T) => string,
  draw: Chance,
  dimension: Dimension = 'sex',
): T[] {
  return Object.entries(count.by[dimension] ?? {}).flatMap(([code, amount]) =>
    some(
      list.filter((entry) => groupOf(entry) === code),
      amount,
      draw,
    ),
  )
}

const hex = (draw: Chance, digits: number) =>
  Math.floor(draw.next() * 16 ** digits)
    .toString(16)
    .padStart(digits, '0')

/** A key in the form of a UUID that is made of nothing but chance. */
export function surrogate(draw: Chance): string {
  return `${hex(draw, 8)}-${hex(draw, 4)}-4${hex(draw, 3)}-8${hex(draw, 3)}-${hex(draw, 6)}${hex(draw, 6)}`
}
