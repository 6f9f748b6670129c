import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { openSite } from '../support/browser.ts'
import { makeSmallCountry } from '../support/small-country.ts'

const site = await openSite(await makeSmallCountry(), true)

/** What stands in the row that begins with `name`, in the column that begins with `column`. */
async function cell(page: Page, name: string, column: string): Promise<string> {
  const heads = await page.locator('main table').first().locator('thead th').allInnerTexts()
  const at = heads.findIndex((head) => head.startsWith(column))
  expect(at, `${column} among ${heads.join(' | ')}`).toBeGreaterThan(0)
  const row = page.locator('main table').first().locator('tbody tr').filter({ hasText: name })
  return (await row.locator('th, td').nth(at).innerText()).trim()
}

describe('the table of all facilities', () => {
  test('shows what is missing as missing, and a confirmed nought as 0', async () => {
    const page = await site.open('/', { javaScript: false })
    expect(await page.locator('h1 + p').innerText()).toContain('Marram, March 2024')
    expect(await cell(page, 'Reed Bank', 'Women')).toMatch(/^Missing\s+not reported/)
    expect(await cell(page, 'Reed Bank', 'Occupancy')).toMatch(/^Missing\s/)
    expect(await cell(page, 'Stone & Sons', 'Women')).toBe('0.0%')
    expect(await cell(page, 'Quiet Harbour', 'Foreign')).toMatch(/^Missing\s+not reported/)
    expect(await cell(page, 'Stone & Sons', 'Foreign')).toBe('10.0%')
  })

  test('says of how many facilities the figure of the country speaks', async () => {
    const page = await site.open('/', { javaScript: false })
    expect(await page.locator('main').innerText()).toContain('2 of 3 facilities reporting')
  })

  test('of a month before the first return has no figure in it, and no 0', async () => {
    const page = await site.open('/?month=2023-06', { javaScript: false })
    const table = await page.locator('main table').first().innerText()
    expect(table).toContain('Missing')
    expect(table).not.toMatch(/\d%/)
  })
})

describe('a facility', () => {
  test('that has sent nothing shows no figure for the month', async () => {
    const page = await site.open('/facilities/n-2?month=2024-03', { javaScript: false })
    const figures = await page.locator('main tbody tr:not(figure tr) td:nth-child(2)').allInnerTexts()
    expect(figures.length).toBeGreaterThan(0)
    for (const figure of figures) expect(figure).toMatch(/^Missing/)
  })

  test('that confirmed nobody shows 0 people', async () => {
    const page = await site.open('/facilities/n-1?month=2024-03', { javaScript: false })
    const solitary = page.locator('main tbody tr').filter({ has: page.locator('a[href*="/solitary-over-15-days?"]') })
    expect((await solitary.locator('td').first().innerText()).trim()).toMatch(/^0 /)
  })
})

describe('a figure laid open', () => {
  const explained = async (facility: string, indicator: string) => {
    const page = await site.open(`/facilities/${facility}/${indicator}?month=2024-03`, { javaScript: false })
    return page.locator('section[aria-labelledby=parts]').innerText()
  }

  test('that is missing names the count that nobody reported, and no line', async () => {
    const text = await explained('n-2', 'women-share')
    expect(text).toMatch(/Missing\s+not reported/)
    expect(text).toContain('no line: the file of this month does not name it')
    expect(text).not.toMatch(/months\.csv|÷/)
  })

  test('that is nought shows the line that said 0', async () => {
    const text = await explained('n-1', 'women-share')
    expect(text).toContain('0 ÷ 120 × 100 = 0')
    expect(text).toContain('months.csv, line 8')
  })

  test('with nothing to report says so, and is not called missing', async () => {
    const text = await explained('s-1', 'solitary-over-15-days')
    expect(text).toContain('Nothing to report')
    expect(text).toContain('months.csv, line 9')
    expect(text).not.toContain('Missing')
  })

  test('has a gap in its chart where the month is missing, and says so in the table', async () => {
    const page = await site.open('/facilities/n-2/women-share?month=2024-03', { javaScript: false })
    await page.locator('figure.chart summary').click()
    const last = page.locator('figure.chart tbody tr').last()
    expect(await last.innerText()).toMatch(/Mar(ch)? 2024/)
    expect(await last.innerText()).not.toMatch(/\b0/)
  })
})

test('markup in the name of a facility is shown and never obeyed', async () => {
  const page = await site.open('/facilities/n-1')
  expect(await page.locator('h1').innerText()).toBe('Stone & Sons <b>House</b>')
  expect(await page.locator('h1 b').count()).toBe(0)
})

test('a month that has a figure nowhere else is not read as the country', async () => {
  const page = await site.open('/compare?indicator=women-share&month=2024-03', { javaScript: false })
  const text = await page.locator('main').innerText()
  expect(text).toContain('Reed Bank')
  expect(text).toContain('2 of 3 facilities reporting')
})
