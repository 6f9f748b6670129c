import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Role } from '../../server/domain/access.ts'
import { askAt } from '../support/ask.ts'
import { expectAccessible, faultsOf, nameOf, openSite, views } from '../support/browser.ts'
import { enterAs, signInAs } from '../support/enter.ts'
import { answered, pages } from '../support/pages.ts'
import { runServer } from '../support/server-process.ts'

const site = await openSite()
const own = { host: `localhost:${site.server.port}`, origin: `http://localhost:${site.server.port}` }

const ask = (path: string, headers: Record<string, string> = {}, method?: string) =>
  askAt(site.server.port, path, headers, method)
const asRole = async (role: Role, path: string) => ask(path, { cookie: await site.cookieOf(role) })
const heading = async (page: Page) => (await page.locator('h1').innerText()).trim()
const menuOf = (page: Page) => page.getByRole('navigation', { name: 'Main menu' }).first().getByRole('link')
const here = (page: Page) => new URL(page.url())

describe('whoever has not signed in', () => {
  test.each([...answered, '/compare.csv', '/overview/rows'])(
    'is led from %s to the door, and told nothing',
    async (path) => {
      const { status, headers, text } = await ask(path)
      expect(status).toBe(302)
      expect(headers.location).toBe(path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`)
      expect(text).toBe('')
    },
  )

  test('gets a clear refusal from the API, whatever is asked', async () => {
    for (const path of ['installation.get', 'facilities.list', 'nothing.at-all']) {
      const { status, text } = await ask(`/api/trpc/${path}`)
      expect([path, status]).toEqual([path, 401])
      expect(JSON.parse(text).error.json).toMatchObject({ message: 'session.none', data: { httpStatus: 401 } })
    }
  })

  test('is nobody with a cookie that was changed or made up', async () => {
    const cookie = await enterAs(site.server.url, 'ministry-analyst')
    expect((await ask('/facilities', { cookie })).status).toBe(200)
    const at = cookie.indexOf('=') + 3
    const changed = cookie.slice(0, at) + (cookie[at] === 'a' ? 'b' : 'a') + cookie.slice(at + 1)
    for (const wrong of [
      changed,
      cookie.slice(0, -6),
      'daylight.session_token=x.y',
      'daylight.session_token=%E0%A4%A',
    ]) {
      expect((await ask('/facilities', { cookie: wrong })).status).toBe(302)
    }
  })

  test.each(['//evil.example', 'https://evil.example', '/\\evil.example', '/sign-out'])(
    'is not led on to %s after the door',
    async (next) => {
      const page = await site.open(`/sign-in?next=${encodeURIComponent(next)}`, { as: null, javaScript: false })
      await page.locator('button[name=person]').first().click()
      await page.waitForURL(/\/facilities\/kel-01/)
      expect(here(page).host).toBe(new URL(site.server.url).host)
    },
  )
})

describe.each([
  ['without scripts', false],
  ['with scripts', true],
] as const)('%s', (_name, javaScript) => {
  test('somebody enters by one click, comes to the page that they asked for, changes the role, and leaves', async () => {
    const page = await site.open('/compare?indicator=occupancy-rate', { as: null, javaScript })
    expect(await heading(page)).toBe('Sign in')
    await page.locator('button[name=person]').filter({ hasText: 'Yara Colvex' }).click()
    // Two roles: one has to be chosen first.
    await page.waitForURL(/\/role/)
    await page.locator('main button').filter({ hasText: 'Ministry analyst' }).click()
    await page.waitForURL(/\/compare/)
    expect(here(page).searchParams.get('indicator')).toBe('occupancy-rate')

    await page.locator('header summary').filter({ hasText: 'Yara Colvex' }).click()
    await page.locator('header button').filter({ hasText: 'Facility director' }).click()
    await page.waitForURL(/\/facilities\/ost-02/)
    expect(await heading(page)).toBe('Stelbrook Prison')
    expect((await page.goto('/facilities/ost-01'))?.status()).toBe(404)

    await page.locator('header summary').filter({ hasText: 'Yara Colvex' }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL(/\/sign-in/)
    await page.goto('/facilities/ost-02')
    expect(here(page).pathname).toBe('/sign-in')
  })
})

test('leaving ends the session itself, and has the browser forget what it kept', async () => {
  const cookie = await enterAs(site.server.url, 'ministry-analyst')
  const visited = await ask('/sign-out', { cookie })
  expect([visited.status, visited.headers.location]).toEqual([302, '/'])
  expect((await ask('/facilities', { cookie })).status).toBe(200)
  const left = await ask('/sign-out', { cookie, ...own }, 'POST')
  expect(left.headers['clear-site-data']).toBe('"cache", "cookies"')
  expect(String(left.headers['set-cookie'])).toMatch(/^daylight\.session_token=; Max-Age=0/)
  expect((await ask('/facilities', { cookie })).status).toBe(302)
})

test('the cookie of a session is out of reach of scripts and of other sites', async () => {
  const { text } = await ask('/sign-in')
  const person = /name="person" value="([^"]+)"/.exec(text)?.[1] ?? ''
  const answer = await fetch(`${site.server.url}/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ way: 'demonstration', person }),
    redirect: 'manual',
    headers: { origin: site.server.url },
  })
  expect(answer.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^daylight\.session_token=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/),
  ])
})

test('an account that is none of the demonstration’s is not there', async () => {
  for (const person of ['', 'x', '01900000-0000-7000-8000-000000000001']) {
    const answer = await fetch(`${site.server.url}/sign-in`, {
      method: 'POST',
      body: new URLSearchParams({ way: 'demonstration', person }),
      redirect: 'manual',
      headers: { origin: site.server.url },
    })
    expect([person, answer.status, answer.headers.getSetCookie()]).toEqual([person, 404, []])
  }
})

describe('a director', () => {
  test('begins at the own facility and finds nothing of another', async () => {
    const page = await site.open('/home', { as: 'facility-director' })
    expect(here(page).pathname).toBe('/facilities/kel-01')
    expect(faultsOf(page)).toEqual([])
    for (const path of ['/facilities/ost-01', '/facilities/ost-01/occupancy-rate', '/?region=keltrand']) {
      const other = await asRole('facility-director', path)
      const nothing = await asRole('facility-director', path.replace(/ost-01|keltrand/, 'atlantis'))
      expect([path, other.status, nothing.status]).toEqual([path, 404, 404])
      expect(other.text).not.toMatch(/Morvane|Keltrand/)
    }
    expect((await asRole('facility-director', '/facilities')).text).not.toContain('Morvane')
  })

  test('is told what made the own population change, and of no other place', async () => {
    const { text } = await asRole('facility-director', '/population')
    expect(text).toContain('The facility that you may see: mean number of people held')
    expect(text).not.toMatch(/(Vesmoria|Keltrand): mean number/)
    expect(text).toContain('By facility, in register order')
  })

  test('sees in a figure laid open which file each line came from', async () => {
    const { text } = await asRole('facility-director', pages.figure)
    expect(text).toMatch(/core-[\w-]+\.csv/)
  })
})

describe('the menu offers what the role may see', () => {
  const figures = [
    'Overview',
    'Facilities',
    'Compare',
    'Map',
    'What changed',
    'Where to look',
    'Population flow',
    'Equity',
  ]
  test.each([
    ['facility-director', figures],
    ['npm-member', figures],
    ['facility-liaison', ['Facilities', 'Rules']],
    ['expert-or-interpreter', ['Facilities', 'Rules']],
  ] as [Role, string[]][])('to a %s', async (role, entries) => {
    const page = await site.open('/home', { as: role })
    expect((await menuOf(page).allInnerTexts()).slice(0, entries.length)).toEqual(entries)
    for (const link of await menuOf(page).all()) {
      const path = (await link.getAttribute('href')) ?? ''
      expect([path, (await asRole(role, path)).status]).toEqual([path, 200])
    }
  })

  test.each(['administration-administrator', 'inspectorate-administrator', 'npm-auditor'] as const)(
    'to a %s, who has no overview and begins elsewhere',
    async (role) => {
      const page = await site.open('/', { as: role })
      expect(here(page).pathname).not.toBe('/')
      expect(await menuOf(page).allInnerTexts()).not.toContain('Overview')
      for (const path of [pages.facilities, pages.facility, pages.figure, pages.compare, pages.indicator]) {
        expect([path, (await asRole(role, path)).status]).toEqual([path, 404])
      }
    },
  )
})

describe.each(views.map((view) => [nameOf(view), view] as const))(
  'the door and the menu of a person: %s',
  (_name, view) => {
    test('can be used by everybody', async () => {
      const door = await site.open('/sign-in', { ...view, as: null })
      await expectAccessible(door)
      expect(await door.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(view.width)
      await signInAs(door, 'ministry-duty-desk')
      await door.locator('header summary').filter({ hasText: 'Ruben Achterby' }).click()
      await expectAccessible(door)
      expect(await door.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(view.width)
      await door.goto('/role')
      await expectAccessible(door)
      expect(faultsOf(door)).toEqual([])
    })
  },
)

test('a demonstration stays on its computer', async () => {
  const away = { HOST: '0.0.0.0', PUBLIC_URL: 'https://daylight.example.org' }
  const server = runServer({ ...away, DATA_DIR: site.dataDir.concat('-away') })
  expect(await server.ended).toBe(1)
  expect(server.said()).toContain('everybody may enter a demonstration')
})
