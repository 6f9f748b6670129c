import { Link, useSearchParams } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { PlaceKind } from '../../server/domain/access.ts'
import { type Column, DataTable } from '../components/data-table.tsx'
import { Moment } from '../components/moment.tsx'
import style from './administration.module.css'
import { entriesAPage } from './audit-filter.ts'
import { placeWords, roleWords } from './held-place.tsx'

/** An entry of the audit as it comes from the server. */
export interface EntryRow {
  entry: {
    id: string
    at: string
    personId: string
    role: string
    action: string
    outcome: 'done' | 'refused'
    subject: string
    reason: string | null
  }
  name: string | null
  placeKind?: PlaceKind | null
  placeKey: string | null
  placeName: string | null
  sequence: number | null
}

/** Entries of the audit, the newest first, with the way to those before. */
export function EntryTable({ caption, entries }: { caption: string; entries: readonly EntryRow[] }) {
  return (
    <>
      <DataTable
        isStacked
        caption={caption}
        columns={useColumns()}
        rows={entries}
        keyOf={(row) => row.entry.id}
        empty={<FormattedMessage id="administration.audit.none" />}
      />
      <Pages entries={entries} />
    </>
  )
}

function useColumns(): Column<EntryRow>[] {
  const intl = useIntl()
  return [
    {
      id: 'at',
      name: intl.formatMessage({ id: 'administration.audit.at' }),
      isRowHead: true,
      cell: ({ entry }) => <Moment at={entry.at} />,
    },
    {
      id: 'person',
      name: intl.formatMessage({ id: 'administration.audit.person' }),
      cell: ({ entry, name }) => name ?? <span className={style.code}>{entry.personId}</span>,
    },
    {
      id: 'role',
      name: intl.formatMessage({ id: 'administration.role' }),
      cell: ({ entry, placeKind, placeKey, placeName }) =>
        placeKind
          ? `${roleWords(intl, entry.role)}, ${placeWords(intl, { placeKind, placeKey, placeName })}`
          : roleWords(intl, entry.role),
    },
    {
      id: 'action',
      name: intl.formatMessage({ id: 'administration.audit.what' }),
      cell: ({ entry }) => <span className={style.word}>{entry.action}</span>,
    },
    {
      id: 'outcome',
      name: intl.formatMessage({ id: 'administration.audit.outcome' }),
      cell: ({ entry }) => <FormattedMessage id={`administration.audit.outcome.${entry.outcome}`} />,
    },
    {
      id: 'object',
      name: intl.formatMessage({ id: 'administration.audit.object' }),
      cell: ({ entry }) => <Subject subject={entry.subject} reason={entry.reason} />,
    },
    {
      id: 'link',
      name: intl.formatMessage({ id: 'administration.audit.link' }),
      isNumeric: true,
      cell: ({ sequence }) => sequence ?? <FormattedMessage id="administration.audit.not-sealed" />,
    },
  ]
}

/** What an entry is about, name by name; one that is no list of names is shown as it is written down. */
function Subject({ subject, reason }: { subject: string; reason: string | null }) {
  const parts = partsOf(subject)
  return (
    <ul className={style.list}>
      {parts.map(([name, value]) => (
        <li key={name} className={style.code}>
          {name}: {value}
        </li>
      ))}
      {reason && <li>{reason}</li>}
    </ul>
  )
}

function partsOf(subject: string): [string, string][] {
  try {
    const parts = Object.entries(JSON.parse(subject) as Record<string, unknown>)
    return parts.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)])
  } catch {
    return [['subject', subject]]
  }
}

function Pages({ entries }: { entries: readonly EntryRow[] }) {
  const [search] = useSearchParams()
  const intl = useIntl()
  const last = entries.at(-1)
  const address = (before: string | undefined) => {
    const params = new URLSearchParams(search)
    params.delete('before')
    if (before) params.set('before', before)
    return `?${params}`
  }
  return (
    <nav className={style.links} aria-label={intl.formatMessage({ id: 'pages.label' })} data-print="no">
      {search.has('before') && (
        <Link to={address(undefined)}>
          <FormattedMessage id="administration.audit.newest" />
        </Link>
      )}
      {last && entries.length === entriesAPage && (
        <Link to={address(last.entry.id)}>
          <FormattedMessage id="administration.audit.older" />
        </Link>
      )}
    </nav>
  )
}
