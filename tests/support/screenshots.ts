import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import type { Role } from '../../server/domain/access.ts'
import { findChromium } from './chromium.mjs'
import { signInAs } from './enter.ts'
import { pages, pagesOfOthers } from './pages.ts'

const usage = `Every page of a running demonstration as pictures, in light and dark, left to right and right to left:
  npm run screenshots -- FOLDER [--at http://localhost:3000] [--widths 390,1280] [--only compare,population]
FOLDER/index.html shows them beside each other. What is broken on the way is said: errors of a page, what is wider than the window.`

/** Where a page is looked at: how wide, in which theme, and in which direction. */
interface View {
  width: number
  theme: 'light' | 'dark'
  direction: 'ltr' | 'rtl'
}

const viewsOf = (widths: readonly number[]): View[] =>
  widths.flatMap((width) =>
    (['light', 'dark'] as const).flatMap((theme) =>
      (['ltr', 'rtl'] as const).map((direction) => ({ width, theme, direction })),
    ),
  )

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    at: { type: 'string', default: 'http://localhost:3000' },
    widths: { type: 'string', default: '390,1280' },
    only: { type: 'string', default: '' },
  },
})
const [folder] = positionals
const widths = values.widths.split(',').map(Number)
if (!folder || widths.some((width) => !(width >= 200 && width <= 8000))) {
  console.error(usage)
  process.exit(1)
}

const asked: [path: string, as: Role | null][] = [
  ['/sign-in', null],
  ...Object.values(pages).map((path): [string, Role] => [path, 'ministry-analyst']),
  ['/indicators/visited-in-90-days', 'ministry-analyst'],
  ['/indicators/pretrial-duration', 'lead-inspector'],
  ['/facilities/kel-01', 'facility-director'],
  ...pagesOfOthers.map(([path, as]): [string, Role] => [path, as]),
]
const wanted = values.only.split(',').filter((part) => part !== '')
const chosen = asked.filter(([path]) => wanted.length === 0 || wanted.some((part) => path.includes(part)))
const nameOf = (path: string, as: Role | null) =>
  `${path.slice(1).replaceAll('/', '-') || 'overview'}${as === null || as === 'ministry-analyst' ? '' : `.${as}`}`
const fileOf = (page: string, { width, theme, direction }: View) => `${page}.${width}.${theme}.${direction}.png`

mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] })
try {
  const sessions = new Map<Role | null, Awaited<ReturnType<BrowserContext['storageState']>>>()
  for (const view of viewsOf(widths)) {
    for (const as of new Set(chosen.map(([, role]) => role))) {
      if (!sessions.has(as)) sessions.set(as, await enter(browser, as))
      const context = await browser.newContext({
        baseURL: values.at,
        viewport: { width: view.width, height: view.width > 2000 ? 2160 : 900 },
        colorScheme: view.theme,
        storageState: sessions.get(as)!,
      })
      const kept = { theme: view.theme, dir: view.direction }
      await context.addCookies(Object.entries(kept).map(([name, value]) => ({ name, value, url: values.at })))
      const page = await context.newPage()
      for (const [path] of chosen.filter(([, role]) => role === as)) await picture(page, path, nameOf(path, as), view)
      await context.close()
    }
  }
  writeFileSync(join(folder, 'index.html'), sheetOf([...new Set(chosen.map(([path, as]) => nameOf(path, as)))]))
} finally {
  await browser.close()
}

async function enter(browser: Browser, as: Role | null) {
  const context = await browser.newContext({ baseURL: values.at })
  if (as !== null) await signInAs(await context.newPage(), as)
  const state = await context.storageState()
  await context.close()
  return state
}

async function picture(page: Page, path: string, name: string, view: View): Promise<void> {
  const file = fileOf(name, view)
  const tell = (what: string) => console.log(`${file}: ${what}`)
  const onError = (error: Error) => tell(error.message)
  page.on('pageerror', onError)
  const answer = await page.goto(path, { waitUntil: 'load' })
  if (answer?.status() !== 200 && path !== pages.nothing) tell(`answered ${answer?.status()}`)
  // Charts are drawn again with tooltips once they come into view.
  await page.waitForTimeout(300)
  for (const fault of await page.evaluate(tooWide)) tell(fault)
  await page.screenshot({ path: join(folder!, file), fullPage: true, animations: 'disabled' })
  page.off('pageerror', onError)
}

/** What is wider than the window; and in a window of a desk what has to be scrolled sideways. Runs in the page. */
function tooWide(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement
  const boxes = [...document.querySelectorAll<HTMLElement>('main section[tabindex], main [role=region][tabindex]')]
  const scrolled = boxes.filter((box) => box.scrollWidth > box.clientWidth + 1)
  return [
    ...(scrollWidth > clientWidth ? [`the page is ${scrollWidth - clientWidth} px wider than the window`] : []),
    ...(clientWidth < 1000 ? [] : scrolled).map(
      (box) => `"${box.getAttribute('aria-label')?.slice(0, 60)}" is ${box.scrollWidth - box.clientWidth} px too wide`,
    ),
  ]
}

/** All pictures beside each other: a row a page, a column a view. */
function sheetOf(names: readonly string[]): string {
  const rows = names.map((name) => {
    const cells = viewsOf(widths).map((view) => {
      const file = fileOf(name, view)
      return `<td><a href="${file}"><img src="${file}" alt="${file}" loading="lazy" width="240"></a></td>`
    })
    return `<tr><th>${name}</th>${cells.join('')}</tr>`
  })
  const heads = viewsOf(widths).map(({ width, theme, direction }) => `<th>${width} ${theme} ${direction}</th>`)
  return `<!doctype html><meta charset="utf-8"><title>Screenshots</title><style>td,th{vertical-align:top;text-align:start}</style>
<table><thead><tr><th></th>${heads.join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>\n`
}
