import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('../../../app/charts/charts.css', import.meta.url), 'utf8')

/** The custom properties of the first block that follows `selector`. */
function colours(selector: string): Map<string, string> {
  const block = css.slice(css.indexOf(selector)).match(/\{([^}]*)\}/)?.[1] ?? ''
  return new Map([...block.matchAll(/--chart-(\w+):\s*(#[0-9a-f]{6})/g)].map((match) => [match[1]!, match[2]!]))
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const texts = ['ink', 'muted', 'accent', 'second', 'third', 'target', 'limit', 'breach', 'reference']
const marks = ['peer', 'zero']

describe.each([
  ['light', ':root {'],
  ['dark', "[data-mantine-color-scheme='dark'] {"],
  ['print', '@media print'],
])('%s', (name, selector) => {
  const own =
    name === 'print' ? colours(css.slice(css.indexOf(selector)).match(/:root,[^{]*\{/)?.[0] ?? '') : colours(selector)
  const ground = own.get('paper') ?? ''
  test.each(texts)('%s is readable as text', (colour) => {
    expect(contrast(own.get(colour) ?? '', ground)).toBeGreaterThanOrEqual(4.5)
  })
  test.each(marks)('%s is visible as a mark', (colour) => {
    expect(contrast(own.get(colour) ?? '', ground)).toBeGreaterThanOrEqual(3)
  })
})

test('forced colours use the system colours only', () => {
  const block = css.slice(css.indexOf('@media (forced-colors: active)')).match(/\{[^{]*\{([^}]*)\}/)?.[1] ?? ''
  expect(block).toMatch(/--chart-accent: LinkText/)
  expect(block).not.toMatch(/#/)
})
