import type { LoaderFunctionArgs, SerializeFrom } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import { ask } from '../../server/caller.server.ts'
import type { Unit } from '../../server/domain/indicators/define.ts'
import { arithmeticOf } from '../../server/domain/indicators/quotient.ts'
import { perOf } from '../../server/domain/indicators/unit.ts'
import { type Day, monthsFrom, parseDay } from '../../server/domain/period.ts'
import type { Figure } from '../../server/domain/value.ts'
import { monthsShown } from '../charts/asked-chart.server.ts'
import { Chart } from '../charts/chart.tsx'
import { ControlSection } from '../charts/control-section.tsx'
import { AbsentValue } from '../components/figure-value.tsx'
import { NumberBox } from '../components/number-box.tsx'
import { PageHead } from '../components/page-head.tsx'
import { PeriodPicker } from '../components/period-picker.tsx'
import { controlShown } from '../control-chart.server.ts'
import { eventMarksOf } from '../dated-events.server.ts'
import { knownOf, needsOf, revisionsOf } from '../facility/explain.server.ts'
import { KnownOn } from '../facility/known-on.tsx'
import { NeedTable } from '../facility/need-table.tsx'
import { Side } from '../facility/side.tsx'
import { useFormat } from '../format.ts'
import { curveShown } from '../indicators/curve.server.ts'
import { CurveSection } from '../indicators/curve-section.tsx'
import { isComplete } from '../indicators/definition.server.ts'
import type { PageHandle } from '../page-handle.ts'
import { refusal, scopeIn, scopeQuery } from '../page-scope.server.ts'
import { usePerson } from '../person.ts'
import { NoteList } from '../quality/note-list.tsx'
import { noteRows } from '../quality/notes.server.ts'
import { readerOf } from '../reader.server.ts'
import { ruleChangeMarks } from '../rule-changes.server.ts'
import { seriesChart } from '../series-chart.server.ts'

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: (_intl, { title, facility }) => `${title}: ${facility.name}`,
  controls: ({ scope }) => <PeriodPicker month={scope.month} first={scope.first} last={scope.last} />,
}

/** One figure of one facility, laid open. */
export async function loader(args: LoaderFunctionArgs) {
  const reader = await readerOf(args.request)
  const [key, indicator] = [args.params.key ?? '', args.params.indicator ?? '']
  return ask(args, async (api) => {
    const scope = await scopeIn(args.request, api, { facility: key })
    const { from, to } = monthsShown(scope)
    const place = { facility: key }
    const [explained, facts, { changes }] = await Promise.all([
      api.indicators.explain({ indicator, facility: key, month: scope.month, from, to, ...knownIn(args.request) }),
      api.indicators.get({ indicator }),
      api.indicators.thresholds({ indicator, place, month: scope.month, from, to }),
    ])
    const words = reader.words.indicator(indicator)
    const { facility, definition, reading, readings, curve } = explained
    const months = monthsFrom(from, to)
    const source = 'threshold' in reading.verdict ? reading.verdict.threshold.source : undefined
    const marks = [
      ...eventMarksOf(explained.happened, months, reader),
      ...ruleChangeMarks(facts, changes, months, reader),
    ]
    return {
      scope,
      query: scopeQuery(scope),
      facility,
      id: definition.id,
      unit: definition.unit,
      version: definition.version,
      title: words?.title ?? definition.id,
      words,
      reading,
      sourceName: source && reader.words.source(source),
      isComplete: isComplete(definition),
      needs: needsOf(explained, reader),
      revisions: revisionsOf(explained, reader),
      known: knownOf(explained, reader),
      notes: noteRows(explained.notes, reader),
      chart: seriesChart(definition, months, readings, facility.name, reader, marks),
      curve:
        curve && curveShown(facts, curve, { place: facility.name, month: reader.format.month(scope.month) }, reader),
      control: controlShown(
        {
          definition,
          months,
          readings,
          name: facility.name,
          events: marks,
        },
        reader,
      ),
    }
  })
}

/** The day that the address asks for (`?known=2024-05-31`), if any. Throws a Response of 400 for a day that is none. */
function knownIn(request: Request): { known?: Day } {
  const asked = new URL(request.url).searchParams.get('known')
  if (!asked) return {}
  const known = parseDay(asked)
  if (!known) throw refusal(400, 'day.malformed', asked)
  return { known }
}

/** The page of one number. */
export default function Explain() {
  const data = useLoaderData<typeof loader>()
  const { scope, query, facility, reading, words } = data
  const mayRead = usePerson()?.may.includes('record.read')
  const intl = useIntl()
  const format = useFormat()
  const filesOf = (chart: string) => ({
    path: `/facilities/${encodeURIComponent(facility.key)}/${data.id}/chart`,
    query: `${new URLSearchParams({ chart })}&${query}`,
  })
  const crumbs = [
    { to: `/facilities?${query}`, label: intl.formatMessage({ id: 'menu.facilities' }) },
    { to: `/facilities/${encodeURIComponent(facility.key)}?${query}`, label: facility.name },
  ]
  return (
    <>
      <PageHead
        title={data.title}
        crumbs={crumbs}
        lede={
          <FormattedMessage id="explain.lede" values={{ facility: facility.name, month: format.month(scope.month) }} />
        }
      />
      <NumberBox reading={reading} unit={data.unit} sourceName={data.sourceName} isComplete={data.isComplete} />
      <Chart spec={data.chart} files={filesOf('series')} />
      {data.curve && <CurveSection shown={data.curve} files={filesOf('curve')} />}
      <ControlSection
        shown={data.control}
        events={`/events?${new URLSearchParams({ facility: facility.key })}&${query}`}
        files={filesOf('control')}
      />
      <section aria-labelledby="parts">
        <h2 id="parts">
          <FormattedMessage id="explain.parts" />
        </h2>
        <dl>
          <dt>
            <FormattedMessage id="explain.numerator" />
          </dt>
          <dd>{words?.numerator}</dd>
          <dt>
            <FormattedMessage id="explain.denominator" />
          </dt>
          <dd>{words?.denominator}</dd>
          <dt>
            <FormattedMessage id="explain.formula" />
          </dt>
          <dd>
            <Formula figure={reading.figure} unit={data.unit} />
          </dd>
        </dl>
        <NeedTable needs={data.needs} />
        {mayRead && data.needs.some(({ grade }) => grade === 'events') && (
          <p>
            <Link to={`/facilities/${encodeURIComponent(facility.key)}/${data.id}/records?${query}`}>
              <FormattedMessage id="explain.records.open" />
            </Link>
          </p>
        )}
      </section>
      <section aria-labelledby="notes">
        <h2 id="notes">
          <FormattedMessage id="quality.explain" />
        </h2>
        {data.notes.length > 0 ? (
          <NoteList notes={data.notes} />
        ) : (
          <p>
            <FormattedMessage id="quality.explain.none" />
          </p>
        )}
      </section>
      <section aria-labelledby="revisions">
        <h2 id="revisions">
          <FormattedMessage id="explain.revisions" />
        </h2>
        {data.revisions.length === 0 ? (
          <p>
            <FormattedMessage id="explain.revisions.none" />
          </p>
        ) : (
          <ul>
            {data.revisions.map((one) => (
              <li key={one.at + JSON.stringify(one.new)}>
                <FormattedMessage
                  id="explain.revision"
                  values={{ at: format.day(one.at), old: <Side side={one.old} />, new: <Side side={one.new} /> }}
                />
              </li>
            ))}
          </ul>
        )}
      </section>
      <KnownOn month={scope.month} known={data.known} />
      <section aria-labelledby="definition">
        <h2 id="definition">
          <FormattedMessage id="explain.definition" values={{ version: data.version }} />
        </h2>
        <p>{words?.measures}</p>
        <h3>
          <FormattedMessage id="explain.pitfalls" />
        </h3>
        <p>{words?.pitfalls}</p>
        <p>
          <Link to={`/indicators/${data.id}?${query}`}>
            <FormattedMessage id="explain.open" />
          </Link>
        </p>
      </section>
    </>
  )
}

/** The formula with the counts of this month: 7 ÷ 35 × 100 = 20. */
function Formula({ figure, unit }: { figure: Figure; unit: Unit }) {
  const format = useFormat()
  if (figure.state !== 'counted') return <AbsentValue value={figure} />
  const value = format.number(figure.value, 2)
  const per = perOf({ unit })
  const arithmetic = arithmeticOf(figure, unit)
  if (figure.denominator === null || arithmetic === 'count')
    return <FormattedMessage id="explain.formula.count" values={{ value }} />
  if (arithmetic === 'middle')
    return <FormattedMessage id="explain.formula.middle" values={{ value, count: figure.denominator }} />
  const values = {
    numerator: format.number(figure.numerator, 2),
    denominator: format.number(figure.denominator, 2),
    value,
  }
  if (arithmetic === 'own') return <FormattedMessage id="explain.formula.own" values={values} />
  if (per === 1) return <FormattedMessage id="explain.formula.ratio" values={values} />
  return <FormattedMessage id="explain.formula.per" values={{ ...values, per: format.number(per) }} />
}
