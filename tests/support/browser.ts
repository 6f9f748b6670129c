import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, expect, inject, onTestFinished } from 'vitest'
import type { Role } from '../../server/domain/access.ts'
import { findChromium } from './chromium.mjs'
import { enterAs } from './enter.ts'
import { cookieAt, signInKeyIn } from './real-session.ts'
import { type ServerProcess, startServer } from './server-process.ts'

/** Chromium as the tests run it: no window, no sandbox (containers), and no request of its own to anybody. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]

/** A server with an installation of its own, and a browser; both end after the test file. */
export interface Site {
  server: ServerProcess
  browser: Browser
  dataDir: string
  /** The cookie of a session in this role; the same for all who ask. */
  cookieOf(role: Role): Promise<string>
  /** A page of the site at `path`, loaded as a reader with these wishes sees it; closed after the test that opens it. */
  open(path: string, view?: Partial<View>): Promise<Page>
}

/** How a reader looks at a page. */
export interface View {
  theme: 'light' | 'dark'
  direction: 'ltr' | 'rtl'
  width: number
  javaScript: boolean
  /** As whom the reader is signed in; nobody has signed in with null. */
  as: Role | null
}

const usual: View = { theme: 'light', direction: 'ltr', width: 1280, javaScript: true, as: 'ministry-analyst' }

/** The server of a site alone, for what is asked without a browser; it ends after the test file. */
export async function openServer(
  dataDir = copyDemonstration(),
  isReal = false,
  settings: Record<string, string> = {},
): Promise<Omit<Site, 'browser' | 'open'>> {
  const server = await startServer({ DATA_DIR: dataDir, ...settings })
  afterAll(async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  })
  const cookies = new Map<Role, Promise<string>>()
  const enter = (role: Role) => (isReal ? cookieAt({ dataDir }, role, signInKeyIn(dataDir)) : enterAs(server.url, role))
  const cookieOf = (role: Role) => {
    const known = cookies.get(role) ?? enter(role)
    cookies.set(role, known)
    return known
  }
  return { server, dataDir, cookieOf }
}

/**
 * Call it once, at the top of a test file: `const site = await openSite()`. It shows a copy of the demonstration, or the
 * installation in `dataDir`, which is removed after the file. A real one offers no accounts: its people are made for it.
 */
export async function openSite(
  dataDir = copyDemonstration(),
  isReal = false,
  settings: Record<string, string> = {},
): Promise<Site> {
  const site = await openServer(dataDir, isReal, settings)
  const browser = await chromium.launch({ executablePath: findChromium(), args: flags })
  afterAll(async () => {
    await browser.close()
  })
  return { ...site, browser, open: (path, view) => openPage(site, browser, path, { ...usual, ...view }) }
}

/** A data directory of one's own with the demonstration in it. Who takes it removes it. */
export function copyDemonstration(): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'daylight-e2e-'))
  cpSync(inject('demonstration'), dataDir, { recursive: true })
  return dataDir
}

type Entrance = Pick<Site, 'server' | 'cookieOf'>

async function openPage({ server, cookieOf }: Entrance, browser: Browser, path: string, view: View): Promise<Page> {
  const { url } = server
  const context = await browser.newContext({
    baseURL: url,
    colorScheme: view.theme,
    viewport: { width: view.width, height: 900 },
    javaScriptEnabled: view.javaScript,
    reducedMotion: 'reduce',
  })
  onTestFinished(() => context.close())
  await wish(context, url, view)
  if (view.as) await carry(context, url, await cookieOf(view.as))
  const page = await context.newPage()
  watchFaults(page)
  await page.goto(path, { waitUntil: 'load' })
  if (view.javaScript) await awake(page)
  return page
}

/** Waits until the scripts of a page have taken it over, and have nothing more to do for now. */
async function awake(page: Page): Promise<void> {
  // React marks each element that it has taken over.
  await page.waitForFunction(() => Object.keys(document.body).some((key) => key.startsWith('__reactProps')))
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 5000 })))
}

/** The site keeps theme and direction in cookies, as `app/preferences.ts` reads them. */
async function wish(context: BrowserContext, url: string, { theme, direction }: View): Promise<void> {
  await context.addCookies([
    { name: 'theme', value: theme, url },
    { name: 'dir', value: direction, url },
  ])
}

async function carry(context: BrowserContext, url: string, cookie: string): Promise<void> {
  const [name = '', value = ''] = cookie.split('=', 2)
  await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Lax' }])
}

/** The ways of looking that accessibility is asked for: light and dark, both directions, telephone and desk. */
const everyView: View[] = (['light', 'dark'] as const).flatMap((theme) =>
  (['ltr', 'rtl'] as const).flatMap((direction) => [390, 1280].map((width) => ({ ...usual, theme, direction, width }))),
)

/** Four of the eight: they hold every pair of two wishes. `npm run test:all` looks at all eight. */
export const views = everyView.filter(
  ({ theme, direction, width }) =>
    process.env.DAYLIGHT_TEST_ALL || ((theme === 'light') === (direction === 'ltr')) === (width === 1280),
)

/**
 * The views of the page that stands at `at` in a list of pages: one view and its opposite in every wish, another such two
 * for the next page. So each page meets each wish, and four pages together meet every pair of wishes. `npm run test:all`
 * looks at all eight.
 */
export function viewsOf(at: number): View[] {
  if (process.env.DAYLIGHT_TEST_ALL) return everyView
  const one = at % (everyView.length / 2)
  return [everyView[one]!, everyView[everyView.length - 1 - one]!]
}

/** Name of a view in a test's title. */
export const nameOf = ({ theme, direction, width }: View) => `${theme}, ${direction}, ${width} px`

/** Fails with every fault that axe finds on the page: its rule, its help and the elements concerned. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(accessibilityRules).analyze()
  const faults = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(' ')}: ${failureSummary}`),
  )
  expect(faults).toEqual([])
}

/** Of so many that are alike, what holds of them holds of the next; each of thousands would take a minute a page. */
const mostAlike = 3

/**
 * Takes out of a page what stands behind many of its like, rows of a table and entries of a list: the last thing that is done
 * with a page before it is looked at, for its scripts do not know of it. `npm run test:all` looks at all of them.
 */
export async function thinOut(page: Page): Promise<void> {
  if (!process.env.DAYLIGHT_TEST_ALL) await page.evaluate(takeOut, mostAlike)
}

function takeOut(most: number) {
  for (const parent of document.querySelectorAll('tbody, ul, ol, dl, section, div, g')) {
    const counts = new Map<string, number>()
    for (const child of [...parent.children]) {
      const kind = `${child.tagName} ${child.getAttribute('class')} ${child.getAttribute('role')}`
      const count = (counts.get(kind) ?? 0) + 1
      counts.set(kind, count)
      if (count > most) child.remove()
    }
  }
}

const accessibilityRules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const faults = new WeakMap<Page, string[]>()

function watchFaults(page: Page): void {
  const noted: string[] = []
  faults.set(page, noted)
  page.on('pageerror', (error) => noted.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') noted.push(`console: ${message.text()}`)
  })
}

/** What the browser itself found wrong on a page since it was opened: script errors, missing files, refused content. */
export const faultsOf = (page: Page): string[] => faults.get(page) ?? []
