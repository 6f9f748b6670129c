import { Link } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { PopulationChange } from '../../server/domain/population/change.ts'
import { type Column, DataTable } from '../components/data-table.tsx'
import { type Format, useFormat } from '../format.ts'
import type { MessageId } from '../messages/ids.ts'

/** A place and what made its population change. */
export interface ChangeRow {
  id: string
  name: string
  to: string | null
  change: PopulationChange
}

/** What the split says, in one sentence; it names no cause. */
export function Finding({ finding }: Pick<PopulationChange, 'finding'>) {
  return 'told' in finding ? (
    <FormattedMessage id={`population.finding.${finding.told}`} />
  ) : (
    <FormattedMessage id={`population.cannot-tell.${finding.cannotTell}`} />
  )
}

/** Places with the parts of their change, in register order: one sees where it is intake, stay or places. */
export function ChangeRows({ caption, rows }: { caption: string; rows: readonly ChangeRow[] }) {
  const intl = useIntl()
  const format = useFormat()
  const words: WordsOf = (id) => intl.formatMessage({ id })
  const none = words('population.unknown')
  const columns: Column<ChangeRow>[] = [
    {
      id: 'name',
      name: words('population.place'),
      isRowHead: true,
      cell: ({ name, to }) => (to ? <Link to={to}>{name}</Link> : name),
    },
    { id: 'finding', name: words('population.finding'), cell: ({ change }) => <Finding finding={change.finding} /> },
    ...peopleColumns(words, format, none),
    ...occupancyColumns(words, format, none),
    {
      id: 'matched',
      name: words('population.matched'),
      isNumeric: true,
      cell: ({ change: { matched, asked } }) =>
        intl.formatMessage({ id: 'figure.parts' }, { numerator: matched, denominator: asked }),
    },
  ]
  return <DataTable caption={caption} columns={columns} rows={rows} keyOf={({ id }) => id} />
}

type WordsOf = (id: MessageId) => string

function peopleColumns(words: WordsOf, format: Format, none: string): Column<ChangeRow>[] {
  const of = (
    id: 'mean-held' | 'by-intake' | 'by-stay' | 'arrivals' | 'stay',
    read: (people: NonNullable<PopulationChange['people']>) => string,
  ): Column<ChangeRow> => ({
    id,
    name: words(`population.${id}`),
    isNumeric: true,
    cell: ({ change: { people } }) => (people ? read(people) : none),
  })
  return [
    of('mean-held', ({ before, after }) => `${format.number(before, 0)} → ${format.number(after, 0)}`),
    of('by-intake', ({ byIntake }) => format.change(byIntake, 0)),
    of('by-stay', ({ byStay }) => format.change(byStay, 0)),
    of('arrivals', ({ arrivals }) => `${format.number(arrivals.before, 0)} → ${format.number(arrivals.after, 0)}`),
    of('stay', ({ stay }) => `${format.number(stay.before, 0)} → ${format.number(stay.after, 0)}`),
  ]
}

function occupancyColumns(words: WordsOf, format: Format, none: string): Column<ChangeRow>[] {
  const of = (
    id: 'occupancy' | 'by-people' | 'by-places',
    read: (one: NonNullable<PopulationChange['occupancy']>) => string,
  ): Column<ChangeRow> => ({
    id,
    name: words(`population.${id}`),
    isNumeric: true,
    cell: ({ change: { occupancy } }) => (occupancy ? read(occupancy) : none),
  })
  return [
    of('occupancy', ({ before, after }) => `${format.percent(before)} → ${format.percent(after)}`),
    of('by-people', ({ byPeople }) => format.change(byPeople)),
    of('by-places', ({ byPlaces }) => format.change(byPlaces)),
  ]
}
