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

/** The country's own thresholds beside the catalogue's, each with its days and who signed it; nothing where there are none. */
export function OverrideTable({ shown, month }: { shown: Shown; month: string }) {
  const intl = useIntl()
  const format = useFormat()
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
      id: 'days',
      name: intl.formatMessage({ id: 'indicator.override.days' }),
      cell: ({ from, until }) => (
        <FormattedMessage
          id={until ? 'indicator.override.until' : 'indicator.override.from'}
          values={{ from: format.day(from), until: until && format.day(until) }}
        />
      ),
    },
    { id: 'signed', name: intl.formatMessage({ id: 'indicator.override.signed' }), cell: (row) => row.signedBy },
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
