import { describe, expect, test } from 'vitest'
import { computeIndicator } from '../../../server/domain/indicators/compute.ts'
import type { Example, Indicator } from '../../../server/domain/indicators/define.ts'
import { indicators } from '../../../server/domain/indicators/index.ts'
import { versionsOf } from '../../../server/domain/indicators/versions.ts'
import { counted, type Value } from '../../../server/domain/value.ts'

type Given = Example<Indicator['needs']>['given']

function valuesOf(given: Given): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(given)
      .filter((entry): entry is [string, number] => entry[1] !== undefined)
      .map(([name, amount]) => [name, counted(amount)]),
  )
}

/** The examples in which every need is given and a figure comes out. */
function whole(definition: Indicator): Given[] {
  return definition.examples.filter(({ gives }) => 'counted' in gives).map(({ given }) => given)
}

describe.each(indicators.flatMap(versionsOf))('$id, version $version', (definition) => {
  test.each(definition.examples)('worked example $given', ({ given, gives }) => {
    const figure = computeIndicator(definition, valuesOf(given))
    if ('missing' in gives) expect(figure).toMatchObject({ state: 'missing', reason: gives.missing })
    else if (figure.state !== 'counted') expect.fail(`gives ${figure.state}`)
    else expect(Number(figure.value.toPrecision(6))).toBe(Number(gives.counted.toPrecision(6)))
  })

  test.each(Object.entries(definition.needs))('says that %s is not reported', (name, cell) => {
    const { [name]: _, ...others } = whole(definition)[0] ?? {}
    const figure = computeIndicator(definition, valuesOf(others))
    expect(figure).toEqual({ state: 'missing', reason: 'not-reported', of: cell })
  })

  test('has an example for every need that is missing', () => {
    const left = definition.examples.flatMap(({ given, gives }) =>
      'missing' in gives && gives.missing === 'not-reported'
        ? [Object.keys(definition.needs).filter((name) => given[name] === undefined)]
        : [],
    )
    for (const name of Object.keys(definition.needs)) expect(left).toContainEqual([name])
  })

  test.each(Object.keys(definition.needs))('depends on %s', (name) => {
    const figures = whole(definition).flatMap((given) =>
      // Both ways, because a formula may stand still at one of its ends.
      [1, -1].map((step) => {
        const at = (by: number) =>
          JSON.stringify(computeIndicator(definition, valuesOf({ ...given, [name]: (given[name] ?? 0) + by })))
        return at(0) !== at(step)
      }),
    )
    expect(figures).toContain(true)
  })
})
