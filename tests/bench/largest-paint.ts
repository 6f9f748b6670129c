import { chromium, type Page } from 'playwright-core'
import { findChromium } from '../support/chromium.mjs'

/** A telephone of the lower middle on a slow mobile line: the processor 4 times slower, 1.6 Mbit/s, 150 ms to and fro. */
const slow = { rate: 4, bytesASecond: 1_600_000 / 8, latency: 150 }

/**
 * Milliseconds until the largest part of a page is drawn (Largest Contentful Paint, W3C), on a slow telephone with an
 * empty cache: one for each of `times` visits.
 * @throws Error when no Chromium is found, or when the browser tells of no paint.
 */
export async function largestPaints(url: string, cookie: string, times: number): Promise<number[]> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const paints: number[] = []
    for (let visit = 0; visit < times; visit++) {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
      const [name = '', value = ''] = cookie.split('=', 2)
      await context.addCookies([{ name, value, url }])
      const page = await context.newPage()
      await slowDown(page)
      await page.goto(url, { waitUntil: 'networkidle', timeout: 120_000 })
      paints.push(await largestPaint(page))
      await context.close()
    }
    return paints
  } finally {
    await browser.close()
  }
}

async function slowDown(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: slow.latency,
    downloadThroughput: slow.bytesASecond,
    uploadThroughput: slow.bytesASecond,
  })
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slow.rate })
}

async function largestPaint(page: Page): Promise<number> {
  const at = await page.evaluate(
    () =>
      new Promise<number | undefined>((done) => {
        new PerformanceObserver((list) => done(list.getEntries().at(-1)?.startTime)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        })
        setTimeout(() => done(undefined), 5000)
      }),
  )
  if (at === undefined) throw new Error(`${page.url()} told of no paint`)
  return at
}
