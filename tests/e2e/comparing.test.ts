import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { faultsOf, openSite } from '../support/browser.ts'

const site = await openSite()
/** Every question of the users' document is answered within so many clicks of the page that a role begins on. */
const mostClicks = 4

/** Counts what a reader presses and chooses on the way to an answer. */
function counted(page: Page) {
  let clicks = 0
  return {
    follow: async (name: string) => {
      clicks++
      await page.getByRole('link', { name, exact: true }).first().click()
      await page.waitForLoadState()
    },
    choose: async (list: string, value: string) => {
      clicks++
      await page.locator(`main select[name=${list}]`).selectOption(value)
    },
    show: async () => {
      clicks++
      await page.locator('main form:has(select) button[type=submit]').first().click()
      await page.waitForLoadState()
    },
    clicks: () => clicks,
  }
}
const words = (page: Page) => page.locator('main').innerText()

test('M3: the ministry sees who differs from like facilities by more than chance, without scripts', async () => {
  const page = await site.open('/', { javaScript: false })
  const way = counted(page)
  await way.follow('Compare')
  await way.choose('indicator', 'visited-in-90-days')
  await way.choose('peers', 'closed')
  await way.show()
  expect(way.clicks()).toBeLessThanOrEqual(mostClicks)
  const text = await words(page)
  expect(text).toMatch(/Closed facilities for sentenced people: \d+ facilities\. The \d+ other facilities are left out/)
  expect(text).toMatch(/Beyond the outer \(99\.8%\) limits:[\s\S]*Kestramoor Prison[\s\S]*below/)
  // No remand jail, and no open prison.
  expect(text).not.toMatch(/Varenholm|Marrisk/)
  expect(new URL(page.url()).searchParams.get('peers')).toBe('closed')

  // Allowing for whom they hold: beside the plain comparison, with what cannot be told in words, and in the files.
  await page.goto('/compare?indicator=visited-in-90-days&standardised=sex')
  const standardised = await page.locator('section[aria-labelledby=standardised]').innerText()
  expect(standardised).toMatch(
    /Kestramoor Prison\s+203\s+281\.7\s+0\.72 95% interval 0\.62 to 0\.83\s+below the outer limits/,
  )
  expect(standardised).toMatch(/Pellory House[^\n]*cannot tell: fewer than five cases expected/)
  const table = await (await page.request.get('/compare.csv?indicator=visited-in-90-days&standardised=sex')).text()
  expect(table).toMatch(/verdict_words.*standardised_for,observed,expected,observed_to_expected/)
  expect(table).toMatch(/kel-01,Kestramoor.*,sex,203,281\.7/)
  await page.goto('/compare?indicator=occupancy-rate&standardised=sex')
  expect(await words(page)).toContain('This figure cannot be standardised so')
  expect((await page.goto('/compare?standardised=weight'))?.status()).toBe(400)
  expect(await words(page)).toContain('No comparison can allow for weight')

  // A group of one is no group, and one that there is not is refused in words.
  await page.goto('/compare?peers=women')
  expect(await words(page)).toContain('too few to be held against each other')
  expect((await page.goto('/compare?peers=castles'))?.status()).toBe(404)
  expect(await words(page)).toContain('There is no such group of facilities: castles')
  // The slider's place leads to the address of its month.
  await page.goto('/compare?peers=closed&at=24308')
  expect(page.url()).toMatch(/\/compare\?peers=closed&month=2025-09$/)
})

test.each([
  ['M5', 'ministry-analyst', /Women[\s\S]*No difference that chance would not make/],
  ['I8', 'lead-inspector', /Foreign nationals\s[\s\S]*\d+ of \d/],
] as const)('%s: a %s sees which groups of people fare differently', async (_name, as, expected) => {
  const page = await site.open('/', { as })
  const way = counted(page)
  await way.follow('Compare')
  await page.getByRole('link', { name: 'Groups of people' }).waitFor()
  await way.follow('Groups of people')
  await page.waitForURL(/\/compare\/equity/)
  await page.getByText('Unknown is not equal').waitFor()
  expect(way.clicks()).toBeLessThanOrEqual(mostClicks)
  expect(await words(page)).toMatch(expected)
  expect(faultsOf(page)).toEqual([])
})

test('what places a facility is counted against, its peers, and what is read together', async () => {
  const page = await site.open('/facilities/tir-01?month=2025-07&capacity=same-space')
  const text = await words(page)
  expect(text).toMatch(
    /545 people on today’s floor at the 6 m² a person of the certificate before: 506 places: 107\.7%/,
  )
  expect(text).toMatch(
    /On the 620 places certified from 1 July 2025 it is 87\.9%\. Verdicts are by the certified places/,
  )
  expect(text).toMatch(/Peers: \d+ other facilities of the same kind/)
  expect(text).toContain('More certified places on the same floor lower occupancy')
  expect((await page.goto('/facilities/tir-01?capacity=guessed'))?.status()).toBe(404)
  expect(await words(page)).toContain('Occupancy is not counted by guessed')
})

test('D3: a director, who sees no other facility, is told so and is shown the own crowding', async () => {
  const page = await site.open('/', { as: 'facility-director' })
  const way = counted(page)
  if (!page.url().includes('/facilities/kel-01')) {
    await way.follow('Facilities')
    await way.follow('Kestramoor Prison')
    await page.getByRole('heading', { level: 1, name: 'Kestramoor Prison' }).waitFor()
  }
  expect(way.clicks()).toBeLessThanOrEqual(mostClicks)
  const text = await words(page)
  expect(text).toMatch(/\d+ people on the \d+ places certified/)
  expect(text).toContain('You may see no other facility of this kind')
  expect(text).toContain('Read together')
  // On paper it is a brief of two pages.
  const paper = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1')
  expect(paper.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(2)
})
