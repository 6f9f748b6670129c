import { NativeSelect, TextInput } from '@mantine/core'
import { Link } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Unit } from '../../server/domain/indicators/define.ts'
import { type Column, DataTable } from '../components/data-table.tsx'
import { FilterField, FilterForm } from '../components/filter-form.tsx'
import { Pages } from '../components/pages.tsx'
import { ReadingCell } from '../components/reading-cell.tsx'
import { VerdictKey } from '../components/verdict-key.tsx'
import { rowsAPage } from '../paging.ts'
import type { Sort } from '../sort.ts'
import style from './matrix.module.css'
import type { MatrixRow } from './matrix-row.ts'
import { rowAt } from './packed-rows.ts'
import { useWholeMatrix } from './whole-matrix.ts'

export interface MatrixProps {
  columns: { id: string; title: string; unit: Unit }[]
  rows: MatrixRow[]
  filter: { find: string; verdict?: string; sort: Sort }
  found: number
  total: number
  page: number
  pages: number
  linkTo: (facility: string, indicator?: string) => string
}

/** All facilities and their headline figures; a click on a figure opens what it is made of. */
export function Matrix(props: MatrixProps) {
  return (
    <section aria-labelledby="matrix">
      <h2 id="matrix">
        <FormattedMessage id="overview.matrix" />
      </h2>
      <MatrixFilters {...props} />
      <p className={style.found} aria-live="polite">
        <FormattedMessage id="overview.found" values={{ found: props.found, total: props.total }} />
      </p>
      <VerdictKey />
      <Rows {...props} />
    </section>
  )
}

/** A page of the rows, and in its place all of them as soon as they are there. */
function Rows(props: MatrixProps) {
  const intl = useIntl()
  const whole = useWholeMatrix(props.columns, props.rows, props.pages)
  const caption = intl.formatMessage({ id: 'overview.matrix.caption' })
  const { sort } = props.filter
  if (whole) {
    const { Grid, packed } = whole
    return (
      <Grid
        caption={caption}
        columns={columnsOf(props, intl.formatMessage, -1)}
        count={packed.keys.length}
        rowAt={(place) => rowAt(packed, place)}
        sort={sort}
        startAt={(props.page - 1) * rowsAPage}
      />
    )
  }
  return (
    <>
      <DataTable
        caption={caption}
        hideCaption
        columns={columnsOf(props, intl.formatMessage)}
        rows={props.rows}
        keyOf={(row) => row.key}
        sort={sort}
        empty={<FormattedMessage id="overview.matrix.empty" />}
      />
      <Pages page={props.page} pages={props.pages} />
    </>
  )
}

function columnsOf(
  props: MatrixProps,
  words: ReturnType<typeof useIntl>['formatMessage'],
  tabIndex?: -1,
): Column<MatrixRow>[] {
  return [
    {
      id: 'name',
      name: words({ id: 'facility.facility' }),
      isRowHead: true,
      isSortable: true,
      cell: (row) => (
        <Link to={props.linkTo(row.key)} tabIndex={tabIndex}>
          {row.name}
        </Link>
      ),
    },
    { id: 'region', name: words({ id: 'region.label' }), isSortable: true, cell: (row) => row.region },
    ...props.columns.map(({ id, title, unit }, at) => ({
      id,
      name: title,
      isNumeric: true,
      isSortable: true,
      cell: (row: MatrixRow) => {
        const reading = row.readings[at]
        return (
          reading && <ReadingCell reading={reading} unit={unit} to={props.linkTo(row.key, id)} tabIndex={tabIndex} />
        )
      },
    })),
  ]
}

function MatrixFilters({ filter }: MatrixProps) {
  const intl = useIntl()
  const verdicts = ['breach', 'concern', 'within', 'not-assessed'] as const
  const choices = verdicts.map((value) => ({ value, label: intl.formatMessage({ id: `overview.verdict.${value}` }) }))
  return (
    <div className={style.filters}>
      <FilterForm names={['find', 'verdict', 'page']}>
        <FilterField label="overview.find">
          <TextInput name="find" size="sm" defaultValue={filter.find} />
        </FilterField>
        <FilterField label="overview.verdict">
          <NativeSelect
            name="verdict"
            size="sm"
            defaultValue={filter.verdict ?? ''}
            data={[{ value: '', label: intl.formatMessage({ id: 'overview.verdict.any' }) }, ...choices]}
          />
        </FilterField>
      </FilterForm>
    </div>
  )
}
