import type { Api } from '../server/caller.server.ts'
import { type BeingMade, type BeingMadeWhat, beingMadeWhat, mayStillChange } from '../server/domain/being-made.ts'
import type { Month } from '../server/domain/period.ts'
import { localDay, monthOf, parseMonth } from '../server/domain/period.ts'
import type { RefusalId } from '../server/domain/refusals.en.ts'

/** What a page with figures is about: a month, and a region or the whole country. */
export interface PageScope {
  month: Month
  /** The months that have anything to show; the current month alone in an empty installation. */
  first: Month
  last: Month
  isEmpty: boolean
  /** The key of the chosen region. */
  region: string | undefined
  regions: { id: string; name: string }[]
  countryName: string
  isDemonstration: boolean
  /** What is being made anew, where that can change what the page shows. */
  beingMade: (BeingMade & { what: BeingMadeWhat }) | undefined
}

/**
 * Reads month and region from the address. The latest month with figures is the usual one.
 * Pages of one facility (`facility`: its key) offer no choice of region and do not ask for them, and neither do those where
 * `withRegions` says so.
 * Throws a Response of 400 for a month that is none or has not begun, of 404 for a region that is not there in it.
 */
export async function scopeIn(
  request: Request,
  api: Api,
  { facility, withRegions = facility === undefined }: { facility?: string | undefined; withRegions?: boolean } = {},
): Promise<PageScope> {
  const search = new URL(request.url).searchParams
  const { months, now, countryName, kind, beingMade } = await api.installation.get()
  const current = monthOf(localDay(now, 'UTC'))
  const asked = search.get('month')
  const month = asked === null ? (months?.last ?? current) : parseMonth(asked)
  if (!month) throw refusal(400, 'month.malformed', asked ?? '')
  if (month > current && month > (months?.last ?? current)) throw refusal(400, 'month.not-begun', month)
  const regions = withRegions ? await api.facilities.regions({ month }) : []
  const region = search.get('region') || undefined
  // A page of one facility only carries the region along, back to the pages that it came from.
  if (withRegions && region && !regions.some(({ key }) => key === region)) throw refusal(404, 'region.none', region)
  return {
    month,
    first: months?.first ?? current,
    last: months?.last ?? current,
    isEmpty: months === undefined,
    region,
    regions: regions.map(({ key, name }) => ({ id: key, name })),
    countryName,
    isDemonstration: kind === 'demonstration',
    beingMade:
      beingMade && mayStillChange(beingMade, month)
        ? { ...beingMade, what: beingMadeWhat(beingMade, facility) }
        : undefined,
  }
}

/** The place that a page's figures of the whole are of. */
export function placeIn(scope: PageScope): { region: string } | { country: true } {
  return scope.region ? { region: scope.region } : { country: true }
}

/** What the address names and cannot be, in words; to be thrown. */
export function refusal(status: 400 | 404, messageId: RefusalId, text: string): Response {
  return Response.json({ messageId, values: { text: text.slice(0, 40) } }, { status })
}

/** The name of that place: the chosen region, or the country. */
export function placeName(scope: PageScope): string {
  return scope.regions.find(({ id }) => id === scope.region)?.name ?? scope.countryName
}

/** The query that leads to another page about the same month and region. */
export function scopeQuery({ month, region }: Pick<PageScope, 'month' | 'region'>): string {
  return new URLSearchParams({ month, ...(region && { region }) }).toString()
}
