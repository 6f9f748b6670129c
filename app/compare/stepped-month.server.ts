import { redirect } from '@remix-run/node'
import { monthAt } from '../../server/domain/period.ts'
import { refusal } from '../page-scope.server.ts'

/** Months of the years 1900 to 2999, as places on a slider. */
const places = /^\d{5}$/

/**
 * Leads an address with a place on the slider (`?at=24311`) to the one with its month, so that a link always names the month.
 * Throws the Response that does, or one of 400 for a place that is none.
 */
export function leadToMonth(request: Request): void {
  const { pathname, searchParams } = new URL(request.url)
  const at = searchParams.get('at')
  if (at === null) return
  if (!places.test(at)) throw refusal(400, 'month.malformed', at)
  searchParams.delete('at')
  searchParams.set('month', monthAt(Number(at)))
  throw redirect(`${pathname}?${searchParams}`)
}
