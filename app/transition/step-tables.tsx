import { Link } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import { type Column, DataTable } from '../components/data-table.tsx'
import { FigureValue, IntervalValue } from '../components/figure-value.tsx'
import { ReadingCell } from '../components/reading-cell.tsx'
import { VerdictBadge } from '../components/verdict-badge.tsx'
import { useFormat } from '../format.ts'
import type { PartnerRow, RegionRow, StepRow } from './transition.server.ts'

/** The steps of the way out: whose work each is, its share with both counts, and what it means. */
export function StepTable({ caption, steps, query }: { caption: string; steps: readonly StepRow[]; query: string }) {
  const intl = useIntl()
  const columns: Column<StepRow>[] = [
    {
      id: 'step',
      name: intl.formatMessage({ id: 'transition.step' }),
      isRowHead: true,
      cell: ({ id, title }) => <Link to={`/indicators/${id}?${query}`}>{title}</Link>,
    },
    {
      id: 'partner',
      name: intl.formatMessage({ id: 'transition.partner' }),
      cell: ({ partner }) => partner && <FormattedMessage id={`transition.partner.${partner}`} />,
    },
    {
      id: 'figure',
      name: intl.formatMessage({ id: 'facility.figure' }),
      isNumeric: true,
      cell: ({ reading }) => <FigureValue figure={reading.figure} unit="percent" withParts />,
    },
    {
      id: 'interval',
      name: intl.formatMessage({ id: 'indicator.interval' }),
      isNumeric: true,
      cell: ({ reading }) => reading.interval && <IntervalValue interval={reading.interval} unit="percent" isNamed />,
    },
    {
      id: 'months',
      name: intl.formatMessage({ id: 'transition.months' }),
      isNumeric: true,
      cell: ({ months }) => intl.formatMessage({ id: 'figure.parts' }, { numerator: months, denominator: 12 }),
    },
    {
      id: 'verdict',
      name: intl.formatMessage({ id: 'overview.verdict' }),
      cell: ({ reading }) => <VerdictBadge verdict={reading.verdict} />,
    },
  ]
  return <DataTable caption={caption} isStacked columns={columns} rows={steps} keyOf={({ id }) => id} />
}

/** Regions by steps, in register order. */
export function RegionTable(props: { caption: string; regions: readonly RegionRow[]; month: string }) {
  const { caption, regions, month } = props
  const intl = useIntl()
  const steps = regions[0]?.steps ?? []
  const columns: Column<RegionRow>[] = [
    {
      id: 'name',
      name: intl.formatMessage({ id: 'region.label' }),
      isRowHead: true,
      cell: ({ key, name }) => <Link to={`/transition?${new URLSearchParams({ month, region: key })}`}>{name}</Link>,
    },
    ...steps.map(
      ({ id, title }, at): Column<RegionRow> => ({
        id,
        name: title,
        isNumeric: true,
        cell: (region) => <RegionCell step={region.steps[at]} />,
      }),
    ),
  ]
  // The heading above says the same.
  return <DataTable caption={caption} hideCaption columns={columns} rows={regions} keyOf={({ key }) => key} />
}

function RegionCell({ step }: { step: StepRow | undefined }) {
  const format = useFormat()
  if (!step) return null
  const { figure, verdict } = step.reading
  return (
    <>
      <ReadingCell reading={{ figure, verdict }} unit="percent" />
      {figure.state === 'counted' && figure.denominator !== null && (
        <small>
          {' '}
          <FormattedMessage
            id="figure.parts"
            values={{ numerator: format.number(figure.numerator), denominator: format.number(figure.denominator) }}
          />
        </small>
      )}
    </>
  )
}

/** Partner by partner: what it fails, and of what nothing can be said. */
export function PartnerList({ partners }: { partners: readonly PartnerRow[] }) {
  const format = useFormat()
  return (
    <ul>
      {partners.map(({ partner, failing, unknown }) => (
        <li key={partner}>
          <strong>
            <FormattedMessage id={`transition.partner.${partner}`} />
          </strong>
          {': '}
          {failing.length > 0 ? (
            <FormattedMessage id="transition.fails" values={{ steps: format.list(failing) }} />
          ) : (
            <FormattedMessage id="transition.fails.none" />
          )}
          {unknown.length > 0 && (
            <>
              {' '}
              <FormattedMessage id="transition.unknown" values={{ steps: format.list(unknown) }} />
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
