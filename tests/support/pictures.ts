import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findChromium } from './chromium.mjs'
import { signInAs } from './enter.ts'
import { startServer } from './server-process.ts'

/** The pictures of the README, taken from a running demonstration: `npm run build && npm run pictures`. */
const pictures = [
  ['overview', '/'],
  ['compare', '/compare?indicator=visited-in-90-days'],
  ['indicator', '/indicators/occupancy-rate'],
  ['rules', '/rules/nmr-45'],
] as const

const folder = 'docs/pictures'
mkdirSync(folder, { recursive: true })
const dataDir = mkdtempSync(join(tmpdir(), 'daylight-pictures-'))
const server = await startServer({ DATA_DIR: dataDir })
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] })
try {
  const page = await browser.newPage({ baseURL: server.url, viewport: { width: 1280, height: 900 } })

  await signInAs(page, 'ministry-analyst')
  for (const [name, path] of pictures) {
    await page.goto(server.url + path, { waitUntil: 'networkidle' })
    await page.screenshot({ path: join(folder, `${name}.png`) })
  }
  await page.goto(`${server.url}/facilities`, { waitUntil: 'networkidle' })
  await page.locator('tbody th a').nth(6).click()
  await page.waitForURL(/\/facilities\/./)
  // With scripts the address changes a moment before the page.
  await page.locator('h1').filter({ hasNotText: 'Facilities' }).waitFor()
  await page.screenshot({ path: join(folder, 'facility.png') })
} finally {
  await browser.close()
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
