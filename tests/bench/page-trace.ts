import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core'
import { findChromium } from '../support/chromium.mjs'
import { spreadOf } from './measure.ts'

/** A telephone of the lower middle on a slow mobile line: the processor 4 times slower, 1.6 Mbit/s, 150 ms to and fro. */
const slow = { rate: 4, bytesASecond: 1_600_000 / 8, latency: 150 }

/**
 * What somebody with a slow telephone and an empty cache waits for and sees move; times in milliseconds. The names are those of
 * the W3C (Paint Timing, Largest Contentful Paint, Long Tasks, Layout Instability, Event Timing).
 */
export interface Trace {
  firstPaint: number
  largestPaint: number
  longestTask: number
  /** What tasks took beyond 50 ms each, after the first paint: for so long the page hears nobody. */
  blocking: number
  /** Largest sum of shifts of the layout within five seconds of each other, without a second's rest; no unit. */
  shift: number
  /** From one typical deed to the next paint; undefined where none was asked for. */
  interaction?: number
  /** That came over the line. */
  bytes: number
}

/** One visit after the other, each with an empty cache; `act` is what the visitor does once the page rests. */
export async function tracesOf(
  url: string,
  cookie: string,
  times: number,
  act?: (page: Page) => Promise<void>,
): Promise<Trace[]> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const traces: Trace[] = []
    for (let visit = 0; visit < times; visit++) traces.push(await traceOf(browser, url, cookie, act))
    return traces
  } finally {
    await browser.close()
  }
}

/** Of each figure the middle of all visits. */
export function middleOf(traces: readonly Trace[]): Trace {
  const middle = (of: (trace: Trace) => number) => spreadOf(traces.map(of)).p50
  const interactions = traces.flatMap(({ interaction }) => interaction ?? [])
  return {
    firstPaint: middle((trace) => trace.firstPaint),
    largestPaint: middle((trace) => trace.largestPaint),
    longestTask: middle((trace) => trace.longestTask),
    blocking: middle((trace) => trace.blocking),
    shift: middle((trace) => trace.shift),
    ...(interactions.length > 0 && { interaction: spreadOf(interactions).p50 }),
    bytes: middle((trace) => trace.bytes),
  }
}

async function traceOf(browser: Browser, url: string, cookie: string, act?: (page: Page) => Promise<void>) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  try {
    const [name = '', value = ''] = cookie.split('=', 2)
    await context.addCookies([{ name, value, url }])
    // tsx names functions by a helper of its own, which the page does not have.
    await context.addInitScript({ content: 'globalThis.__name = (made) => made' })
    await context.addInitScript(observe)
    const page = await context.newPage()
    const bytes = await slowDown(page)
    await page.goto(url, { waitUntil: 'networkidle', timeout: 120_000 })
    await page.waitForFunction(() => window.seen.largest.length > 0 && window.seen.paints.length > 0, undefined, {
      timeout: 10_000,
    })
    const seen = await page.evaluate(() => window.seen)
    const firstPaint = seen.paints.find((one) => one.name === 'first-contentful-paint')?.at
    const largestPaint = seen.largest.at(-1)
    if (firstPaint === undefined || largestPaint === undefined) throw new Error(`${url} told of no paint`)
    const before = { ...seen, bytes: bytes() }
    await act?.(page)
    const after = act ? await page.evaluate(heard) : undefined
    return {
      firstPaint,
      largestPaint,
      longestTask: Math.max(0, ...before.tasks.map(({ lasts }) => lasts)),
      blocking: sum(before.tasks.filter(({ at }) => at >= firstPaint).map(({ lasts }) => lasts - 50)),
      shift: largestShift(before.shifts),
      ...(after !== undefined && { interaction: after }),
      bytes: before.bytes,
    }
  } finally {
    await context.close()
  }
}

interface Seen {
  paints: { name: string; at: number }[]
  largest: number[]
  tasks: { at: number; lasts: number }[]
  shifts: { at: number; by: number }[]
  /** Of deeds of the visitor: how long until the next paint. */
  deeds: number[]
}
declare global {
  interface Window {
    seen: Seen
  }
}

/** Runs in the page before anything else of it. */
function observe(): void {
  const seen: Seen = { paints: [], largest: [], tasks: [], shifts: [], deeds: [] }
  window.seen = seen
  type Told = PerformanceEntry & { value: number; hadRecentInput: boolean; interactionId: number }
  const watch = (type: string, take: (entry: Told) => void) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) take(entry as Told)
    }).observe({ type, buffered: true, durationThreshold: 16 } as PerformanceObserverInit)
  watch('paint', (entry) => seen.paints.push({ name: entry.name, at: entry.startTime }))
  watch('largest-contentful-paint', (entry) => seen.largest.push(entry.startTime))
  watch('longtask', (entry) => seen.tasks.push({ at: entry.startTime, lasts: entry.duration }))
  watch('layout-shift', (entry) => {
    if (!entry.hadRecentInput) seen.shifts.push({ at: entry.startTime, by: entry.value })
  })
  watch('event', (entry) => {
    if (entry.interactionId > 0) seen.deeds.push(entry.duration)
  })
}

/** How long the slowest deed took. What is quicker than the browser tells of, 16 ms, counts as that. */
async function heard(): Promise<number> {
  // Told of after the paint that ends it.
  await new Promise((done) => setTimeout(done, 1500))
  return Math.max(16, ...window.seen.deeds)
}

const sum = (all: readonly number[]) => all.reduce((whole, one) => whole + one, 0)

/** The largest session window of shifts (web.dev, Cumulative Layout Shift). */
function largestShift(shifts: Seen['shifts']): number {
  let [largest, window, began, last] = [0, 0, 0, Number.NEGATIVE_INFINITY]
  for (const { at, by } of shifts) {
    if (at - last > 1000 || at - began > 5000) [window, began] = [0, at]
    window += by
    last = at
    largest = Math.max(largest, window)
  }
  return largest
}

/** Makes line and processor slow. Answers how many bytes have come since. */
async function slowDown(page: Page): Promise<() => number> {
  const devtools = await page.context().newCDPSession(page)
  const bytes = await countBytes(devtools)
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: slow.latency,
    downloadThroughput: slow.bytesASecond,
    uploadThroughput: slow.bytesASecond,
  })
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slow.rate })
  return bytes
}

async function countBytes(devtools: CDPSession): Promise<() => number> {
  let bytes = 0
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await devtools.send('Network.enable')
  return () => bytes
}
