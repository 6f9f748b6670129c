import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { faultsOf, openSite } from '../support/browser.ts'
import { answered, pages, shownMonth } from '../support/pages.ts'

const site = await openSite()

/** The words of the page's main heading. */
const heading = async (page: Page) => (await page.locator('h1').innerText()).trim()
const rowsOf = (page: Page) => page.locator('main table tbody tr')
const here = (page: Page) => new URL(page.url())

/** Chooses the last region that the page offers, and gives its key and name. With scripts the choice is enough. */
async function chooseRegion(page: Page, javaScript = true): Promise<{ key: string; name: string }> {
  const last = page.locator('select[name=region] option').last()
  const [key, name] = [await last.getAttribute('value'), await last.innerText()]
  await page.selectOption('select[name=region]', key)
  if (!javaScript) await page.locator('form:has(select[name=region]) button[type=submit]').click()
  await page.waitForURL(/region=/)
  await page.locator('h1 + p').filter({ hasText: name }).waitFor()
  return { key: key ?? '', name }
}

/** The document as the server drew it, before any script. */
const drawn = async (path: string) => {
  const headers = { cookie: await site.cookieOf('ministry-analyst') }
  return (await fetch(site.server.url + path, { headers })).text()
}

describe.each([
  ['without scripts', false],
  ['with scripts', true],
] as const)('an analyst of the ministry, %s', (_name, javaScript) => {
  test('goes from the country to one line of a file, and on to the rule', async () => {
    const page = await site.open('/', { javaScript })
    expect(await heading(page)).toBe('Overview')
    const whole = await rowsOf(page).count()

    const region = await chooseRegion(page, javaScript)
    const inRegion = await rowsOf(page).count()
    expect(inRegion).toBeGreaterThan(0)
    expect(inRegion).toBeLessThan(whole)
    expect(await page.locator('h1 + p').innerText()).toContain(region.name)

    const facility = page.locator('main tbody th a').first()
    const name = await facility.innerText()
    await facility.click()
    await page.waitForURL(/\/facilities\/[^/]+\?/)
    // With scripts the address changes a moment before the page.
    await expect.poll(() => heading(page)).toBe(name)

    await page.getByRole('link', { name: 'Occupancy against', exact: false }).first().click()
    await page.waitForURL(/\/occupancy-rate/)
    const parts = page.locator('section[aria-labelledby=parts]')
    const formula = await parts.locator('dd').last().innerText()
    expect(formula).toMatch(/^[\d,.]+ ÷ [\d,.]+ × 100 = [\d,.]+$/)
    const [held = '', places = ''] = formula.split(/ [÷×=] /)
    expect(await page.locator('main').innerText()).toContain(`${held} of ${places}`)
    expect(await parts.locator('table').innerText()).toMatch(
      /core-[\w-]+\.csv, line [\d,]+, taken in on \d+ \w+ 20\d\d/,
    )

    await page.getByRole('link', { name: 'Open the indicator' }).click()
    await page.waitForURL(/\/indicators\/occupancy-rate/)
    await page.locator('a[href^="/rules/nmr-"]').first().click()
    await page.waitForURL(/\/rules\/nmr-/)
    await page.getByText('The official text prevails').first().waitFor()
    expect(faultsOf(page)).toEqual([])
  })

  test('finds a facility by its name, and the address keeps what was asked', async () => {
    const page = await site.open(`/facilities?month=${shownMonth}`, { javaScript })
    const name = await page.locator('main tbody th').last().innerText()
    await page.getByLabel('Find').fill(name.toUpperCase())
    await page.locator('main form button[type=submit]').click()
    await page.waitForURL(/find=/)
    await expect.poll(() => page.locator('main tbody th').allInnerTexts()).toEqual([name])
    expect(here(page).searchParams.get('month')).toBe(shownMonth)
    expect(faultsOf(page)).toEqual([])
  })
})

/** What carries a figure in a drawing. */
const marks = ['line', 'dot', 'row', 'bar', 'point', 'mark'].map((kind) => `[class*=chart-${kind}]`).join(', ')

describe('charts', () => {
  test.each([pages.figure, pages.indicator, `${pages.compare}?indicator=occupancy-rate`])(
    'of %s are drawn by the server, each with its table',
    async (path) => {
      const page = await site.open(path, { javaScript: false })
      const charts = page.locator('figure.chart')
      expect(await charts.count()).toBeGreaterThan(0)
      for (const chart of await charts.all()) {
        expect(await chart.locator('svg[role=img]:visible').count()).toBe(1)
        expect(await chart.locator(`svg:visible :is(${marks})`).count()).toBeGreaterThan(0)
        await chart.locator('summary').click()
        expect(await chart.locator('tbody tr').count()).toBeGreaterThan(0)
      }
    },
  )

  test('can be read by pointer and keyboard once scripts have come', async () => {
    const page = await site.open(pages.figure)
    const chart = page.locator('figure.chart').first()
    await chart.scrollIntoViewIfNeeded()
    const reader = chart.locator('[tabindex="0"]').first()
    await chart.locator('.chart-box-interactive').waitFor()
    await reader.focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => chart.innerText()).toMatch(/20\d\d/)
    expect(faultsOf(page)).toEqual([])
  })
})

describe('month and region', () => {
  test('are one form with one button, which changes both', async () => {
    const page = await site.open('/', { javaScript: false })
    const form = page.locator('header form:has(select[name=month])')
    expect(await form.count()).toBe(1)
    const region = (await form.locator('select[name=region] option').last().getAttribute('value')) ?? ''
    await form.locator('select[name=month]').selectOption('2025-10')
    await form.locator('select[name=region]').selectOption(region)
    await form.getByRole('button').click()
    await page.waitForURL(/region=/)
    expect(Object.fromEntries(here(page).searchParams)).toMatchObject({ month: '2025-10', region })
    expect(await page.locator('h1 + p').innerText()).toContain('October 2025')
  })

  test('take effect as they are chosen, keep the focus, and follow the links and the back button', async () => {
    const page = await site.open('/')
    const month = page.locator('header select[name=month]')
    await month.focus()
    await month.selectOption('2025-10')
    await page.locator('h1 + p').filter({ hasText: 'October 2025' }).waitFor()
    expect(await page.evaluate(() => (document.activeElement as HTMLSelectElement).name)).toBe('month')
    await page.getByRole('link', { name: 'Previous month' }).click()
    await expect.poll(() => month.inputValue()).toBe('2025-09')
    await page.goBack()
    await expect.poll(() => month.inputValue()).toBe('2025-10')
    expect(faultsOf(page)).toEqual([])
  })
})

/** A hand so quick that it chooses in the moment in which React begins to listen, before it has looked at the page. */
function chooseTooEarly() {
  const listen = document.addEventListener
  document.addEventListener = (...given: Parameters<typeof listen>) => {
    listen.apply(document, given)
    if (given[0] !== 'change') return
    document.addEventListener = listen
    queueMicrotask(() => {
      const month = document.querySelector('select[name=month]')
      month?.dispatchEvent(new Event('change', { bubbles: true }))
      document.documentElement.dataset.chosen = 'early'
    })
  }
}

test('a choice that comes before the page is awake breaks nothing: the next one takes effect', async () => {
  const page = await site.open('/facilities')
  await page.addInitScript(chooseTooEarly)
  await page.goto('/')
  await page.locator('html[data-chosen=early]').waitFor({ state: 'attached' })
  await page.waitForTimeout(1000)
  await page.selectOption('header select[name=month]', '2025-11')
  await page.locator('h1 + p').filter({ hasText: 'November 2025' }).waitFor()
  expect(faultsOf(page)).toEqual([])
})

describe('an address', () => {
  test('reproduces the view, and the back button returns to the filter before', async () => {
    const page = await site.open('/')
    const whole = await rowsOf(page).count()
    const region = await chooseRegion(page)
    const names = await page.locator('main tbody th').allInnerTexts()
    await page.getByRole('link', { name: 'Previous month' }).click()
    await page.waitForURL(/month=2026-01/)
    expect(here(page).searchParams.get('region')).toBe(region.key)

    await page.goBack()
    await expect.poll(() => page.locator('main tbody th').allInnerTexts()).toEqual(names)
    expect(await page.locator('select[name=region]').inputValue()).toBe(region.key)
    const again = await site.open(here(page).pathname + here(page).search, { javaScript: false })
    expect(await again.locator('main tbody th').allInnerTexts()).toEqual(names)

    await page.goBack()
    await expect.poll(() => rowsOf(page).count()).toBe(whole)
    expect(await page.locator('select[name=region]').inputValue()).toBe('')
    expect(faultsOf(page)).toEqual([])
  })

  test.each(answered)('%s is whole before any script, and scripts change nothing of its words', async (path) => {
    const html = await drawn(path)
    expect(html).toMatch(/<h1[^>]*>(<bdi>)?[^<]/)
    const [bare, full] = [await site.open(path, { javaScript: false }), await site.open(path)]
    expect(await heading(full)).toBe(await heading(bare))
    expect(await rowsOf(full).count()).toBe(await rowsOf(bare).count())
    expect(faultsOf(full)).toEqual([])
  })
})

describe('by keyboard alone', () => {
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')

  /** Presses Tab until the focus stands where `isThere` says; fails when it never does. */
  async function tabTo(page: Page, isThere: () => Promise<boolean>): Promise<void> {
    for (let presses = 0; presses < 150; presses++) {
      if (await isThere()) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`The keyboard never came there; it stands on "${await focused(page)}"`)
  }
  const isIn = (page: Page, selector: string) => () =>
    page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)

  test('the first stop leads past the menu to the content', async () => {
    const page = await site.open('/')
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Skip to the content')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
  })

  test('the menu, a filter and a figure of the table are reached, and each stop is seen', async () => {
    const page = await site.open('/')
    await tabTo(page, isIn(page, 'nav a[href^="/facilities"]'))
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle)
    expect(outline).not.toBe('none')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/facilities/)
    await tabTo(page, isIn(page, 'input[name=find]'))
    await page.keyboard.type('kel-01')
    await page.keyboard.press('Enter')
    await page.waitForURL(/find=kel-01/)
    await expect.poll(() => rowsOf(page).count()).toBe(1)
    await tabTo(page, isIn(page, 'main tbody a'))
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/facilities\/kel-01/)
    expect(faultsOf(page)).toEqual([])
  })

  test('the display menu opens, and a theme is chosen in it and stays', async () => {
    const page = await site.open('/', { theme: 'light' })
    await tabTo(page, async () => (await focused(page)) === 'Display')
    await page.keyboard.press('Enter')
    await tabTo(page, async () => (await focused(page)) === 'Dark')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.documentElement.dataset.theme === 'dark')
    await page.goto('/rules')
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
    expect(here(page).search).toBe('')
  })
})

/** The tables of a page that are longer or wider than the box around them. */
function tablesOutOfTheirBox(): string[] {
  return [...document.querySelectorAll<HTMLTableElement>('main table')].flatMap((table) => {
    const [own, box] = [table.getBoundingClientRect(), table.parentElement!.getBoundingClientRect()]
    const isOut = own.bottom > box.bottom + 2 || own.width > box.width + 2
    return isOut ? [`${table.caption?.innerText}: ${own.width} × ${own.height} in ${box.width} × ${box.height}`] : []
  })
}

describe('on paper', () => {
  test.each([pages.overview, pages.figure, pages.compare])('%s has its figures and no controls', async (path) => {
    const page = await site.open(path)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('main').getByText(/\d%/).filter({ visible: true }).count()).toBeGreaterThan(0)
    expect(await page.getByRole('navigation', { name: 'Main menu' }).count()).toBe(0)
    expect(await page.locator('form:visible').count()).toBe(0)
    // A long table takes as much paper as it needs, in both directions: nothing is printed over it, and no column is cut off.
    await page.setViewportSize({ width: 718, height: 1047 })
    expect(await page.evaluate(tablesOutOfTheirBox)).toEqual([])
    // The month is said although its control is gone.
    expect(await page.locator('header').first().innerText()).toContain('February 2026')
    expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-')
  })
})
