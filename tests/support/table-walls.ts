import { storedRecords, tableOfRecord } from '../../db/schema/records.ts'
import { type Actor, type Permission, permissionsOf } from '../../server/domain/access.ts'

/** What a row belongs to, as the tests fill it in: a facility, a place, or a person of a body. */
export interface RowOwner {
  facility?: string
  place?: { kind: 'region' | 'country'; id: string }
  person?: { id: string; bodyId: string }
  /** A chain of the audit, by the body that it is of. */
  chain?: string
}

/** Whether the database may show, or let in, a row of this owner, whatever the application asks. */
export type Wall = (actor: Actor, row: RowOwner) => boolean

export interface TableWalls {
  /** Whose row a filled row is; `one` is a single row of nobody. */
  rows: 'facilities' | 'places' | 'people' | 'chains' | 'one'
  seen: Wall
  /** Rows that a visitor's request may add; nobody adds any where it is left out. */
  added?: Wall
  /** Rows whose end a visitor's request may write, and the columns of it. */
  ended?: { columns: readonly string[]; by: Wall }
  /** Rows that a visitor's request may take away. */
  takenAway?: Wall
  /** Read by the sign-in library alone: not even by jobs. */
  isOfSignIn?: true
  /** Never given to a visitor's request at all, and so without policies: rows pass through it by COPY. */
  hasNoPolicies?: true
}

const may = (actor: Actor, ...anyOf: Permission[]) => anyOf.some((one) => permissionsOf(actor).includes(one))
const nobody: Wall = () => false
const anybody: Wall = () => true
const isOwnBody = (actor: Actor, { person }: RowOwner) => actor.bodyId !== null && person?.bodyId === actor.bodyId
const knowsPeople = (actor: Actor) => may(actor, 'person.read', 'audit.read', 'security.read')
const isOneself = (actor: Actor, { person }: RowOwner) => person?.id === actor.userId

const mayKeep: Wall = (actor, row) => isOneself(actor, row) && may(actor, 'account.keep')
const keptByOneself = { rows: 'people', seen: mayKeep, added: mayKeep } satisfies TableWalls

const atFacility = (...anyOf: Permission[]): TableWalls => ({
  rows: 'facilities',
  seen: (actor, { facility = '' }) =>
    may(actor, ...anyOf) && (actor.facilities === 'all' || actor.facilities.includes(facility)),
})
const ofSums: TableWalls = {
  rows: 'places',
  seen: (actor, { place }) =>
    may(actor, 'indicator.read') &&
    (actor.facilities === 'all' || place?.kind === 'country' || (actor.regions ?? []).includes(place?.id ?? '')),
}
const isInReach = ({ facilities, regions = [] }: Actor, place: RowOwner['place']) =>
  facilities === 'all' || regions.includes(place?.id ?? '')
const shared: TableWalls = { rows: 'one', seen: (actor) => may(actor, 'account.read') }
const ofSystem: TableWalls = { rows: 'one', seen: nobody }
const workTable: TableWalls = { ...ofSystem, hasNoPolicies: true }
const isOwnChain = (actor: Actor, { chain }: RowOwner) => actor.bodyId !== null && chain === actor.bodyId
/** Of an account, whoever looks after its body's people sees the columns that db/roles.ts grants. */
const ofAccounts = (...anyOf: Permission[]): TableWalls => ({
  rows: 'people',
  seen: (actor, row) => isOwnBody(actor, row) && may(actor, ...anyOf),
  isOfSignIn: true,
})
const mayReset: Wall = (actor, row) =>
  isOwnBody(actor, row) && may(actor, 'second-factor.reset') && !isOneself(actor, row)
const ofSignIn: TableWalls = { ...ofSystem, isOfSignIn: true }
const ofRetention = {
  rows: 'one',
  seen: (actor) => may(actor, 'retention.read') && actor.facilities === 'all',
} satisfies TableWalls
const ofFigures = { rows: 'one', seen: (actor) => may(actor, 'measure.read') } satisfies TableWalls

/** What inspectors found is theirs, and what is about one person is read by no visitor's request. */
const closedRecords = ['inspection_visit', 'recommendation']

const records = storedRecords.map((entry): [string, TableWalls] => {
  const isClosed = entry.level === 'person' || entry.level === 'staff' || closedRecords.includes(entry.id)
  const open = entry.level === 'system' ? ofFigures : atFacility('measure.read')
  return [tableOfRecord(entry.id), isClosed ? { ...atFacility(), seen: nobody } : open]
})

/**
 * Every table of the database, and what stands between its rows and a visitor. It is written out beside the policies, not
 * made of them: a table that is missing here fails the build, and so does one whose policies say something else.
 */
export const tableWalls: Readonly<Record<string, TableWalls>> = {
  installation: shared,
  // Of a key its purpose, its source and its age, in columns that db/roles.ts grants.
  installation_keys: { rows: 'one', seen: (actor) => may(actor, 'security.read') },
  regions: shared,
  region_versions: shared,
  bodies: shared,

  facilities: atFacility('facility.read', 'assignment.grant', 'audit.read'),
  facility_versions: atFacility('facility.read', 'assignment.grant', 'audit.read'),
  facility_keys: atFacility('facility.read'),
  facility_events: atFacility('facility.read'),
  capacity_certificates: atFacility('facility.read'),
  return_lines: atFacility('measure.read'),
  return_months: atFacility('measure.read'),
  return_month_events: atFacility('measure.read'),
  measure_series: atFacility('measure.read'),
  derived_series: atFacility('measure.read'),
  record_coverage: atFacility('measure.read'),
  indicator_series: atFacility('indicator.read'),
  series_revisions: atFacility('indicator.read'),
  place_series: ofSums,
  withheld_blocks: atFacility('indicator.read', 'measure.read'),
  withheld_figures: atFacility('indicator.read', 'measure.read'),
  withheld_sums: ofSums,
  released_sums: ofSystem,
  // Of the country's and the regions' everybody is shown: tests/integration/catalogue.test.ts.
  threshold_overrides: {
    ...atFacility('indicator.read'),
    added: (actor) => may(actor, 'threshold.set'),
    ended: {
      columns: ['valid_to', 'ended_by', 'withdrawn_at', 'withdrawn_by', 'withdrawn_why'],
      by: (actor) => may(actor, 'threshold.set'),
    },
  },
  // Of events the facilities' own are asked for in tests/access/dated-events.test.ts.
  dated_events: {
    ...ofSums,
    added: (actor, { place }) => may(actor, 'event.record') && isInReach(actor, place),
    ended: {
      columns: ['withdrawn_at', 'withdrawn_by'],
      by: (actor, { place }) => may(actor, 'event.record') && isInReach(actor, place),
    },
  },
  usual_rates: ofSystem,
  quality_notes: atFacility('measure.read'),
  retention_terms: { ...ofRetention, added: (actor) => may(actor, 'retention.decide') },
  retention_proposals: ofRetention,
  retention_orders: { ...ofRetention, added: (actor) => may(actor, 'retention.decide') },
  retention_runs: ofRetention,
  retention_freezes: atFacility('measure.read'),
  frozen_cells: ofSystem,
  frozen_series: ofSystem,
  imports: { rows: 'one', seen: (actor) => may(actor, 'import.read') && actor.facilities === 'all' },
  ...Object.fromEntries(records),

  people: {
    rows: 'people',
    seen: (actor, row) => (isOwnBody(actor, row) && knowsPeople(actor)) || isOneself(actor, row),
    added: (actor, row) => isOwnBody(actor, row) && may(actor, 'person.invite'),
    ended: {
      columns: ['ended_at', 'ended_by'],
      by: (actor, row) => isOwnBody(actor, row) && may(actor, 'assignment.end'),
    },
  },
  assignments: {
    rows: 'people',
    seen: (actor, row) => (isOwnBody(actor, row) && knowsPeople(actor)) || isOneself(actor, row),
    added: (actor, row) => isOwnBody(actor, row) && may(actor, 'assignment.grant'),
    ended: {
      columns: ['ended_at', 'ended_by'],
      by: (actor, row) => isOwnBody(actor, row) && may(actor, 'assignment.end'),
    },
  },
  invitations: {
    rows: 'people',
    seen: (actor, row) => isOwnBody(actor, row) && may(actor, 'person.read', 'security.read'),
    added: (actor, row) => isOwnBody(actor, row) && may(actor, 'person.invite'),
    ended: {
      columns: ['revoked_at', 'revoked_by'],
      by: (actor, row) => isOwnBody(actor, row) && may(actor, 'person.invite'),
    },
  },
  // Somebody who invites adds the invitation's message. Of messages that failed, columns that name nobody are seen.
  outgoing_messages: { ...ofSystem, added: (actor) => may(actor, 'person.invite') },
  audit_entries: {
    rows: 'people',
    seen: (actor, row) =>
      (isOwnBody(actor, row) && may(actor, 'audit.read')) || (isOneself(actor, row) && may(actor, 'account.read')),
    added: (actor, row) => isOwnBody(actor, row) && isOneself(actor, row),
  },
  audit_queue: { ...ofSystem, added: anybody },
  audit_turn: ofSystem,
  audit_seals: { rows: 'chains', seen: (actor, row) => isOwnChain(actor, row) && may(actor, 'audit.read') },
  audit_drops: { rows: 'chains', seen: (actor, row) => isOwnChain(actor, row) && may(actor, 'audit.read') },
  audit_checks: {
    rows: 'chains',
    seen: (actor, row) => isOwnChain(actor, row) && may(actor, 'audit.read', 'security.read'),
    ended: { columns: ['wanted_at'], by: (actor, row) => isOwnChain(actor, row) && may(actor, 'audit.read') },
  },

  saved_views: {
    ...keptByOneself,
    ended: { columns: ['name'], by: keptByOneself.seen },
    takenAway: keptByOneself.seen,
  },
  tours_ended: keptByOneself,

  import_staging: workTable,
  aggregate_turn: workTable,
  // That sums are made anew everybody is told who reads figures: tests/access/waiting.test.ts.
  waiting_months: atFacility('indicator.read'),
  derived_durations: ofSystem,

  // Of three of these, whoever looks after a body's people sees some columns of their rows, and never a secret.
  user: {
    ...ofAccounts('person.read', 'session.read', 'audit.read', 'security.read'),
    ended: { columns: ['two_factor_enabled', 'second_factor_reset_at'], by: mayReset },
  },
  session: {
    ...ofAccounts('session.read', 'session.end'),
    takenAway: (actor, row) => isOwnBody(actor, row) && may(actor, 'session.end'),
  },
  account: ofSignIn,
  verification: ofSignIn,
  two_factor: { ...ofAccounts('second-factor.reset'), takenAway: mayReset },
  passkey: { ...ofAccounts('person.read', 'security.read', 'second-factor.reset'), takenAway: mayReset },
  rate_limit: ofSignIn,
}
