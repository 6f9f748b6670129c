import type { Api } from '../../server/caller.server.ts'
import type { Reader } from '../reader.server.ts'
import type { HardLimit } from './breach-strip.tsx'

type Breaches = Awaited<ReturnType<Api['indicators']['breaches']>>

/** The hard limits of a month in the reader's words. */
export function limitsOf(breaches: Breaches, reader: Reader): HardLimit[] {
  return breaches.map(({ indicatorId, source, people, facilities, reporting, expected }) => ({
    id: indicatorId,
    title: reader.words.indicator(indicatorId)?.title ?? indicatorId,
    source,
    people,
    facilities: facilities.slice(0, mostNamed).map(({ facility, people: there }) => ({
      key: facility.key,
      name: facility.name,
      people: there,
    })),
    unnamed: Math.max(0, facilities.length - mostNamed),
    reporting,
    expected,
  }))
}

/** How many facilities are named in the strip; the others stand in the table of the indicator. */
const mostNamed = 12
