import { expect, test } from 'vitest'
import { readArguments } from '../../../seeds/arguments.ts'

const usual = { size: { facilities: 2000, months: 60, seed: 7 }, measures: 'all', isLoaded: false }

test.each<[args: string[], asked: unknown]>([
  [['--out', 'large'], { ...usual, out: 'large' }],
  [
    ['--facilities', '1', '--months', '3', '--load'],
    { ...usual, size: { facilities: 1, months: 3, seed: 7 }, isLoaded: true },
  ],
  [['--records', 'some', '--measures', 'core'], { ...usual, measures: 'core', records: 'some' }],
  [['--help'], 'help'],
  [['--out', 'large', '-h'], 'help'],
])('%j is understood', (args, asked) => {
  expect(readArguments(args)).toEqual(asked)
})

test.each([
  [['--facilites', '9', '--load'], "Unknown option '--facilites'."],
  [['large', '--load'], "Unexpected argument 'large'."],
  [['--facilities', '0', '--load'], '--facilities is a whole number from 1 on, and not "0".'],
  [['--months', '1.5', '--load'], '--months is a whole number from 1 on, and not "1.5".'],
  [['--seed', '', '--load'], '--seed is a whole number from 0 on, and not "".'],
  [['--measures', 'some', '--load'], '--measures is core or all, and not "some".'],
  [[], 'Where it goes is not said: --out, --load or --records.'],
])('%j is refused in a sentence', (args, fault) => {
  expect(readArguments(args)).toEqual({ fault: expect.stringContaining(fault) })
})
