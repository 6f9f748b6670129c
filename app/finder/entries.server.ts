import type { Api } from '../../server/caller.server.ts'
import type { Permission } from '../../server/domain/access.ts'
import type { Month } from '../../server/domain/period.ts'
import { menuFor } from '../menu.ts'
import type { Reader } from '../reader.server.ts'
import { ruleLink } from '../rules/rule-words.server.ts'
import type { Entry } from './entry.ts'

/**
 * Everything that a reader with these permissions may open by name, in the reader's words: their own views, pages, the facilities of the
 * reader's place as they were in `month`, indicators, rules. `query` keeps month and region in the addresses.
 */
export async function entriesFor(
  api: Api,
  reader: Reader,
  { may, month, query }: { may: readonly Permission[]; month: Month; query: string },
): Promise<Entry[]> {
  const facilities = may.includes('facility.read') ? await api.facilities.list({ month }) : []
  const indicators = may.includes('indicator.read') ? await api.indicators.list() : []
  const rules = may.includes('rule.read') ? await api.rules.list() : []
  const views = may.includes('account.keep') ? await api.views.list() : []
  const { intl, words } = reader
  return [
    ...views.map<Entry>(({ name, path }) => ({ kind: 'view', title: name, detail: '', to: path })),
    ...menuFor(may).map<Entry>(({ to, words: id }) => ({
      kind: 'page',
      title: intl.formatMessage({ id }),
      detail: '',
      to: `${to}?${query}`,
    })),
    ...facilities.map<Entry>(({ key, name, regionName }) => ({
      kind: 'facility',
      title: name,
      detail: regionName ?? '',
      also: key,
      to: `/facilities/${encodeURIComponent(key)}?${query}`,
    })),
    ...indicators.map<Entry>(({ id, area }) => ({
      kind: 'indicator',
      title: words.indicator(id)?.title ?? id,
      detail: intl.formatMessage({ id: `area.${area}` }),
      also: id.replaceAll('-', ' '),
      to: `/indicators/${id}?${query}`,
    })),
    ...rules.map<Entry>(({ id }) => {
      const { name, topic } = ruleLink(id, reader)
      return { kind: 'rule', title: name, detail: topic, also: id.replaceAll('-', ' '), to: `/rules/${id}?${query}` }
    }),
  ]
}
