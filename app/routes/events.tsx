import { Button, NativeSelect, TextInput } from '@mantine/core'
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import { type Api, ask } from '../../server/caller.server.ts'
import { type DatedEventKind, datedEventKinds, longestCitation } from '../../server/domain/dated-events.ts'
import type { Day } from '../../server/domain/period.ts'
import style from '../administration/administration.module.css'
import { attempt, fieldsOf } from '../administration/deed.server.ts'
import { DeedButton } from '../administration/deed-button.tsx'
import { Outcome } from '../administration/outcome.tsx'
import { type Column, DataTable } from '../components/data-table.tsx'
import { Labelled } from '../components/labelled.tsx'
import { PageHead } from '../components/page-head.tsx'
import { ScopeControls } from '../components/scope-controls.tsx'
import { useFormat } from '../format.ts'
import type { PageHandle } from '../page-handle.ts'
import { placeIn, scopeIn } from '../page-scope.server.ts'

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: (intl, { place }) => intl.formatMessage({ id: 'event.title' }, { place }),
  controls: ({ scope, isOfFacility }) => (isOfFacility ? null : <ScopeControls {...scope} />),
}

/** The place that the address asks for: a facility, a region or the country. */
function askedIn(request: Request): Parameters<Api['events']['list']>[0]['place'] {
  const search = new URL(request.url).searchParams
  const [facility, region] = [search.get('facility'), search.get('region')]
  if (facility) return { facility }
  return region ? { region } : { country: true }
}

/** What happened at a place, and in the whole country. */
export function loader(args: LoaderFunctionArgs) {
  return ask(args, async (api) => {
    const scope = await scopeIn(args.request, api)
    const asked = askedIn(args.request)
    const place = 'facility' in asked ? asked : placeIn(scope)
    const listed = await api.events.list({ place })
    const { mayRecord, events } = listed
    return {
      scope,
      place: listed.place.name || scope.countryName,
      isOfFacility: 'facility' in asked,
      mayRecord,
      events,
    }
  })
}

/** Writes an event down, or withdraws one. */
export async function action(args: ActionFunctionArgs) {
  const { intent, id = '', kind = '', on = '', cited = '' } = await fieldsOf(args.request)
  const kept = ['facility', 'region', 'month']
  if (intent === 'withdraw') return attempt(args, 'event-withdrawn', (api) => api.events.withdraw({ id }), kept)
  const place = askedIn(args.request)
  const event = { place, kind: kind as DatedEventKind, on: on as Day, cited }
  return attempt(args, 'event-recorded', (api) => api.events.record(event), kept)
}

/** The page of what happened. */
export default function Events() {
  const { place, mayRecord, events } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        title={<FormattedMessage id="event.title" values={{ place }} />}
        lede={<FormattedMessage id="event.lede" />}
      />
      <Outcome />
      <EventTable place={place} events={events} mayRecord={mayRecord} />
      {mayRecord && <RecordForm />}
    </>
  )
}

type Loaded = SerializeFrom<typeof loader>

function EventTable({ place, events, mayRecord }: Pick<Loaded, 'place' | 'events' | 'mayRecord'>) {
  const intl = useIntl()
  const format = useFormat()
  const kindOf = ({ kind }: Loaded['events'][number]) => intl.formatMessage({ id: `event.kind.${kind}` })
  const columns: Column<Loaded['events'][number]>[] = [
    { id: 'on', name: intl.formatMessage({ id: 'event.on' }), isRowHead: true, cell: ({ on }) => format.day(on) },
    { id: 'kind', name: intl.formatMessage({ id: 'event.kind' }), cell: kindOf },
    { id: 'cited', name: intl.formatMessage({ id: 'event.cited' }), cell: ({ cited }) => cited },
    {
      id: 'place',
      name: intl.formatMessage({ id: 'event.place' }),
      cell: ({ isOfPlace }) => (isOfPlace ? place : intl.formatMessage({ id: 'event.place.country' })),
    },
  ]
  const withdraw: Column<Loaded['events'][number]> = {
    id: 'withdraw',
    name: intl.formatMessage({ id: 'event.withdraw' }),
    cell: (event) =>
      event.isOfPlace && (
        <DeedButton intent="withdraw" id={event.id} words="event.withdraw" about={`${kindOf(event)}, ${event.on}`} />
      ),
  }
  return (
    <DataTable
      isStacked
      caption={intl.formatMessage({ id: 'event.caption' }, { place })}
      columns={mayRecord ? [...columns, withdraw] : columns}
      rows={events}
      keyOf={({ id }) => id}
      empty={<FormattedMessage id="event.empty" />}
    />
  )
}

function RecordForm() {
  const intl = useIntl()
  return (
    <section aria-labelledby="record">
      <h2 id="record">
        <FormattedMessage id="event.record" />
      </h2>
      <p>
        <FormattedMessage id="event.record.help" />
      </p>
      <Form method="post" className={style.form}>
        <Labelled label={<FormattedMessage id="event.kind" />}>
          <NativeSelect
            name="kind"
            size="sm"
            required
            data={datedEventKinds.map((kind) => ({
              value: kind,
              label: intl.formatMessage({ id: `event.kind.${kind}` }),
            }))}
          />
        </Labelled>
        <Labelled label={<FormattedMessage id="event.on" />}>
          <TextInput name="on" type="date" required size="sm" />
        </Labelled>
        <Labelled label={<FormattedMessage id="event.cited" />}>
          <TextInput name="cited" required maxLength={longestCitation} size="sm" />
        </Labelled>
        <Button type="submit" name="intent" value="record" size="sm" variant="default">
          <FormattedMessage id="event.record.do" />
        </Button>
      </Form>
    </section>
  )
}
