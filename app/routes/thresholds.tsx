import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import { ask } from '../../server/caller.server.ts'
import { fieldsOf } from '../administration/deed.server.ts'
import { Outcome } from '../administration/outcome.tsx'
import { type Column, DataTable } from '../components/data-table.tsx'
import { PageHead } from '../components/page-head.tsx'
import { SourceTag } from '../components/source-tag.tsx'
import { OverrideDays } from '../indicators/override-table.tsx'
import { levelWords } from '../indicators/threshold-level.ts'
import { boundColumns } from '../indicators/threshold-table.tsx'
import type { PageHandle } from '../page-handle.ts'
import { readerOf } from '../reader.server.ts'
import { ChosenForm, SetForm } from '../thresholds/threshold-form.tsx'
import style from '../thresholds/thresholds.module.css'
import {
  choicesOf,
  endAsked,
  setAsked,
  shownThreshold,
  typedOf,
  withdrawAsked,
} from '../thresholds/thresholds.server.ts'

export const handle: PageHandle = { title: (intl) => intl.formatMessage({ id: 'threshold.title' }) }

const deeds = ['replace', 'end', 'withdraw'] as const

/** The country's own thresholds with their history; for those who may, the one that is to be replaced, ended or withdrawn. */
export async function loader(args: LoaderFunctionArgs) {
  const reader = await readerOf(args.request)
  const search = new URL(args.request.url).searchParams
  return ask(args, async (api) => {
    const { maySet, regions, thresholds } = await api.thresholds.list()
    const rows = thresholds.map((one) => shownThreshold(one, reader))
    const deed = deeds.find((one) => search.has(one))
    const found = deed && maySet ? thresholds.find((one) => one.id === search.get(deed) && !one.withdrawn) : undefined
    return {
      maySet,
      rows,
      chosen: deed && found && { deed, id: found.id, typed: typedOf(found) },
      usual: { indicator: search.get('indicator') ?? '' },
      choices: maySet ? { ...choicesOf(reader), regions } : undefined,
    }
  })
}

/** Sets a threshold, ends one or withdraws one. */
export async function action(args: ActionFunctionArgs) {
  const { intent, ...typed } = await fieldsOf(args.request)
  if (intent === 'end') return endAsked(args, typed)
  return intent === 'withdraw' ? withdrawAsked(args, typed) : setAsked(args, typed)
}

type Loaded = SerializeFrom<typeof loader>
type Row = Loaded['rows'][number]

export default function Thresholds() {
  const { maySet, rows, chosen, usual, choices } = useLoaderData<typeof loader>()
  const intl = useIntl()
  const row = rows.find(({ id }) => id === chosen?.id)
  const level = row && intl.formatMessage({ id: levelWords[row.level] })
  const { title, bounds, placeName: place } = row ?? {}
  const about = row && intl.formatMessage({ id: 'threshold.chosen' }, { title, place, level, bounds })
  return (
    <>
      <PageHead title={<FormattedMessage id="threshold.title" />} lede={<FormattedMessage id="threshold.lede" />} />
      <Outcome />
      <DataTable
        isStacked
        caption={intl.formatMessage({ id: 'threshold.caption' })}
        columns={useColumns(maySet)}
        rows={rows}
        keyOf={({ id }) => id}
        empty={<FormattedMessage id="threshold.empty" />}
      />
      {chosen && chosen.deed !== 'replace' && about && <ChosenForm deed={chosen.deed} id={chosen.id} about={about} />}
      {choices && (!chosen || chosen.deed === 'replace') && (
        <SetForm key={chosen?.id} usual={chosen?.typed ?? usual} choices={choices} isReplacing={chosen !== undefined} />
      )}
    </>
  )
}

function useColumns(maySet: boolean): Column<Row>[] {
  const intl = useIntl()
  const words = (id: 'indicator' | 'place' | 'source' | 'cited' | 'reason' | 'days' | 'signed') =>
    intl.formatMessage({ id: `threshold.field.${id}` })
  const [level, bounds] = boundColumns<Row>(intl)
  return [
    {
      id: 'indicator',
      name: words('indicator'),
      isRowHead: true,
      cell: ({ indicatorId, title }) => <Link to={`/indicators/${indicatorId}`}>{title}</Link>,
    },
    { ...level!, isRowHead: false },
    { ...bounds!, cell: ({ bounds: ends, unit }) => (unit ? `${ends} (${unit})` : ends) },
    { id: 'place', name: words('place'), cell: ({ placeName }) => placeName },
    { id: 'source', name: words('source'), cell: (row) => <SourceTag source={row.source} name={row.sourceName} /> },
    { id: 'cited', name: words('cited'), cell: ({ cited }) => cited },
    { id: 'reason', name: words('reason'), cell: ({ reason }) => reason },
    { id: 'days', name: words('days'), cell: (row) => <OverrideDays row={row} /> },
    {
      id: 'signed',
      name: words('signed'),
      cell: ({ signedBy, signedFor }) =>
        signedFor ? intl.formatMessage({ id: 'indicator.override.signed.for' }, { signedBy, signedFor }) : signedBy,
    },
    ...(maySet ? [{ id: 'deeds', name: intl.formatMessage({ id: 'threshold.deeds' }), cell: Deeds }] : []),
  ]
}

/** What can still be done with a threshold: one that ended has its end, one that was withdrawn stays as it is. */
function Deeds({ id, title, until, withdrawn }: Row) {
  if (withdrawn) return null
  return (
    <span className={style.deeds} data-print="no">
      {deeds
        .filter((deed) => deed === 'withdraw' || until === null)
        .map((deed) => (
          <Link key={deed} to={`?${deed}=${id}#${deed === 'replace' ? 'set' : deed}`}>
            <FormattedMessage id={`threshold.${deed}`} />
            <span className="visually-hidden">: {title}</span>
          </Link>
        ))}
    </span>
  )
}
