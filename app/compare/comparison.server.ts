import type { Api } from '../../server/caller.server.ts'
import { markOf } from '../../server/domain/charts/funnel-chart.ts'
import type { Reading } from '../../server/domain/indicators/reading.ts'
import type { StandardisedFor } from '../../server/domain/indicators/standardised.ts'
import { perOf } from '../../server/domain/indicators/unit.ts'
import { fewestExpected, tooFewForShare } from '../../server/domain/indicators/verdict.ts'
import { type Funnel, type FunnelPlace, funnel } from '../../server/domain/statistics/funnel.ts'
import { type PageScope, placeIn, scopeIn } from '../page-scope.server.ts'
import type { Compared, Outcome } from './outcome.ts'
import { type ComparedPeers, peersChosen } from './peers.server.ts'
import { type StandardisedComparison, standardisedBy, standardisedIn } from './standardised.server.ts'

export type Facts = Awaited<ReturnType<Api['indicators']['get']>>

/** One facility of a comparison, in register order. */
export interface ComparedFacility extends Compared {
  key: string
  reading: Reading
  /** Thirteen months, the compared one last; null where a month has no figure. */
  values: (number | null)[]
}

/** One indicator of all open facilities in one month, with what the funnel says of each. */
export interface Comparison {
  scope: PageScope
  facts: Facts
  peers: ComparedPeers
  /** The facilities of the chosen group, or all. */
  rows: ComparedFacility[]
  funnel: Funnel
  /** From a fraction to the unit of the figure. */
  per: number
  /** The figure of the whole place. */
  whole: Reading | undefined
  /** The same facilities against what their own people make likely, where the address asks for it and it can be made. */
  standardised: StandardisedComparison | undefined
  /** For what the address asks to allow, whether it can be or not. */
  standardisedFor: StandardisedFor | undefined
}

/** The indicator that is compared when the address names none. */
export const usualIndicator = 'occupancy-rate'

/**
 * Loads the comparison that an address asks for: what the page shows and what its file holds are one answer.
 * Refuses an unknown indicator, region or peer group, and a malformed month, as every page does.
 */
export async function comparisonIn(request: Request, api: Api): Promise<Comparison> {
  const indicator = new URL(request.url).searchParams.get('indicator') || usualIndicator
  const facts = await api.indicators.get({ indicator })
  const scope = await scopeIn(request, api)
  const { month, region } = scope
  const [found, place, kinds] = await Promise.all([
    api.indicators.compare({ indicator, month, region }),
    api.indicators.series({ place: placeIn(scope), indicators: [indicator], from: month, to: month }),
    api.peers.list({ month }),
  ])
  const { facilities, peers } = peersChosen(request, found, kinds)
  const places = facilities.flatMap(({ facility, reading }) => placeOf(facility.key, reading))
  const judged = funnelOf(facts, places)
  const outcomes = outcomesOf(judged)
  const rows = facilities.map(({ facility, reading, values }) => {
    const outcome: Outcome = reading.figure.state === 'counted' ? (outcomes.get(facility.key) ?? 'no-limits') : 'none'
    return { key: facility.key, name: facility.name, region: facility.regionName, reading, outcome, values }
  })
  const by = standardisedBy(request)
  const standardised = by && (await standardisedIn({ facts, rows, scope }, by, api))
  const whole = place.series[0]?.readings[0]
  return { scope, facts, peers, rows, funnel: judged, per: perOf(facts), whole, standardised, standardisedFor: by }
}

function placeOf(id: string, { figure }: Reading): FunnelPlace[] {
  if (figure.state !== 'counted' || figure.denominator === null) return []
  return [{ id, numerator: figure.numerator, denominator: figure.denominator }]
}

/** Shares and rates of independent cases have limits; every other kind of figure is compared without. */
function funnelOf({ statistics }: Facts, places: readonly FunnelPlace[]): Funnel {
  if (statistics === 'wilson') return funnel('share', places, { tooFewBelow: tooFewForShare })
  if (statistics === 'poisson') return funnel('rate', places, { tooFewBelow: fewestExpected })
  return funnel('complete-count', places, { tooFewBelow: 0 })
}

function outcomesOf(judged: Funnel): Map<string, Outcome> {
  if (judged.state !== 'limits') return new Map()
  return new Map(judged.verdicts.map((verdict) => [verdict.id, markOf(verdict)]))
}
