import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { PopulationChange } from '../../server/domain/population/change.ts'
import { type Column, DataTable } from '../components/data-table.tsx'
import { type Format, useFormat } from '../format.ts'
import type { MessageId } from '../messages/ids.ts'
import style from './change-rows.module.css'

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
export function ChangeRows(props: { caption: string; rows: readonly ChangeRow[]; hideCaption?: boolean }) {
  const intl = useIntl()
  const format = useFormat()
  const words: WordsOf = (id) => intl.formatMessage({ id })
  const columns: Column<ChangeRow>[] = [
    {
      id: 'name',
      name: words('population.place'),
      isRowHead: true,
      cell: ({ name, to }) => (to ? <Link to={to}>{name}</Link> : name),
    },
    {
      id: 'finding',
      name: words('population.finding'),
      cell: ({ change }) => (
        <span className={style.finding}>
          <Finding finding={change.finding} />
        </span>
      ),
    },
    ...peopleColumns(words, format),
    occupancyColumn(words, format),
    {
      id: 'matched',
      name: words('population.matched'),
      isNumeric: true,
      cell: ({ change: { matched, asked } }) => (
        <span className={style.range}>
          <FormattedMessage id="figure.parts" values={{ numerator: matched, denominator: asked }} />
        </span>
      ),
    },
  ]
  return <DataTable isStacked {...props} columns={columns} keyOf={({ id }) => id} />
}

type WordsOf = (id: MessageId) => string

/** A number with its sign before it, whichever way the page runs: 50− would be read as something else. */
function Signed({ shown }: { shown: string }) {
  return <bdi dir="ltr">{shown}</bdi>
}

/** From one number to another, the earlier first. */
function Range({ from, to, unit }: { from: string; to: string; unit?: string }) {
  return (
    <span className={unit ? style.beside : style.range}>
      <FormattedMessage id="population.range" values={{ from: <bdi>{from}</bdi>, to: <bdi>{to}</bdi> }} /> {unit}
    </span>
  )
}

function peopleColumns(words: WordsOf, format: Format): Column<ChangeRow>[] {
  type People = NonNullable<PopulationChange['people']>
  const of = (id: 'mean-held' | 'by-intake' | 'by-stay', read: (people: People) => ReactNode): Column<ChangeRow> => ({
    ...{ id, name: words(`population.${id}`), isNumeric: true },
    cell: ({ change: { people } }) => (people ? read(people) : words('population.unknown')),
  })
  const whole = (value: number) => format.number(value, 0)
  return [
    of('mean-held', ({ before, after }) => <Range from={whole(before)} to={whole(after)} />),
    of('by-intake', ({ byIntake, arrivals: { before, after } }) => (
      <>
        <Signed shown={format.change(byIntake, 0)} />
        <Range from={whole(before)} to={whole(after)} unit={words('population.came')} />
      </>
    )),
    of('by-stay', ({ byStay, stay: { before, after } }) => (
      <>
        <Signed shown={format.change(byStay, 0)} />
        <Range from={whole(before)} to={whole(after)} unit={words('population.days')} />
      </>
    )),
  ]
}

function occupancyColumn(words: WordsOf, format: Format): Column<ChangeRow> {
  return {
    ...{ id: 'occupancy', name: words('population.occupancy'), isNumeric: true },
    cell: ({ change: { occupancy } }) => {
      if (!occupancy) return words('population.unknown')
      const { before, after, byPeople, byPlaces, places } = occupancy
      return (
        <>
          <Range from={format.percent(before)} to={format.percent(after)} />
          <span className={style.beside}>
            <FormattedMessage
              id="population.occupancy.parts"
              values={{
                people: <Signed shown={format.change(byPeople)} />,
                places: <Signed shown={format.change(byPlaces)} />,
              }}
            />
          </span>
          <Range
            from={format.number(places.before, 0)}
            to={format.number(places.after, 0)}
            unit={words('population.of-places')}
          />
        </>
      )
    },
  }
}
