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

/** Follows a link by its words and waits for the address that it leads to; the page comes a moment after it. */
async function follow(page: Page, words: string): Promise<void> {
  const link = page.getByRole('link', { name: words }).first()
  const leadsTo = await link.evaluate((element) => (element as HTMLAnchorElement).href)
  await link.click()
  await page.waitForURL(leadsTo)
}

test.each(questions)(
  '%s, %s: the answer is no more than four clicks away',
  async (_id, _question, clicks, section, answer) => {
    expect(clicks.length).toBeLessThanOrEqual(4)
    const page = await site.open('/')
    for (const words of clicks) await follow(page, words)
    const found = page.locator(`section[aria-labelledby=${section}]`)
    await expect.poll(() => found.innerText(), { timeout: 30_000 }).toMatch(answer)
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

test('without scripts a threshold is refused field by field, set, seen beside the verdict, and withdrawn', async () => {
  const page = await site.open('/thresholds', { as: 'ministry-decision-maker', javaScript: false })
  const field = (name: string) => page.getByLabel(name, { exact: true })
  const set = page.getByRole('button', { name: 'Set the threshold' })
  await field('Indicator').selectOption('occupancy-rate')
  await set.click()
  expect(await page.getByRole('alert').innerText()).toContain('9 fields')
  expect(await field('Indicator').inputValue()).toBe('occupancy-rate')
  expect(await field('Who signs').getAttribute('aria-invalid')).toBe('true')
  const described = (await field('Who signs').getAttribute('aria-describedby'))!.split(' ')
  expect(await page.locator(described.map((id) => `[id="${id}"]`).join(',')).innerText()).toContain('Name who signs')
  await field('Verdict').selectOption('serious')
  await field('Country or region').selectOption('country')
  await field('A figure that is').selectOption('above')
  await field('Value, in the unit of the indicator').fill('95')
  await field('Whose it is').selectOption('local-default')
  await field('Where to look it up').fill('Decision 4 of 2025')
  await field('From').fill('2025-01-01')
  await field('Why it is set').fill('A stricter line')
  await field('Who signs').fill('A director general')
  await field('For which body').fill('Ministry of Justice')
  await field('Or one facility, by its key').fill('no-such')
  await set.click()
  expect(await field('Or one facility, by its key').getAttribute('aria-invalid')).toBe('true')
  expect(await page.locator('main').innerText()).toContain('There is no such facility')
  expect(await field('Where to look it up').inputValue()).toBe('Decision 4 of 2025')
  await field('Or one facility, by its key').fill('')
  await set.click()
  const row = page.locator('tbody tr', { hasText: 'Decision 4 of 2025' })
  expect(await row.innerText()).toMatch(/Serious concern[\s\S]*above 95[\s\S]*Local default/)
  await page.goto(`${site.server.url}/indicators/occupancy-rate`)
  expect(await page.locator('main').innerText()).toMatch(/The country’s own thresholds[\s\S]*Decision 4 of 2025/)
  await page.goto(`${site.server.url}/thresholds`)
  await row.getByRole('link', { name: /^Withdraw/ }).click()
  await page.getByLabel('Why it was a mistake').fill('The wrong decision')
  await field('Who signs').fill('A director general')
  await page.getByRole('button', { name: 'Withdraw it' }).click()
  expect(await row.innerText()).toMatch(/never: withdrawn .*The wrong decision/)
  // The analyst reads them, and is offered no form.
  const reader = await site.open('/thresholds')
  expect(await reader.locator('tbody').innerText()).toContain('Decision 4 of 2025')
  expect(await reader.getByRole('button', { name: 'Set the threshold' }).count()).toBe(0)
})
