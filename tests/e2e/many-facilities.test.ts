import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { rowsAPage } from '../../app/paging.ts'
import { expectAccessible, faultsOf, openSite } from '../support/browser.ts'
import { runNode } from '../support/server-process.ts'

const site = await openSite(await makeLargeCountry())
/** Those that were made, and those of the demonstration, which the first start puts beside them. */
const facilities = await countFacilities()

/** A data directory with a generated country of more facilities than one page holds. Who takes it removes it. */
async function makeLargeCountry(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'daylight-many-'))
  const size = ['--facilities', String(rowsAPage + 20), '--months', '1', '--measures', 'core']
  const made = runNode(['--import', 'tsx', 'seeds/main.ts', ...size, '--load'], { DATA_DIR: dataDir })
  if ((await made.ended) !== 0) throw new Error(`the country was not made:\n${made.said()}`)
  return dataDir
}

async function countFacilities(): Promise<number> {
  const headers = { cookie: await site.cookieOf('ministry-analyst') }
  const html = await (await fetch(`${site.server.url}/?rows=all`, { headers })).text()
  const count = html.match(/<th scope="row"/g)?.length ?? 0
  expect(count).toBeGreaterThan(rowsAPage)
  return count
}

const table = (page: Page) => page.locator('section[aria-labelledby=matrix] table')
const rows = (page: Page) => table(page).locator('tbody tr:not([aria-hidden])')
const cellsOf = (page: Page, rowIndex: number) => table(page).locator(`tr[aria-rowindex="${rowIndex}"] > *`)
/** Row and column that have the focus, as the grid counts them. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const cell = document.activeElement as HTMLTableCellElement
    return [Number(cell.closest('tr')?.getAttribute('aria-rowindex')), cell.cellIndex]
  })

async function openGrid(path = '/', view: Parameters<typeof site.open>[1] = {}): Promise<Page> {
  const page = await site.open(path, view)
  await page.locator('table[role=grid]').waitFor()
  return page
}

describe('without scripts', () => {
  test('the facilities stand page by page, and all on one when asked', async () => {
    const page = await site.open('/', { javaScript: false })
    expect(await rows(page).count()).toBe(rowsAPage)
    await page.getByRole('link', { name: 'Next page' }).click()
    await page.getByText('Page 2 of 2').waitFor()
    await page.getByRole('link', { name: 'All on one page' }).click()
    await expect.poll(() => rows(page).count()).toBe(facilities)
  })
})

describe('with scripts', () => {
  test('one grid says how many rows it has, draws those in sight, and says the same as the pages', async () => {
    const page = await openGrid()
    expect(await table(page).getAttribute('aria-rowcount')).toBe(String(facilities + 1))
    expect(await rows(page).count()).toBeLessThan(rowsAPage)
    expect(await page.getByRole('navigation', { name: 'Pages of the table' }).count()).toBe(0)
    const bare = await site.open('/?rows=all', { javaScript: false })
    const words = (text: string) => text.replaceAll(/\s+/g, ' ').trim()
    const expected = words(await rows(bare).last().innerText())
    await cellsOf(page, 2).first().focus()
    await page.keyboard.press('Control+End')
    await expect.poll(async () => words((await cellsOf(page, facilities + 1).allInnerTexts()).join(' '))).toBe(expected)
    expect(faultsOf(page)).toEqual([])
  })

  test('is one stop of the keyboard, and its keys lead everywhere', async () => {
    const page = await openGrid()
    await table(page).locator('thead a').last().focus()
    await page.keyboard.press('Tab')
    expect(await focused(page)).toEqual([2, 0])
    const last = (await cellsOf(page, 2).count()) - 1
    for (const [key, to] of [
      ['ArrowDown', [3, 0]],
      ['ArrowRight', [3, 1]],
      ['End', [3, last]],
      ['Control+End', [facilities + 1, last]],
      ['ArrowDown', [facilities + 1, last]],
      ['Home', [facilities + 1, 0]],
      ['ArrowUp', [facilities, 0]],
      ['Control+Home', [2, 0]],
    ] as const) {
      await page.keyboard.press(key)
      await expect.poll(() => focused(page), { message: key }).toEqual(to)
    }
    await page.keyboard.press('PageDown')
    await expect.poll(async () => (await focused(page))[0]).toBeGreaterThan(5)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('tbody') ?? null)).toBeNull()
  })

  test('Enter opens the facility of the row', async () => {
    const page = await openGrid()
    await cellsOf(page, 2).first().focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Home')
    await expect.poll(() => focused(page)).toEqual([facilities + 1, 0])
    const name = await cellsOf(page, facilities + 1)
      .first()
      .innerText()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/facilities\//)
    await expect.poll(() => page.locator('h1').innerText()).toBe(name)
  })

  test('the focused cell stands clear of the head', async () => {
    const page = await openGrid()
    await cellsOf(page, 2).first().focus()
    await page.keyboard.press('Control+End')
    await expect.poll(async () => (await focused(page))[0]).toBe(facilities + 1)
    for (let presses = 0; presses < 40; presses++) await page.keyboard.press('ArrowUp')
    await expect.poll(async () => (await focused(page))[0]).toBe(facilities - 39)
    const [head, cell] = await page.evaluate(() => [
      document.querySelector('table[role=grid] thead th')?.getBoundingClientRect().bottom ?? 0,
      document.activeElement?.getBoundingClientRect().top ?? 0,
    ])
    expect(cell).toBeGreaterThanOrEqual(Math.floor(head!))
  })

  test('an address of the second page begins at its first row', async () => {
    const bare = await site.open('/?page=2', { javaScript: false })
    const first = await rows(bare).locator('th').first().innerText()
    const page = await openGrid('/?page=2')
    const place = table(page).locator(`tr[aria-rowindex="${rowsAPage + 2}"] th`)
    await place.waitFor()
    expect(await place.innerText()).toBe(first)
  })

  test('a filter keeps what it finds', async () => {
    const page = await openGrid()
    const name = await table(page).locator('tbody th').first().innerText()
    await page.getByLabel('Find').fill(name)
    await page.locator('main form button[type=submit]').click()
    await page.waitForURL(/find=/)
    await expect.poll(async () => (await table(page).locator('tbody th').allInnerTexts())[0]).toBe(name)
    await expect.poll(() => rows(page).count()).toBeLessThan(rowsAPage)
  })

  test('paper takes all rows', async () => {
    const page = await openGrid()
    await page.evaluate(() => {
      addEventListener('beforeprint', () => {
        document.title = String(document.querySelectorAll('table[role=grid] tbody tr').length)
      })
    })
    await page.pdf({ format: 'A4' })
    expect(await page.title()).toBe(String(facilities))
    await expect.poll(() => rows(page).count()).toBeLessThan(rowsAPage)
  })

  test.each([
    ['light', 'ltr', 1280],
    ['dark', 'rtl', 390],
  ] as const)('can be used by everybody: %s, %s, %d px', async (theme, direction, width) => {
    const page = await openGrid('/', { theme, direction, width })
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  })
})
