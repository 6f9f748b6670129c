import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openSite } from '../support/browser.ts'
import { pages, shownMonth } from '../support/pages.ts'

const site = await openSite()

/** Every text that a reader sees or hears on the page, with the element that it stands in. */
function textsOf(page: Page): Promise<{ text: string; place: string }[]> {
  return page.evaluate(() => {
    const spoken = ['aria-label', 'title', 'placeholder', 'alt', 'label']
    const found: { text: string; place: string }[] = [{ text: document.title, place: 'title' }]
    for (const element of document.querySelectorAll('body, body *')) {
      // A formula is code in every language.
      if (element.closest('script, style, template, code')) continue
      const place = `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`
      for (const name of spoken) {
        const text = element.getAttribute(name)
        if (text) found.push({ text, place: `${place}[${name}]` })
      }
      // A name of two lines in a drawing is one name.
      const lines = element.tagName === 'text' ? [...element.querySelectorAll('tspan')] : []
      if (lines.length > 0) found.push({ text: lines.map((line) => line.textContent).join(' '), place })
      if (element.tagName === 'tspan') continue
      for (const node of element.childNodes) {
        if (node.nodeType === Node.TEXT_NODE && node.textContent) found.push({ text: node.textContent, place })
      }
    }
    return found
  })
}

/** Months as English writes them: numbers and dates are not part of the pseudo-language. */
const months = Array.from({ length: 12 }, (_, at) => new Date(Date.UTC(2026, at, 1))).flatMap((day) =>
  (['long', 'short'] as const).map((month) => day.toLocaleDateString('en-GB', { month, timeZone: 'UTC' })),
)

interface FacilityHistory {
  keys: { source: string }[]
  certificates: { issuedBy: string; evidenceRef: string }[]
}

/** The name of the account that reads, and of its body. */
const reader = ['Mirel Santov', 'Prison administration']

/** What comes from files and not from catalogues: names, keys, and whatever a certificate rests on. */
async function dataOf(): Promise<string[]> {
  const call = async <Result>(procedure: string, input?: object): Promise<Result> => {
    const query = input ? `?input=${encodeURIComponent(JSON.stringify({ json: input }))}` : ''
    const headers = { cookie: await site.cookieOf('ministry-analyst') }
    const answer = await fetch(`${site.server.url}/api/trpc/${procedure}${query}`, { headers })
    return (await answer.json()).result.data.json as Result
  }
  const month = shownMonth
  const { countryName } = await call<{ countryName: string }>('installation.get')
  const regions = await call<{ key: string; name: string }[]>('facilities.regions', { month })
  const facilities = await call<{ key: string; name: string }[]>('facilities.list', { month })
  const { history } = await call<{ history: FacilityHistory }>('facilities.get', { month, facility: 'kel-01' })
  return [
    countryName,
    ...reader,
    ...[...regions, ...facilities].flatMap(({ key, name }) => [name, key, key.toUpperCase()]),
    ...history.keys.map(({ source }) => source),
    ...history.certificates.flatMap(({ issuedBy, evidenceRef }) => [issuedBy, evidenceRef]),
  ]
}

/** Letters that the pseudo-language never leaves without an accent. */
const plainLetter = /[AaCcEeIiNnOoSsUuYyZz]/
/** Names of files and of their formats, and the references of errors. */
const made = /[\w-]+\.csv|\b(SVG|PNG|CSV)\b|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** Words that English puts between the parts of a list or a date. */
const formatted = [...months, 'and']

/** What is left of a text when everything that is data, date or list is taken out. */
function bare(text: string, data: readonly string[]): string {
  const isCutName = text.endsWith('…') && data.some((known) => known.startsWith(text.slice(0, -1)))
  if (isCutName) return ''
  const rest = data.reduce((left, known) => left.replaceAll(known, ' '), text.replaceAll(made, ' '))
  return formatted.reduce((left, word) => left.replaceAll(new RegExp(`\\b${word}\\b`, 'g'), ' '), rest)
}

const data = (await dataOf()).sort((a, b) => b.length - a.length)

test.each(Object.values(pages))('%s holds no word that stands in no catalogue', async (path) => {
  const page = await site.open(`${path}?lang=en-XA&month=${shownMonth}`)
  expect(await page.locator('html').getAttribute('lang')).toBe('en-XA')
  const texts = await textsOf(page)
  expect(texts.some(({ text }) => text.includes('~'))).toBe(true)
  const written = texts.filter(({ text }) => plainLetter.test(bare(text, data)))
  expect([...new Set(written.map(({ text, place }) => `${place}: ${text.trim()}`))]).toEqual([])
})

test('the check itself finds a word that is written into a page', () => {
  expect(plainLetter.test(bare('Facilities', []))).toBe(true)
  expect(plainLetter.test(bare('Fåçîlîtîéš~~~~', []))).toBe(false)
  expect(plainLetter.test(bare('1,234 (56.7%), March 2025', []))).toBe(false)
})
