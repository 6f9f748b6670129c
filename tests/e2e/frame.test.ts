import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Role } from '../../server/domain/access.ts'
import { expectAccessible, faultsOf, nameOf, openSite, type View, viewsOf } from '../support/browser.ts'

const site = await openSite()

const box = (page: Page) => page.getByRole('dialog', { name: 'Find' })
const options = (page: Page) => box(page).getByRole('option')
const heading = async (page: Page) => (await page.locator('h1').innerText()).trim()

/** Opens the finder by its keys and writes into it. */
async function find(text: string, path = '/', view: Partial<View> = {}): Promise<Page> {
  const page = await site.open(path, view)
  await page.keyboard.press('Control+k')
  await box(page).getByRole('combobox').fill(text)
  await box(page).getByRole('option', { name: text }).first().waitFor()
  return page
}

describe('the finder', () => {
  test('leads by the keyboard alone to a facility, and keeps the month', async () => {
    const page = await find('Kestramoor', '/compare?month=2025-11')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/facilities\/kel-01\?/)
    expect(page.url()).toContain('month=2025-11')
    await expect.poll(() => heading(page)).toBe('Kestramoor Prison')
    expect(await box(page).count()).toBe(0)
    expect(faultsOf(page)).toEqual([])
  })

  test('arrow keys choose, round and round, and say what is chosen', async () => {
    const page = await find('Rule 45')
    const field = box(page).getByRole('combobox')
    const chosen = async () => page.locator(`[id="${await field.getAttribute('aria-activedescendant')}"]`).innerText()
    const all = await options(page).allInnerTexts()
    expect(await chosen()).toBe(all[0])
    await page.keyboard.press('ArrowDown')
    expect(await chosen()).toBe(all[1])
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    expect(await chosen()).toBe(all.at(-1))
  })

  test('Escape closes it and gives the focus back', async () => {
    const page = await site.open('/')
    const button = page.getByRole('link', { name: 'Find' })
    await button.focus()
    await button.press('Enter')
    await box(page).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => box(page).count()).toBe(0)
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  test('nothing found is said in words', async () => {
    const page = await site.open('/')
    await page.keyboard.press('Control+k')
    await box(page).getByRole('combobox').fill('zzzz')
    await box(page).getByText('Nothing that you may open answers to “zzzz”').waitFor()
  })

  test('without scripts it is a page', async () => {
    const page = await site.open('/', { javaScript: false })
    await page.getByRole('link', { name: 'Find' }).click()
    await page.getByRole('searchbox').fill('occupancy certified')
    await page.getByRole('button', { name: 'Show' }).click()
    await page.getByRole('link', { name: 'Occupancy against certified capacity' }).click()
    expect(await heading(page)).toBe('Occupancy against certified capacity')
  })

  test.each<[Role, string[]]>([
    ['ministry-analyst', ['Facilities', 'Indicators', 'Rules']],
    ['facility-director', ['Indicators', 'Rules']],
    ['administration-administrator', ['Rules']],
  ])('%s finds what the role may open, and nothing else', async (as, expected) => {
    const page = await site.open('/find?q=prison', { as })
    const kinds = await page.locator('main h2').allInnerTexts()
    // The director's own facility may answer too, and no other.
    expect(kinds.filter((kind) => expected.includes(kind))).toEqual(expected)
    const facilities = await page.locator('main a[href^="/facilities/"]').count()
    expect(facilities > 1).toBe(as === 'ministry-analyst')
  })

  test.each(viewsOf(0).map((view) => [nameOf(view), view] as const))(
    'can be used by everybody: %s',
    async (_, view) => {
      const page = await find('solitary', '/', view)
      await expectAccessible(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(view.width)
    },
  )
})

test('rows stand closer together for whoever wants it', async () => {
  const page = await site.open('/compare')
  const height = () =>
    page
      .locator('section[aria-labelledby=table] tbody th')
      .first()
      .evaluate((cell) => cell.getBoundingClientRect().height)
  const roomy = await height()
  await page.getByText('Display').click()
  await page.getByRole('link', { name: 'Close together' }).click()
  await expect.poll(() => page.locator('html').getAttribute('data-density')).toBe('close')
  await expect.poll(height).toBeLessThan(roomy)
})

test('on a telephone the bar is a row of signs, and month and region another', async () => {
  const page = await site.open('/', { width: 390 })
  const middle = async (place: Locator) => {
    const { y, height } = (await place.boundingBox())!
    return y + height / 2
  }
  const bar = page.locator('header')
  const signs = await Promise.all(['Menu', 'Find', 'Display'].map((name) => middle(bar.getByText(name).locator('..'))))
  const choices = await Promise.all(['month', 'region'].map((name) => middle(bar.locator(`select[name=${name}]`))))
  for (const row of [[...signs, await middle(bar.locator('summary').last())], choices])
    expect(Math.max(...row) - Math.min(...row)).toBeLessThan(12)
})

test.each([
  ['without scripts', false],
  ['with scripts', true],
] as const)('the map leads to the facilities in breach, by keyboard alone, %s', async (_name, javaScript) => {
  const page = await site.open('/', { javaScript })
  await page.getByRole('navigation').getByRole('link', { name: 'Map', exact: true }).click()
  await page.selectOption('select[name=indicator]', 'solitary-over-15-days')
  if (!javaScript) await page.locator('form:has(select[name=indicator]) button[type=submit]').click()
  else await page.getByRole('button', { name: 'Show' }).last().click()
  await page.waitForURL(/indicator=solitary-over-15-days/)
  const mark = page
    .locator('figure svg')
    .first()
    .getByRole('link', { name: /: Breach$/ })
  await mark.last().press('Enter')
  await page.waitForURL(/\/facilities\/[^/]+\/solitary-over-15-days/)
  expect(await page.locator('main').innerText()).toContain('Breach')
})
