import type { Api } from '../server/caller.server.ts'
import type { Month } from '../server/domain/period.ts'
import { localDay, monthOf, parseMonth } from '../server/domain/period.ts'

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
}

/**
 * Reads month and region from the address. The latest month with figures is the usual one.
 * Throws a Response of 400 that says what is wrong with a malformed month.
 */
export async function scopeIn(request: Request, api: Api): Promise<PageScope> {
  const search = new URL(request.url).searchParams
  const { months, now, countryName, kind } = await api.installation.get()
  const current = monthOf(localDay(now, 'UTC'))
  const asked = search.get('month')
  const month = asked === null ? (months?.last ?? current) : parseMonth(asked)
  if (!month) throw malformed(asked ?? '')
  const regions = await api.facilities.regions({ month })
  return {
    month,
    first: months?.first ?? current,
    last: months?.last ?? current,
    isEmpty: months === undefined,
    region: search.get('region') || undefined,
    regions: regions.map(({ key, name }) => ({ id: key, name })),
    countryName,
    isDemonstration: kind === 'demonstration',
  }
}

/** The place that a page's figures of the whole are of. */
export function placeIn(scope: PageScope): { region: string } | { country: true } {
  return scope.region ? { region: scope.region } : { country: true }
}

function malformed(text: string): Response {
  return Response.json({ messageId: 'month.malformed', values: { text: text.slice(0, 40) } }, { status: 400 })
}

/** The name of that place: the chosen region, or the country. */
export function placeName(scope: PageScope): string {
  return scope.regions.find(({ id }) => id === scope.region)?.name ?? scope.countryName
}

/** The query that leads to another page about the same month and region. */
export function scopeQuery({ month, region }: Pick<PageScope, 'month' | 'region'>): string {
  return new URLSearchParams({ month, ...(region && { region }) }).toString()
}
