import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import type { Tx } from '../../db/client.ts'
import { loadFacilityRecords } from '../../db/queries/records.ts'
import { codePlace } from '../../server/domain/kernels/columns.ts'
import { derivations, deriveMeasures } from '../../server/domain/kernels/index.ts'
import { usualSettings } from '../../server/domain/kernels/settings.ts'
import type { MeasureId } from '../../server/domain/measures/index.ts'
import { monthIndex } from '../../server/domain/period.ts'
import { facilitiesAPiece, piecesAtOnce } from '../../server/services/make-waiting.ts'
import { type BenchDatabase, startBenchDatabase } from './bench-database.ts'
import { copyOut } from './import-bench.ts'
import { timed } from './measure.ts'
import { type Result, ratioOf } from './result.ts'

/** How many facilities, how many stays each, and how many contacts a stay. */
export interface EventSize {
  facilities: number
  stays: number
  contacts: number
}

const [first, last] = [monthIndex('2020-01'), monthIndex('2024-12')]
const months = last - first + 1

/** What is asked: counts at a month's end, flows, nights, and whoever had a visit in ninety days. */
const asked = [
  'pop_closing',
  'adm_all',
  'rel_liberty',
  'person_days',
  'visits_done',
  'persons_present_90d',
  'persons_visited_90d',
  'persons_no_contact_90d',
] as const satisfies readonly MeasureId[]

const admission = (code: 'new_from_liberty' | 'recall' | 'transfer_in' | 'return_from_escape') =>
  codePlace('admission_kind', code)
const release = (code: 'end_of_sentence' | 'transfer_out' | 'escape' | 'death') => codePlace('release_kind', code)
const arriving = [admission('new_from_liberty'), admission('recall'), admission('transfer_in')]
const leaving = [release('transfer_out'), release('escape'), release('death')]
const family = [codePlace('contact_group', 'family'), codePlace('contact_group', 'friend_or_mentor')]
const visit = codePlace('contact_kind', 'visit')
const completed = codePlace('contact_status', 'completed')

/**
 * Measures from events against DuckDB on one thread: the same rows, the same question, and the same answer to the last
 * number. Ours is told with reading the rows out of PostgreSQL; DuckDB has them in tables of its own already.
 *
 * Throws when any number of any facility and month differs.
 */
export async function compareWithDuckDb(size: EventSize): Promise<Result[]> {
  const directory = mkdtempSync(join(tmpdir(), 'daylight-duckdb-'))
  const postgres = await startBenchDatabase()
  try {
    await makeEvents(postgres, size)
    const ours = await timed(() => countOurs(postgres, size))
    const theirs = await askDuckDb(postgres, directory)
    const differences = [...ours.value].filter(([cell, amount]) => (theirs.value.get(cell) ?? 0) !== amount)
    const missing = [...theirs.value.keys()].filter((cell) => !ours.value.has(cell))
    if (differences.length + missing.length > 0)
      throw new Error(`${differences.length + missing.length} numbers differ: ${[...differences, missing].slice(0, 5)}`)
    const rows = size.facilities * size.stays * (1 + size.contacts)
    const unit = { name: `DuckDB on one thread, the same ${ours.value.size} numbers`, ms: theirs.ms }
    const what = `${asked.length} measures of ${size.facilities} facilities from ${rows} events, reading included`
    return [ratioOf(what, ours.ms, unit, 2, rows)]
  } finally {
    await postgres.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}

/** A number below `below` out of the row's own names: the same in every run. */
const draw = (salt: string, below: number) =>
  `(('x' || substr(md5('${salt}' || f || '-' || s), 1, 7))::bit(28)::int % ${below})`

/** Stays over six years and the contacts in them, written by the database itself. */
async function makeEvents({ owner }: BenchDatabase, { facilities, stays, contacts }: EventSize): Promise<void> {
  const key = (name: string) => `md5('${name}' || f || '-' || s)::uuid`
  const admissions = [...arriving, admission('return_from_escape')]
  const releases = [release('end_of_sentence'), ...leaving]
  const pick = (salt: string, codes: readonly number[]) => `(array[${codes.join()}])[1 + ${draw(salt, codes.length)}]`
  await owner.unsafe(`insert into stay_records (facility_id, id, stay_key, custody_key, person_key, admitted_at,
      admission_kind, released_at, release_kind, import_id, line)
    select md5('f' || f)::uuid, ${key('r')}, ${key('s')}, ${key('s')}, ${key('p')}, d, ${pick('a', admissions)},
      case when l < 600 then d + make_interval(hours => 24 * l) end, case when l < 600 then ${pick('e', releases)} end,
      md5('import')::uuid, s
    from generate_series(1, ${facilities}) f, generate_series(1, ${stays}) s,
      lateral (select timestamptz '2019-01-01 00:00Z' + make_interval(hours => 24 * ${draw('d', 2200)}) as d, 1 + ${draw('l', 700)} as l) x`)
  const kinds = [visit, codePlace('contact_kind', 'phone')]
  const groups = [...family, codePlace('contact_group', 'legal')]
  const statuses = [completed, completed, codePlace('contact_status', 'refused_by_facility')]
  await owner.unsafe(`insert into contact_event_records (facility_id, id, stay_key, kind, with_group, status, happened_on,
      import_id, line)
    select y.facility_id, md5('c' || y.stay_key || s)::uuid, y.stay_key, ${pick('k', kinds)}, ${pick('g', groups)},
      ${pick('t', statuses)}, (y.admitted_at at time zone 'UTC')::date + ${draw('o', 400)}, y.import_id, s
    from stay_records y, generate_series(1, ${contacts}) s, lateral (select y.stay_key::text as f) x`)
  await owner.unsafe('vacuum analyze stay_records')
  await owner.unsafe('vacuum analyze contact_event_records')
}

/** Numbers by facility, month and measure; noughts are left out, as DuckDB has no row for them. */
type Numbers = Map<string, number>

/**
 * As a recompute does: a few facilities in one transaction, and so many such pieces side by side, so that the rows of one are
 * read while those of another are counted.
 */
async function countOurs({ database }: BenchDatabase, { facilities }: EventSize): Promise<Numbers> {
  const numbers: Numbers = new Map()
  const left = Array.from({ length: facilities }, (_, place) => facilityId(place + 1))
  const countPieces = async () => {
    while (left.length > 0) {
      const piece = left.splice(0, facilitiesAPiece.postgresql.withRecords)
      await database.asSystem((tx) => Promise.all(piece.map((id) => countFacility(tx, id, numbers))))
    }
  }
  await Promise.all(Array.from({ length: piecesAtOnce.postgresql }, countPieces))
  return numbers
}

async function countFacility(tx: Tx, id: string, numbers: Numbers): Promise<void> {
  const list = derivations.filter(({ measure }) => (asked as readonly string[]).includes(measure))
  const covered = [{ from: 0, until: last }]
  const coverage = { stay: covered, contact_event: covered }
  const records = await loadFacilityRecords(tx, { id, timeZone: 'UTC' }, ['stay', 'contact_event'])
  const made = deriveMeasures(records, coverage, { first, months }, usualSettings, Date.UTC(2025, 0, 1), list)
  for (const [cell, { amounts }] of made) {
    if (cell.includes('@')) continue
    amounts.forEach((amount, place) => {
      if (amount !== 0) numbers.set(`${id} ${first + place} ${cell}`, amount)
    })
  }
}

function facilityId(number: number): string {
  const hash = createHash('md5').update(`f${number}`).digest('hex')
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** The same as one statement a measure, over days; `m` is a month's index, [head, next) its days. */
const question = `
  with month as (
    select ${first} + g as m, (date '2020-01-01' + to_months(g::int))::date as head,
      (date '2020-01-01' + to_months((g + 1)::int))::date as next
    from range(${months}) r(g)),
  held as (
    select f, m, stay, next, released is null or released >= next as at_end, admitted <= next - 1 - 90 as long,
      least(coalesce(released, date '9999-12-31'), next) - greatest(admitted, head) as nights
    from stay join month on admitted < next and (released is null or released > head)),
  touched as (
    select stay, m, bool_or(kind = ${visit}) as visited from contact join month on day < next and day > next - 1 - 90
    where status = ${completed} and grp in (${family}) group by stay, m)
  select f, m, 'pop_closing' as measure, count(*) as amount from held where at_end group by 1, 2
  union all select f, m, 'person_days', sum(nights) from held group by 1, 2
  union all select f, m, 'adm_all', count(*) from stay join month on admitted >= head and admitted < next
    where admission in (${arriving}) group by 1, 2
  union all select f, m, 'rel_liberty', count(*) from stay join month on released >= head and released < next
    where release not in (${leaving}) group by 1, 2
  union all select f, m, 'visits_done', count(*) from contact join month on day >= head and day < next
    where kind = ${visit} and status = ${completed} and grp in (${family}) group by 1, 2
  union all select f, m, 'persons_present_90d', count(*) from held where at_end and long group by 1, 2
  union all select f, m, 'persons_visited_90d', count(*) from held join touched using (stay, m)
    where at_end and long and visited group by 1, 2
  union all select f, m, 'persons_no_contact_90d', count(*) from held anti join touched using (stay, m)
    where at_end and long group by 1, 2`

async function askDuckDb({ adminUrl }: BenchDatabase, directory: string): Promise<{ ms: number; value: Numbers }> {
  const [stays, contacts] = [join(directory, 'stays.tsv'), join(directory, 'contacts.tsv')]
  const day = (moment: string) => `(${moment} at time zone 'UTC')::date`
  await copyOut(
    adminUrl,
    `select facility_id, stay_key, ${day('admitted_at')}, admission_kind, ${day('released_at')}, release_kind from stay_records`,
    stays,
  )
  await copyOut(
    adminUrl,
    'select facility_id, stay_key, kind, with_group, status, happened_on from contact_event_records',
    contacts,
  )
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
  const connection = await instance.connect()
  const load = (table: string, path: string, columns: string) =>
    connection.run(
      `create table ${table} as from read_csv('${path}', delim = '\t', header = false, nullstr = '\\N', columns = {${columns}})`,
    )
  await load(
    'stay',
    stays,
    `'f': 'UUID', 'stay': 'UUID', 'admitted': 'DATE', 'admission': 'INT', 'released': 'DATE', 'release': 'INT'`,
  )
  await load(
    'contact',
    contacts,
    `'f': 'UUID', 'stay': 'UUID', 'kind': 'INT', 'grp': 'INT', 'status': 'INT', 'day': 'DATE'`,
  )
  const { ms, value: answer } = await timed(() => connection.runAndReadAll(question))
  const numbers: Numbers = new Map()
  for (const [f, m, measure, amount] of answer.getRows())
    if (Number(amount) !== 0) numbers.set(`${f} ${m} ${measure}`, Number(amount))
  connection.closeSync()
  return { ms, value: numbers }
}
