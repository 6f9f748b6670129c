import type { BenchDatabase } from './bench-database.ts'
import { megabytes, type Result } from './result.ts'

/** One row a value, as most products keep figures: the unit of the read model's storage. */
const oneRowAValue = `
  create table bench_values as
    select facility_id, indicator_id as figure_id, breakdown, start_month + place::int - 1 as month,
      numerator, denominator, figure, state, reason, grade
    from indicator_series, unnest(numerators, denominators, figures, states, reasons, grades)
      with ordinality as month_values(numerator, denominator, figure, state, reason, grade, place)
    union all
    select facility_id, measure_id, breakdown, start_month + place::int - 1, amount, null, null, state, reason, grade
    from measure_series, unnest(amounts, states, reasons, grades)
      with ordinality as month_values(amount, state, reason, grade, place);
  alter table bench_values add primary key (figure_id, month, facility_id, breakdown)`

/** The series of the read model, indexes included, against the same figures with one row a value. */
export async function compareStorage({ owner }: BenchDatabase): Promise<Result[]> {
  // Written over in place by recomputes: only what a fresh table would take is counted.
  await owner.unsafe('vacuum full measure_series')
  await owner.unsafe('vacuum full indicator_series')
  await owner.unsafe(oneRowAValue)
  const [sizes] = await owner<{ series: string; values: string; rows: string }[]>`
    select pg_total_relation_size('measure_series') + pg_total_relation_size('indicator_series') as series,
      pg_total_relation_size('bench_values') as values, (select count(*) from bench_values) as rows`
  await owner.unsafe('drop table bench_values')
  const [series, values] = [Number(sizes!.series), Number(sizes!.values)]
  const rows = Number(sizes!.rows).toLocaleString('en-GB')
  return [
    {
      what: 'read model: series of measures and indicators',
      measured: megabytes(series),
      unit: `${rows} rows of one value: ${megabytes(values)}`,
      ratio: series / values,
      goal: '≤ 0.25 ×',
      isMet: series / values <= 0.25,
    },
  ]
}
