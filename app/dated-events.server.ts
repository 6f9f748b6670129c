import type { Api } from '../server/caller.server.ts'
import type { DatedEvent } from '../server/domain/charts/spec.ts'
import { type Month, monthOf } from '../server/domain/period.ts'
import type { Reader } from './reader.server.ts'

type Event = Awaited<ReturnType<Api['events']['list']>>['events'][number]

/** Events as marks of a chart over `months`: each in its month, with what it was and where to look it up. */
export function eventMarksOf(
  events: readonly Pick<Event, 'kind' | 'on' | 'cited'>[],
  months: readonly Month[],
  { intl }: Pick<Reader, 'intl'>,
): DatedEvent[] {
  return events.flatMap(({ kind, on, cited }) => {
    const at = months.indexOf(monthOf(on))
    const words = intl.formatMessage({ id: `event.kind.${kind}` })
    return at < 0 ? [] : [{ at, name: intl.formatMessage({ id: 'event.mark' }, { kind: words, cited }) }]
  })
}
