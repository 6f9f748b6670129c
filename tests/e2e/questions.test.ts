import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Role } from '../../server/domain/access.ts'
import { faultsOf, openSite } from '../support/browser.ts'

/*
 * The questions of directors (D), inspectors (I) and the ministry (M), and where each is answered by a test.
 *
 *   here             D1 D4 D8 D9 · I1 I2 I7 · M1 M4
 *   comparing        D3 · I8 · M3 M5
 *   ministry         M2 M6 M7 M8
 *   not yet, with    D2 who is on which day of separation · D5 who leaves, and what is missing for each
 *   boards of people D6 who waits for which programme · D7 who has had no contact
 *   with visits      D10 what was promised to inspectors · I3 briefing · I4 checklist · I5 reprisals · I6 what was done of
 *                    what was recommended · I9 what a sentence rests on · M9 recommendations to the ministry
 *   with exports     M10 what is owed to the United Nations and others
 *
 * Of D2, D5, D6 and D7 the figures are there (a facility's areas); who it is about is not.
 */
const site = await openSite()
const mostClicks = 4
const words = (page: Page) => page.locator('main').innerText()

/** A question, the links that are followed from the role's first page on, each by its words, and what is read in the end. */
type Question = [id: string, as: Role, clicks: readonly (string | RegExp)[], answer: RegExp]

const questions: readonly Question[] = [
  [
    'D1: is anyone in a situation that must end today?',
    'facility-director',
    [],
    /People beyond a hard limit\s+\d+ people\s+Prolonged solitary \(over 15 days\)[\s\S]*Nelson Mandela Rule 43\.1/,
  ],
  [
    'D1: and where does that figure come from?',
    'facility-director',
    ['Prolonged solitary (over 15 days)'],
    /Numerator/,
  ],
  ['D4: did we run the regime that we promised?', 'facility-director', ['Hours out of cell'], /hours a day[\s\S]*of/],
  [
    'D8: were arrivals told, heard and examined?',
    'facility-data-officer',
    ['Able to tell family on admission'],
    /\d+ of \d+/,
  ],
  [
    'D9: what harm happened, and were the rules followed after it?',
    'facility-health-lead',
    ['Force reported and followed by a health check'],
    /\d+ of \d+/,
  ],
  [
    'I1: where should we go next, and where have we been blind?',
    'lead-inspector',
    [],
    /Where figures raise questions[\s\S]*Last independent\s+visit[\s\S]*Kestramoor Prison[\s\S]*4 people: Prolonged solitary/,
  ],
  [
    'I1: where should we go next, on the ground?',
    'inspector',
    ['On a map'],
    /People beyond a hard limit in \d+ of \d+ facilities[\s\S]*Breach: \d+/,
  ],
  [
    'I2: which figures look too good?',
    'npm-member',
    [/whose data look too quiet/, 'Noughts for a long time'],
    /Questions[\s\S]*Did nothing happen, or was it not written down\?/,
  ],
  [
    'I7: is solitary falling, or just being renamed?',
    'inspector',
    ['Kestramoor Prison', 'Read together'],
    /People in solitary confinement[\s\S]*isolation/i,
  ],
  [
    'M1: which facilities breached a hard limit, and is it repeated?',
    'ministry-duty-desk',
    ['Kestramoor Prison', 'Prolonged solitary (over 15 days)'],
    /Breach[\s\S]*4 people/,
  ],
  [
    'M4: where is data missing or doubtful?',
    'ministry-analyst',
    ['Where are data missing or doubtful?'],
    /\d+ of 30 facilities[\s\S]*figures that others sent/,
  ],
]

describe.each([...new Set(questions.map(([, as]) => as))])('%s', (as) => {
  test('finds the answers within four clicks of the first page', async () => {
    const page = await site.open('/home', { as, javaScript: false })
    const home = page.url()
    for (const [id, , clicks, answer] of questions.filter(([, asker]) => asker === as)) {
      expect([id, clicks.length <= mostClicks]).toEqual([id, true])
      if (page.url() !== home) await page.goto(home)
      for (const name of clicks) {
        await page
          .locator('main')
          .getByRole('link', { name, exact: typeof name === 'string' })
          .first()
          .click()
        // A click has done its part as soon as the answer begins; a long page goes on coming.
        await page.waitForLoadState()
      }
      expect([id, await words(page)]).toEqual([id, expect.stringMatching(answer)])
    }
    expect(faultsOf(page)).toEqual([])
  })
})

test('a facility’s staff are asked about their own facility, and told of no other', async () => {
  const page = await site.open('/questions', { as: 'facility-director', javaScript: false })
  expect(await words(page)).toMatch(/1 of 1 facilit/)
  expect(await words(page)).not.toMatch(/Varenholm|Fennoric/)
})

/** Presses Tab until what has the focus is called `name`, as whoever uses no mouse does. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
    if (focused === name) return
  }
  throw new Error(`${name} is not reached by Tab`)
}

test.each([
  ['facility-director', ['Prolonged solitary (over 15 days)'], /Prolonged solitary/],
  ['lead-inspector', ['Compare', 'Groups of people'], /group/],
  ['ministry-decision-maker', ['Is it intake, length of stay, or places?'], /people held/],
  ['inspectorate-administrator', ['Security'], /Second factor|second factor/],
  ['npm-auditor', ['Security'], /Keys of the installation/],
] as const)('a %s comes to the answer by keyboard alone', async (as, names, answer) => {
  const page = await site.open('/home', { as })
  for (const name of names) {
    await tabTo(page, name)
    const before = page.url()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.url()).not.toBe(before)
  }
  await expect.poll(() => words(page)).toMatch(answer)
  expect(faultsOf(page)).toEqual([])
})

test('the tour leads through the pages of a role, covers no figure, and begins again only when asked for', async () => {
  const page = await site.open('/home', { as: 'quality-reader', javaScript: false })
  const bar = page.getByRole('complementary', { name: 'Tour' })
  expect(await bar.innerText()).toContain('Step 1 of 5.')
  const [said, heading] = [await bar.boundingBox(), await page.locator('h1').boundingBox()]
  expect(said!.y + said!.height).toBeLessThanOrEqual(heading!.y)
  await bar.getByRole('link', { name: 'Next' }).click()
  expect(new URL(page.url()).pathname).toBe('/compare')
  expect(await bar.innerText()).toContain('Step 2 of 5.')
  await bar.getByRole('button', { name: 'End the tour' }).click()
  expect(new URL(page.url()).search).toBe('')
  await page.goto('/home')
  expect([new URL(page.url()).pathname, await bar.count()]).toEqual(['/questions', 0])
  await page.locator('header summary').last().click()
  await page.getByRole('link', { name: 'Take the tour' }).click()
  expect(await bar.innerText()).toContain('Step 1 of 5.')
})

test('a page is kept under a name of one’s own, opened again, renamed, found, and taken away', async () => {
  const page = await site.open('/map?indicator=no-contact-90d&month=2025-11', { as: 'ministry-analyst' })
  const views = page.locator('details').filter({ hasText: 'Saved views' }).last()
  await views.locator('summary').click()
  await views.getByLabel('Name').fill('Alone')
  await views.getByRole('button', { name: 'Keep this page' }).click()
  await page.getByText('The page is kept under that name.').waitFor()
  const main = page.locator('main')
  expect(await main.innerText()).toMatch(/Alone[\s\S]*indicator=no-contact-90d[\s\S]*November 2025/)
  // The list in the menu has it too.
  await views.getByRole('link', { name: 'Alone' }).click()
  await page.waitForURL(/\/map\?indicator=no-contact-90d&month=2025-11$/)
  // A name that is taken is refused in words, and what was typed stays.
  await views.getByLabel('Name').fill('Alone')
  await views.getByRole('button', { name: 'Keep this page' }).click()
  await page.getByRole('alert').filter({ hasText: 'You keep another view by the name Alone' }).waitFor()
  expect(await main.getByLabel('Name', { exact: true }).inputValue()).toBe('Alone')
  await main.getByLabel('Another name for Alone').fill('Nobody outside')
  await main.getByRole('button', { name: /^Rename/ }).click()
  await page.getByText('The view has its new name.').waitFor()
  await page.goto('/find?q=nobody+outside')
  expect(await main.getByRole('link', { name: 'Nobody outside' }).count()).toBe(1)
  await page.goto('/views')
  await main.getByRole('button', { name: /^Take away/ }).click()
  await page.getByText('The view is gone.').waitFor()
  expect(await main.innerText()).toContain('You keep no view yet.')
})
