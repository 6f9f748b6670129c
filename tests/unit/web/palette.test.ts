import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const sheet = readFileSync(new URL('../../../app/styles/palette.css', import.meta.url), 'utf8')

/** The colours that the block behind `selector` sets, by name. */
function coloursOf(selector: string): Record<string, string> {
  const start = sheet.indexOf(`${selector} {`)
  const block = sheet.slice(start, sheet.indexOf('}', start))
  const found = [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name, colour])
  return Object.fromEntries(found)
}

const light = coloursOf('\n:root')
const schemes = {
  light,
  dark: { ...light, ...coloursOf("\n:root[data-mantine-color-scheme='dark']") },
  print: { ...light, ...coloursOf(':root:root:root') },
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

const grounds = ['paper', 'paper-sunk', 'paper-raised']
const texts = [
  ...['ink', 'ink-soft', 'ink-faint', 'accent'].flatMap((ink) => grounds.map((ground) => [ink, ground])),
  ...['critical', 'serious', 'warning', 'within', 'unassessed'].flatMap((tone) => [
    [tone, `${tone}-soft`],
    [tone, 'paper'],
  ]),
  ['breach-ink', 'breach'],
  ['breach', 'breach-soft'],
  ['accent', 'accent-soft'],
  ['ink', 'accent-soft'],
  ['accent-ink', 'accent'],
] as [string, string][]
const marks = grounds.flatMap((ground) => [
  ['line-strong', ground],
  ['focus', ground],
]) as [string, string][]

describe.each(Object.entries(schemes))('the %s palette', (_name, colours) => {
  test.each(texts)('carries text of %s on %s', (ink, ground) => {
    expect(contrast(colours[ink]!, colours[ground]!)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(marks)('shows %s on %s', (mark, ground) => {
    expect(contrast(colours[mark]!, colours[ground]!)).toBeGreaterThanOrEqual(3)
  })
})

test('the dark palette leaves no colour of the light one as it is', () => {
  expect(Object.keys(coloursOf("\n:root[data-mantine-color-scheme='dark']"))).toEqual(Object.keys(light))
})
