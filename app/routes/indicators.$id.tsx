import type { LoaderFunctionArgs, SerializeFrom } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import { ask } from '../../server/caller.server.ts'
import { curveSource } from '../../server/domain/indicators/stay-curve.ts'
import { monthIndex } from '../../server/domain/period.ts'
import { monthsShown } from '../charts/asked-chart.server.ts'
import { Chart } from '../charts/chart.tsx'
import { ControlSection } from '../charts/control-section.tsx'
import { NumberBox } from '../components/number-box.tsx'
import { PageHead } from '../components/page-head.tsx'
import { ScopeControls } from '../components/scope-controls.tsx'
import { controlShown } from '../control-chart.server.ts'
import { eventMarksOf } from '../dated-events.server.ts'
import { useFormat } from '../format.ts'
import { curveAmong, curveShown } from '../indicators/curve.server.ts'
import { CurveSection } from '../indicators/curve-section.tsx'
import { definitionOf, isComplete } from '../indicators/definition.server.ts'
import { Definition, Evidence } from '../indicators/definition.tsx'
import { groupsShown } from '../indicators/groups.server.ts'
import { Groups } from '../indicators/groups.tsx'
import style from '../indicators/indicators.module.css'
import { OverrideTable } from '../indicators/override-table.tsx'
import { overridesShown } from '../indicators/overrides.server.ts'
import { ThresholdTable } from '../indicators/threshold-table.tsx'
import type { PageHandle } from '../page-handle.ts'
import { placeIn, placeName, scopeIn, scopeQuery } from '../page-scope.server.ts'
import { readerOf } from '../reader.server.ts'
import { ruleChangeMarks } from '../rule-changes.server.ts'
import { seriesChart } from '../series-chart.server.ts'

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: (_intl, { title }) => title,
  controls: ({ scope }) => <ScopeControls {...scope} />,
}

/** One indicator: its definition, and its figures of the country or a region. */
export async function loader(args: LoaderFunctionArgs) {
  const reader = await readerOf(args.request)
  return ask(args, async (api) => {
    const facts = await api.indicators.get({ indicator: args.params.id ?? '' })
    const scope = await scopeIn(args.request, api)
    const [place, name, at] = [placeIn(scope), placeName(scope), monthIndex(scope.month)]
    const { from, to } = monthsShown(scope)
    const source = curveSource(facts.id)
    const asked = [facts.id, ...(source ? [source.indicator] : [])]
    const [whole, groups, overrides, { events }] = await Promise.all([
      api.indicators.series({ place, indicators: [facts.id], from, to }),
      api.indicators.series({ place, indicators: asked, from: scope.month, to: scope.month, withGroups: true }),
      api.indicators.thresholds({ indicator: facts.id, place, month: scope.month, from, to }),
      api.events.list({ place, from, to }),
    ])
    const curve = curveAmong(groups.series, facts.id)
    const row = whole.series[0]
    const step = at - monthIndex(from)
    const reading = row?.readings[step]
    const marks = [
      ...eventMarksOf(events, whole.months, reader),
      ...ruleChangeMarks(facts, overrides.changes, whole.months, reader),
    ]
    const when = { place: name, month: reader.format.month(scope.month) }
    return {
      scope,
      place: name,
      query: scopeQuery(scope),
      title: reader.words.indicator(facts.id)?.title ?? facts.id,
      definition: definitionOf(facts, reader),
      reading,
      sourceName:
        reading && 'threshold' in reading.verdict ? reader.words.source(reading.verdict.threshold.source) : '',
      reporting: row?.reporting?.[step] ?? 0,
      expected: row?.expected?.[step] ?? 0,
      chart: seriesChart(facts, whole.months, row?.readings ?? [], name, reader, marks),
      curve: curve && curveShown(facts, curve, when, reader),
      control: controlShown(
        {
          definition: facts,
          months: whole.months,
          readings: row?.readings ?? [],
          name,
          events: marks,
        },
        reader,
      ),
      groups: groupsShown(
        facts,
        groups.series.filter(({ indicatorId }) => indicatorId === facts.id),
        when,
        reader,
      ),
      overrides: overridesShown(facts, overrides.thresholds, { reading, month: scope.month }, reader),
      isComplete: isComplete(facts),
      hasBreakdowns: facts.breakdowns.length > 0,
    }
  })
}

/** The page of one indicator. */
export default function Indicator() {
  const data = useLoaderData<typeof loader>()
  const { scope, place, query, definition, reading, reporting, expected } = data
  const intl = useIntl()
  const format = useFormat()
  const month = format.month(scope.month)
  const filesOf = (chart: string) => ({
    path: `/indicators/${definition.id}/chart`,
    query: `${new URLSearchParams({ chart })}&${query}`,
  })
  const crumbs = [{ to: `/indicators?${query}`, label: intl.formatMessage({ id: 'menu.indicators' }) }]
  return (
    <>
      <PageHead title={data.title} crumbs={crumbs} lede={definition.words?.measures} />
      <section aria-labelledby="now" className={style.section}>
        <h2 id="now">
          <FormattedMessage id="indicator.now" values={{ place, month }} />
        </h2>
        {reading && (
          <NumberBox reading={reading} unit={definition.unit} sourceName={data.sourceName} isComplete={data.isComplete}>
            {expected > 0 && (
              <p>
                <FormattedMessage id="overview.coverage" values={{ reporting, expected }} />
              </p>
            )}
          </NumberBox>
        )}
        <p>
          <Link to={`/compare?${new URLSearchParams({ indicator: definition.id })}&${query}`}>
            <FormattedMessage id="indicator.compare" />
          </Link>{' '}
          <FormattedMessage id="indicator.explain" />
        </p>
        <Chart spec={data.chart} files={filesOf('series')} />
      </section>
      {data.curve && <CurveSection shown={data.curve} files={filesOf('curve')} />}
      <ControlSection shown={data.control} events={`/events?${query}`} files={filesOf('control')} />
      {data.hasBreakdowns && (
        <Groups shown={data.groups} unit={definition.unit} place={place} month={month} filesOf={filesOf} />
      )}
      <section aria-labelledby="thresholds" className={style.section}>
        <h2 id="thresholds">
          <FormattedMessage id="indicator.thresholds" />
        </h2>
        <ThresholdTable rows={definition.thresholds} unit={definition.unit} />
        <OverrideTable shown={data.overrides} month={month} />
      </section>
      <Definition definition={definition} />
      <Evidence definition={definition} query={query} />
    </>
  )
}
