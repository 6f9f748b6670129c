import { describe, expect, test } from 'vitest'
import type { Role } from '../../server/domain/access.ts'
import { expectAccessible, faultsOf, nameOf, openSite, thinOut, viewsOf } from '../support/browser.ts'
import { pages, pagesOfOthers } from '../support/pages.ts'

const site = await openSite()

const ofAnalysts = Object.values(pages).map((path): [string, Role] => [path, 'ministry-analyst'])
const all = [...ofAnalysts, ...pagesOfOthers].map(([path, as], at) => [path, as, viewsOf(at)] as const)

describe.each(all)('%s, as %s', (path, as, views) => {
  test.each(views.map((view) => [nameOf(view), view] as const))('can be used by everybody: %s', async (_name, view) => {
    const page = await site.open(path, { ...view, as })
    expect(await page.locator('html').getAttribute('dir')).toBe(view.direction)
    // On a telephone nothing but a table scrolls sideways.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(view.width)
    if (path !== pages.nothing) expect(faultsOf(page)).toEqual([])
    await thinOut(page)
    await expectAccessible(page)
  })

  test('shows its heading without scripts', async () => {
    const page = await site.open(path, { javaScript: false, as })
    expect((await page.locator('h1').textContent())?.trim()).toBeTruthy()
  })
})
