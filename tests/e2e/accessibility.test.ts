import { describe, expect, test } from 'vitest'
import { menu } from '../../app/menu.ts'
import { expectAccessible, faultsOf, nameOf, openSite, views } from '../support/browser.ts'

const site = await openSite()

/** Every page of the menu, and the page that stands in for one that is not there. */
const paths = [...menu.map(({ to }) => to), '/no-such-page']

describe.each(paths)('%s', (path) => {
  test.each(views.map((view) => [nameOf(view), view] as const))('can be used by everybody: %s', async (_name, view) => {
    const page = await site.open(path, view)
    expect(await page.locator('html').getAttribute('dir')).toBe(view.direction)
    await expectAccessible(page)
    // On a telephone nothing but a table scrolls sideways.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(view.width)
    if (path !== '/no-such-page') expect(faultsOf(page)).toEqual([])
  })

  test('shows its heading without scripts', async () => {
    const page = await site.open(path, { javaScript: false })
    expect((await page.locator('h1').textContent())?.trim()).toBeTruthy()
  })
})
