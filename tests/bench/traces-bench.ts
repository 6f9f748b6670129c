import type { Page } from 'playwright-core'
import type { CountryFiles } from './country.ts'
import { middleOf, type Trace, tracesOf } from './page-trace.ts'
import { kilobytes, type Result, time } from './result.ts'

/** A page that decides, and one thing that its reader typically does there. */
export interface TracedPage {
  name: string
  path: string
  act: (page: Page) => Promise<void>
}

const openFirst = (selector: string) => async (page: Page) => {
  await page.locator(selector).first().click()
}

/** The pages that decide, of a facility by its key. */
export function tracedPages(facility: string): TracedPage[] {
  return [
    { name: 'overview', path: '/', act: openFirst('main table thead a') },
    { name: 'compare', path: '/compare', act: openFirst('main details summary') },
    { name: 'facility', path: `/facilities/${facility}`, act: openFirst('main details summary') },
    { name: 'indicator', path: '/indicators/occupancy-rate', act: openFirst('main details summary') },
    { name: 'rules', path: '/rules', act: (page) => page.locator('main input:visible').first().fill('solitary') },
    { name: 'questions', path: '/questions', act: openFirst('main details summary') },
  ]
}

/** What is still good: Google's "good" at the 75th visitor in a hundred (web.dev, Web Vitals); here for the middle of some visits. */
const goals = { largestPaint: 2500, shift: 0.1, interaction: 200 }

/** Each page as somebody with a slow telephone has it. */
export async function traceResults(site: string, cookie: string, country: CountryFiles, times: number) {
  const results: Result[] = []
  for (const { name, path, act } of tracedPages(country.keys[7]!)) {
    const trace = middleOf(await tracesOf(`${site}${path}`, cookie, times, act))
    results.push({
      what: `slow telephone, ${name} (middle of ${times})`,
      measured: wordsOf(trace),
      goal: `LCP ≤ ${goals.largestPaint} ms, CLS ≤ ${goals.shift}, INP ≤ ${goals.interaction} ms`,
      isMet: isGood(trace),
    })
  }
  return results
}

function isGood({ largestPaint, shift, interaction = 0 }: Trace): boolean {
  return largestPaint <= goals.largestPaint && shift <= goals.shift && interaction <= goals.interaction
}

/** A trace in one line, by the names that the web gives its figures. */
export function wordsOf(trace: Trace): string {
  return [
    `FCP ${time(trace.firstPaint)}`,
    `LCP ${time(trace.largestPaint)}`,
    `TBT ${time(trace.blocking)}`,
    `longest task ${time(trace.longestTask)}`,
    `CLS ${trace.shift.toFixed(3)}`,
    ...(trace.interaction === undefined ? [] : [`INP ${time(trace.interaction)}`]),
    kilobytes(trace.bytes),
  ].join(', ')
}
