import { describe, expect, test } from 'vitest'
import { expectAccessible, faultsOf, nameOf, openSite, viewsOf } from '../support/browser.ts'
import { pages } from '../support/pages.ts'

const site = await openSite()

describe.each(Object.values(pages).map((path, at) => [path, viewsOf(at)] as const))('%s', (path, views) => {
  test.each(views.map((view) => [nameOf(view), view] as const))('can be used by everybody: %s', async (_name, view) => {
    const page = await site.open(path, view)
    expect(await page.locator('html').getAttribute('dir')).toBe(view.direction)
    await expectAccessible(page)
    // On a telephone nothing but a table scrolls sideways.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(view.width)
    if (path !== pages.nothing) expect(faultsOf(page)).toEqual([])
  })

  test('shows its heading without scripts', async () => {
    const page = await site.open(path, { javaScript: false })
    expect((await page.locator('h1').textContent())?.trim()).toBeTruthy()
  })
})
