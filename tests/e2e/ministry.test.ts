import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openSite } from '../support/browser.ts'

const site = await openSite()

/** Questions of the ministry (users.md, C), what is clicked from the first page on, and where the answer stands. */
const questions: [id: string, question: string, clicks: string[], section: string, answer: RegExp][] = [
  [
    'M2',
    'is it intake, length of stay, or places?',
    ['Population flow', 'Keltrand'],
    'why',
    /Keltrand[\s\S]*\d, now \d[\s\S]*came[\s\S]*days each[\s\S]*%, now \d/,
  ],
  [
    'M6',
    'what share left with home and papers, and which partner fails?',
    ['Transition'],
    'partners',
    /Housing agency: (beyond the threshold by more than chance: .*Released to a home|no step)/,
  ],
  [
    'M7',
    'how many come back, by which definition?',
    ['After release'],
    'beside',
    /first 90 days after release[\s\S]*\d+ of \d+/,
  ],
  [
    'M8',
    'how do we stand on each Kyoto strategy?',
    ['Rules', 'Kyoto strategies: what is attested, evidenced and verified'],
    'kyoto-principle-2',
    /Diversion[\s\S]*Of \d+ statements?: \d+ attested, \d+ evidenced, \d+ verified/,
  ],
]

/** Follows links by their words, each a click, and waits for the page that it leads to. */
async function follow(page: Page, words: string): Promise<void> {
  const main = page.locator('main')
  const before = await main.innerText()
  await page.getByRole('link', { name: words }).first().click()
  await expect.poll(() => main.innerText(), { timeout: 30_000 }).not.toBe(before)
}

test.each(questions)(
  '%s, %s: the answer is no more than four clicks away',
  async (_id, _question, clicks, section, answer) => {
    expect(clicks.length).toBeLessThanOrEqual(4)
    const page = await site.open('/')
    for (const words of clicks) await follow(page, words)
    const found = page.locator(`section[aria-labelledby=${section}]`)
    await found.waitFor()
    expect(await found.innerText()).toMatch(answer)
  },
)

test('without scripts the flow has its drawing, its table and no word of a cause', async () => {
  const page = await site.open('/population', { javaScript: false })
  expect(await page.locator('svg.chart-svg-wide').count()).toBe(1)
  await page.getByText('Show as a table').click()
  const rows = page.locator('figure table tbody tr')
  expect(await rows.count()).toBeGreaterThan(30)
  expect(await page.locator('section[aria-labelledby=how]').innerText()).toContain('names no cause')
  const file = async (address: string) => (await page.request.get(address)).text()
  expect(await file('/population/chart.csv?month=2026-02')).toMatch(/#title,.*\r\n#source,.*Vesmoria[\s\S]*\n2026-02,/)
  expect(await file('/population/chart.svg?facility=kel-01')).toMatch(
    /<svg[\s\S]*Kestramoor Prison[\s\S]*definition version/,
  )
  expect(await file('/transition/chart.csv')).toContain('Released to a home')
  expect((await page.request.get('/outcomes/chart.svg?chart=no-such-cohorts')).status()).toBe(404)
})

test('guidance is never called a matter of compliance, and a facility that is none is told', async () => {
  const page = await site.open('/rules/strategies')
  const words = await page.locator('main').innerText()
  expect(words).toContain('guidance')
  expect(words).not.toMatch(/complian|comply/i)
  await page.goto(`${site.server.url}/population?facility=no-such-prison`)
  expect(await page.locator('main').innerText()).toMatch(/no such facility|There is no/i)
})
