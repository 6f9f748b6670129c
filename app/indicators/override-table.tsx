import type { SerializeFrom } from '@remix-run/node'
import { FormattedMessage, useIntl } from 'react-intl'
import { type Column, DataTable } from '../components/data-table.tsx'
import { SourceTag } from '../components/source-tag.tsx'
import { VerdictBadge } from '../components/verdict-badge.tsx'
import { useFormat } from '../format.ts'
import type { overridesShown } from './overrides.server.ts'
import { boundColumns } from './threshold-table.tsx'

type Shown = SerializeFrom<ReturnType<typeof overridesShown>>
type Row = Shown['rows'][number]

/** When a threshold was in force, and who ended it; of one that was written down by mistake, who took it back and why. */
export function OverrideDays({
  row: { from, until, endedBy, withdrawn },
}: {
  row: Pick<Row, 'from' | 'until' | 'endedBy' | 'withdrawn'>
}) {
  const format = useFormat()
  if (withdrawn) {
    const { at, by, why } = withdrawn
    return <FormattedMessage id="indicator.override.withdrawn" values={{ on: format.day(at), by, why }} />
  }
  return (
    <FormattedMessage
      id={until ? 'indicator.override.until' : 'indicator.override.from'}
      values={{ from: format.day(from), until: until && format.day(until), by: endedBy }}
    />
  )
}

/** The country's own thresholds beside the catalogue's, each with its place, its days and who signed it; nothing where there are none. */
export function OverrideTable({ shown, month }: { shown: Shown; month: string }) {
  const intl = useIntl()
  if (shown.rows.length === 0) return null
  const columns: Column<Row>[] = [
    ...boundColumns<Row>(intl),
    {
      id: 'source',
      name: intl.formatMessage({ id: 'indicator.threshold.source' }),
      cell: (row) => <SourceTag source={row.source} name={row.sourceName} />,
    },
    { id: 'cited', name: intl.formatMessage({ id: 'indicator.override.cited' }), cell: (row) => row.cited },
    {
      id: 'place',
      name: intl.formatMessage({ id: 'indicator.override.place' }),
      cell: (row) => row.place ?? intl.formatMessage({ id: 'indicator.override.country' }),
    },
    {
      id: 'days',
      name: intl.formatMessage({ id: 'indicator.override.days' }),
      cell: (row) => <OverrideDays row={row} />,
    },
    {
      id: 'signed',
      name: intl.formatMessage({ id: 'indicator.override.signed' }),
      cell: ({ signedBy, signedFor }) =>
        signedFor ? intl.formatMessage({ id: 'indicator.override.signed.for' }, { signedBy, signedFor }) : signedBy,
    },
    {
      id: 'holds',
      name: intl.formatMessage({ id: 'indicator.override.holds' }, { month }),
      cell: (row) =>
        intl.formatMessage({ id: row.holds ? 'indicator.override.holds.yes' : 'indicator.override.holds.no' }),
    },
  ]
  return (
    <>
      <h3>
        <FormattedMessage id="indicator.overrides" />
      </h3>
      <p>
        <FormattedMessage id="indicator.overrides.lede" />
      </p>
      <DataTable
        isStacked
        caption={intl.formatMessage({ id: 'indicator.overrides.caption' })}
        columns={columns}
        rows={shown.rows}
        keyOf={(row) => row.id}
      />
      {shown.verdict && (
        <p>
          <FormattedMessage id="indicator.overrides.verdict" values={{ month }} />{' '}
          <VerdictBadge verdict={shown.verdict} />
        </p>
      )}
    </>
  )
}
