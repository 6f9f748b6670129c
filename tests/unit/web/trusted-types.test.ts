import { expect, test } from 'vitest'
import { guardMarkup, isInert } from '../../../app/trusted-types.ts'

test.each([
  ['the script element that React writes', '<script></script>', true],
  ['a text', 'a > b and c', true],
  ['nothing', '', true],
  ['an element', '<b>x</b>', false],
  ['an image that runs', '<img src=x onerror=alert(1)>', false],
  ['a script with a text', '<script>alert(1)</script>', false],
  ['the script element and more', '<script></script><img src=x>', false],
  ['an element that does not end', 'x<svg', false],
])('%s: %s is inert: %s', (_name, text, expected) => {
  expect(isInert(text)).toBe(expected)
})

test('there is one policy, it makes markup only, and a browser without them goes on', () => {
  const made: [string, object][] = []
  guardMarkup({ trustedTypes: { createPolicy: (name, rules) => made.push([name, rules]) } })
  expect(made.map(([name, rules]) => [name, Object.keys(rules)])).toEqual([['default', ['createHTML']]])
  expect(() => guardMarkup({})).not.toThrow()
})
