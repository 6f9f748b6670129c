import type { Api } from '../../server/caller.server.ts'
import type { ChartSpec } from '../../server/domain/charts/spec.ts'
import { fileNotes } from '../file-notes.server.ts'
import { boundsOf } from '../indicators/definition.server.ts'
import { levelWords } from '../indicators/threshold-level.ts'
import type { PageScope } from '../page-scope.server.ts'
import type { Reader } from '../reader.server.ts'
import { sourceText } from '../series-chart.server.ts'

type Titled = Pick<ChartSpec, 'title'>
type Facts = Awaited<ReturnType<Api['indicators']['get']>>

/** Of which place and time a chart is, in words. */
export interface ChartWhen {
  place: string
  period: string
}

/** What a file says of its chart, key and text, the title first. */
export type About = [key: string, text: string][]

/** What a file says of a chart of one indicator: where it is from, when, by which definition, and whose its thresholds are. */
export function aboutOf(spec: Titled, facts: Facts, scope: PageScope, when: ChartWhen, reader: Reader): About {
  return [...originOf(spec, scope, when, reader), definitionSaid(facts, reader), ...thresholdsSaid(facts, reader)]
}

/** What a file says of a chart of several indicators: each definition, and no thresholds, for none is drawn. */
export function aboutSeveral(
  spec: Titled,
  all: readonly Facts[],
  scope: PageScope,
  when: ChartWhen,
  reader: Reader,
): About {
  return [...originOf(spec, scope, when, reader), ...all.map((facts) => definitionSaid(facts, reader))]
}

/** Title, source, that the country is invented or figures are being made anew where it is so, place and period. */
export function originOf(spec: Titled, scope: PageScope, when: ChartWhen, reader: Reader): About {
  const { intl } = reader
  return [
    ['title', spec.title],
    ['source', intl.formatMessage({ id: 'chart.file.source' }, { country: scope.countryName })],
    ...fileNotes(scope, reader),
    ['period', intl.formatMessage({ id: 'chart.file.period' }, { ...when })],
  ]
}

function definitionSaid(facts: Facts, { intl, words }: Reader): About[number] {
  const spoken = words.indicator(facts.id)
  const values = {
    title: spoken?.title ?? facts.id,
    id: facts.id,
    version: String(facts.version),
    measures: spoken?.measures ?? '',
  }
  return ['definition', intl.formatMessage({ id: 'chart.file.definition' }, values)]
}

function thresholdsSaid(facts: Facts, reader: Reader): About {
  return facts.thresholds.map((threshold) => {
    const values = {
      level: reader.intl.formatMessage({ id: levelWords[threshold.level] }),
      bounds: boundsOf(threshold, facts.unit, reader),
      source: sourceText(threshold.source, reader),
    }
    return ['threshold', reader.intl.formatMessage({ id: 'chart.file.threshold' }, values)]
  })
}
