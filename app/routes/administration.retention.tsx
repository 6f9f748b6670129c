import { Button, TextInput } from '@mantine/core'
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl'
import { ask } from '../../server/caller.server.ts'
import style from '../administration/administration.module.css'
import { attempt, fieldsOf, refuse } from '../administration/deed.server.ts'
import { Outcome } from '../administration/outcome.tsx'
import { AdministrationTabs } from '../administration/tabs.tsx'
import { type Column, DataTable } from '../components/data-table.tsx'
import { Labelled } from '../components/labelled.tsx'
import { Moment } from '../components/moment.tsx'
import { PageHead } from '../components/page-head.tsx'
import type { PageHandle } from '../page-handle.ts'
import { usePerson } from '../person.ts'

export const handle: PageHandle = { title: (intl) => intl.formatMessage({ id: 'administration.retention' }) }

/** How long records of persons are kept, what has passed that term, and what was deleted. */
export function loader(args: LoaderFunctionArgs) {
  return ask(args, async (api) => ({ retention: await api.retention.get() }))
}

/** Decides another term, or orders a deletion. */
export async function action(args: ActionFunctionArgs) {
  const { intent, token = '', months = '', basis, sure } = await fieldsOf(args.request)
  if (intent === 'decide') {
    return attempt(args, 'term-decided', (api) => api.retention.decide({ months: Number(months), basis }))
  }
  if (sure !== 'yes') return refuse(args, 'administration.not-sure')
  return attempt(args, 'deletion-ordered', (api) => api.retention.order({ token }))
}

type Loaded = SerializeFrom<typeof loader>['retention']

export default function Retention() {
  const { retention } = useLoaderData<typeof loader>()
  const mayDecide = usePerson()?.may.includes('retention.decide') ?? false
  return (
    <>
      <PageHead
        title={<FormattedMessage id="administration.retention" />}
        lede={<FormattedMessage id="administration.retention.lede" />}
      />
      <AdministrationTabs />
      <Outcome />
      <Term term={retention.term} />
      {mayDecide && <DecideForm term={retention.term} />}
      <Proposal proposal={retention.proposal} mayDecide={mayDecide} />
      <Runs runs={retention.runs} />
    </>
  )
}

function Term({ term }: Pick<Loaded, 'term'>) {
  const decided = {
    person: term.decidedBy,
    moment: term.decidedAt && <Moment at={term.decidedAt} />,
    basis: term.basis,
  }
  const usual = term.decidedBy ? 'administration.retention.term.usual-decided' : 'administration.retention.term.usual'
  return (
    <section aria-labelledby="term">
      <h2 id="term">
        <FormattedMessage id="administration.retention.term" />
      </h2>
      <p>
        <strong>
          <FormattedMessage id="administration.retention.term.months" values={{ months: term.months }} />
        </strong>
      </p>
      <p>
        <FormattedMessage id={term.isUsual ? usual : 'administration.retention.term.law'} values={decided} />
      </p>
      <p>
        <FormattedMessage id="administration.retention.term.look-back" />
      </p>
    </section>
  )
}

function DecideForm({ term }: Pick<Loaded, 'term'>) {
  return (
    <section aria-labelledby="decide">
      <h2 id="decide">
        <FormattedMessage id="administration.retention.decide" />
      </h2>
      <Form method="post" className={style.form}>
        <Labelled label={<FormattedMessage id="administration.retention.decide.months" />}>
          <TextInput
            name="months"
            type="number"
            min={1}
            max={240}
            defaultValue={String(term.months)}
            required
            size="sm"
          />
        </Labelled>
        <Labelled label={<FormattedMessage id="administration.retention.decide.basis" />}>
          <TextInput name="basis" maxLength={300} defaultValue={term.basis} size="sm" />
        </Labelled>
        <Button type="submit" name="intent" value="decide" size="sm" variant="default">
          <FormattedMessage id="administration.retention.decide.do" />
        </Button>
      </Form>
    </section>
  )
}

function Proposal({ proposal, mayDecide }: { proposal: Loaded['proposal'] | undefined; mayDecide: boolean }) {
  return (
    <section aria-labelledby="proposal">
      <h2 id="proposal">
        <FormattedMessage id="administration.retention.proposal" />
      </h2>
      {proposal ? (
        <p>
          <FormattedMessage
            id={
              proposal.isNothing
                ? 'administration.retention.proposal.nothing'
                : 'administration.retention.proposal.found'
            }
            values={{
              months: proposal.termMonths,
              moment: <Moment at={proposal.madeAt} />,
              persons: <Count count={proposal.persons} />,
            }}
          />
        </p>
      ) : (
        <FormattedMessage id="administration.retention.proposal.none" />
      )}
      {proposal && !proposal.isNothing && (
        <>
          <Rows
            caption="administration.retention.facilities"
            name="administration.retention.facility"
            rows={proposal.facilities}
          />
          <Rows
            caption="administration.retention.records"
            name="administration.retention.record"
            rows={proposal.records}
          />
          {[...proposal.facilities, ...proposal.records].some(({ rows }) => rows === null) && (
            <p>
              <FormattedMessage id="administration.retention.withheld.help" />
            </p>
          )}
          {proposal.isOrdered && <FormattedMessage id="administration.retention.proposal.ordered" />}
          {!proposal.isOrdered && mayDecide && <OrderForm token={proposal.token} />}
        </>
      )}
    </section>
  )
}

function OrderForm({ token }: { token: string }) {
  return (
    <>
      <p>
        <FormattedMessage id="administration.retention.order.help" />
      </p>
      <Form method="post" className={style.links}>
        <input type="hidden" name="token" value={token} />
        <label className={style.confirm}>
          <input type="checkbox" name="sure" value="yes" required />
          <FormattedMessage id="administration.retention.order.sure" />
        </label>
        <Button type="submit" name="intent" value="order" size="sm" variant="default">
          <FormattedMessage id="administration.retention.order.do" />
        </Button>
      </Form>
    </>
  )
}

/** A number of rows, which is left out where it is small or would give a small one back. */
function RowCount({ count }: { count: number | null }) {
  return count === null ? (
    <FormattedMessage id="administration.retention.withheld" />
  ) : (
    <FormattedNumber value={count} />
  )
}

function Count({ count }: { count: number | null }) {
  return count === null ? <FormattedMessage id="administration.retention.few" /> : <FormattedNumber value={count} />
}

type Row = NonNullable<Loaded['proposal']>['records'][number]

function Rows(props: {
  caption: 'administration.retention.facilities' | 'administration.retention.records'
  name: 'administration.retention.facility' | 'administration.retention.record'
  rows: readonly Row[]
}) {
  const intl = useIntl()
  const columns: Column<Row>[] = [
    { id: 'name', name: intl.formatMessage({ id: props.name }), isRowHead: true, cell: (row) => row.name },
    {
      id: 'rows',
      name: intl.formatMessage({ id: 'administration.retention.rows' }),
      isNumeric: true,
      cell: (row) => <RowCount count={row.rows} />,
    },
  ]
  return (
    <DataTable
      isStacked
      caption={intl.formatMessage({ id: props.caption })}
      columns={columns}
      rows={props.rows}
      keyOf={(row) => row.name}
    />
  )
}

type Run = Loaded['runs'][number]

function Runs({ runs }: Pick<Loaded, 'runs'>) {
  const intl = useIntl()
  const named = (id: 'run.when' | 'persons' | 'rows' | 'run.end') =>
    intl.formatMessage({ id: `administration.retention.${id}` })
  const columns: Column<Run>[] = [
    { id: 'when', name: named('run.when'), isRowHead: true, cell: (run) => <Moment at={run.at} /> },
    { id: 'persons', name: named('persons'), isNumeric: true, cell: (run) => <Count count={run.persons} /> },
    { id: 'rows', name: named('rows'), isNumeric: true, cell: (run) => <RowCount count={run.rows} /> },
    {
      id: 'end',
      name: named('run.end'),
      cell: (run) => <FormattedMessage id={`administration.retention.run.${run.end ?? 'going'}`} />,
    },
  ]
  return (
    <DataTable
      isStacked
      caption={intl.formatMessage({ id: 'administration.retention.runs' })}
      columns={columns}
      rows={runs}
      keyOf={(run) => run.id}
      empty={<FormattedMessage id="administration.retention.runs.none" />}
    />
  )
}
