import type { MessageId } from '../messages/ids.ts'
import { placeName, scopeQuery } from '../page-scope.server.ts'
import type { Reader } from '../reader.server.ts'
import { type EquityAsked, equityChart, equityFinding, equityRows, periodOf } from './equity.server.ts'

/** The groups of an indicator as the page shows them. */
export function equityPage(asked: EquityAsked, reader: Reader) {
  const { facts, scope, equity } = asked
  return {
    scope,
    place: placeName(scope),
    period: periodOf(asked, reader),
    query: scopeQuery(scope),
    indicator: facts.id,
    title: reader.words.indicator(facts.id)?.title ?? facts.id,
    finding: equityFinding(asked),
    said: saidOf(asked),
    chart: equityChart(asked, reader),
    rows: equityRows(asked, reader),
    unreported:
      equity.state === 'pooled'
        ? equity.unreported.map((id) => reader.intl.formatMessage({ id: `equity.group.${id}` }))
        : [],
  }
}

/** What a reader must know before the figures: which months are in them, and what was tested. */
function saidOf({ facts, equity }: EquityAsked): MessageId[] {
  if (equity.state === 'no-quotient') return ['equity.no-quotient']
  const isTested = facts.statistics !== 'clustered'
  return [`equity.${equity.pooling}`, isTested ? 'equity.together' : 'equity.not-tested']
}
