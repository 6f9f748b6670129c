import { FormattedMessage, type IntlShape, useIntl } from 'react-intl'
import type { Threshold, Unit } from '../../server/domain/indicators/define.ts'
import { type Column, DataTable } from '../components/data-table.tsx'
import { Icon } from '../components/icon.tsx'
import { SourceTag } from '../components/source-tag.tsx'
import type { ThresholdRow } from './definition.server.ts'
import { levelWords } from './threshold-level.ts'

/** The lines that a figure is held against, each with whose it is: a local default never borrows another's name. */
export function ThresholdTable({ rows, unit }: { rows: readonly ThresholdRow[]; unit: Unit }) {
  const intl = useIntl()
  if (rows.length === 0) {
    return (
      <p>
        <FormattedMessage id="indicator.thresholds.none" />
      </p>
    )
  }
  const columns: Column<ThresholdRow>[] = [
    ...boundColumns<ThresholdRow>(intl),
    {
      id: 'source',
      name: intl.formatMessage({ id: 'indicator.threshold.source' }),
      cell: (row) => <SourceTag source={row.source} name={row.sourceName} localTolerance={row.localTolerance} />,
    },
  ]
  const unitWords = intl.formatMessage({ id: `unit.${unit}` }, { count: 2 })
  return (
    <DataTable
      isStacked
      caption={intl.formatMessage({ id: 'indicator.thresholds.caption' }, { unit: unitWords })}
      columns={columns}
      rows={rows}
      keyOf={(row) => `${row.level} ${row.bounds} ${row.source}`}
    />
  )
}

/** How far a threshold reaches, for every table of thresholds: its level and its bounds. */
export function boundColumns<Row extends Pick<ThresholdRow, 'level' | 'bounds'>>(intl: IntlShape): Column<Row>[] {
  return [
    {
      id: 'level',
      name: intl.formatMessage({ id: 'indicator.threshold.level' }),
      isRowHead: true,
      cell: (row) => <Level level={row.level} />,
    },
    { id: 'bounds', name: intl.formatMessage({ id: 'indicator.threshold.bounds' }), cell: (row) => row.bounds },
  ]
}

/** The word and the icon of a level. */
function Level({ level }: { level: Threshold['level'] }) {
  return (
    <>
      {level !== 'reference' && level !== 'aspiration' && <Icon name={level} />}{' '}
      <FormattedMessage id={levelWords[level]} />
    </>
  )
}
