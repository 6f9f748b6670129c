import { findRecord, type RecordId } from '../server/domain/records/index.ts'
import { ofInspectors, withheldFromDirector } from '../server/domain/records/personal-data.ts'
import { codePlace, storedRecords, tableOfRecord } from './schema/records.ts'

/** Record types whose rows hold for a place whatever their days: a programme before it was evaluated, a visit long after it. */
const timeless: readonly string[] = ['programme', 'inspection_visit', 'unit', 'cell']

/** Fields that say when something was over: while they are empty it lasts. */
const endings = [
  'end_at',
  'end_on',
  'ended_on',
  'released_at',
  'left_on',
  'valid_to',
  'expires_on',
  'closed_on',
  'answered_on',
]

/** Whether a row `r` has a day of its own between `from_day` and `to_day`, or lasts over them. */
function touches(recordId: RecordId): string {
  const { fields } = findRecord(recordId)!
  const dated = Object.entries(fields).filter(([, { kind }]) => kind === 'day' || kind === 'moment' || kind === 'month')
  if (dated.length === 0 || timeless.includes(recordId)) return 'true'
  const days = dated.map(([name]) => `r."${name}"::timestamptz::date`)
  const end = endings.find((name) => name in fields)
  const last = `coalesce(greatest(${days.join(', ')}), 'infinity')`
  const until = end ? `case when r."${end}" is null then 'infinity' else ${last} end` : last
  return `coalesce(least(${days.join(', ')}), '-infinity') <= to_day and ${until} >= from_day`
}

/** What a row must be for whoever acts for the facility itself: nothing that is kept from it. */
function isOwn(recordId: RecordId): string {
  if (ofInspectors.includes(recordId)) return 'false'
  if (recordId !== 'complaint') return 'true'
  const channels = withheldFromDirector.channels.map((channel) => codePlace('complaint_channel', channel))
  const flags = withheldFromDirector.fields.map((field) => `coalesce(r."${field.split('.')[1]}", false)`)
  return `not (${flags.join(' or ')} or coalesce(r.channel = any(array[${channels.join(', ')}]), false))`
}

const may = (permission: string) =>
  `'${permission}' = any(string_to_array(current_setting('daylight.permissions', true), ','))`

/**
 * Which rows of some record types a facility's figures of some days rest on: their type, their own number, and the import and
 * line that each came from; of persons nothing else. For whoever reads the records of the facility, without what is withheld
 * from it, unless they read that as well.
 */
export function makeRecordsBehind(): string {
  const ofPlaces = storedRecords.filter(({ level }) => level !== 'system')
  const each = ofPlaces.map(
    ({ id }) => `select '${id}'::text as record_type, r.id, r.line, r.import_id from ${tableOfRecord(id)} r
      where '${id}' = any(types) and r.facility_id = wanted and r.superseded_at is null and ${touches(id)}
        and (${may('record.read-withheld')} or ${isOwn(id)})`,
  )
  return `
create or replace function records_behind(wanted uuid, types text[], from_day date, to_day date)
returns table (record_type text, row_id uuid, line int, file_name text, accepted_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select b.record_type, b.id, b.line, i.file_name, i.accepted_at
  from (${each.join('\n    union all ')}) b join imports i on i.id = b.import_id
  where ${may('record.read')} and (current_setting('daylight.scope', true) = 'all'
    or wanted = any(string_to_array(current_setting('daylight.facilities', true), ',')::uuid[]))
$$`
}
