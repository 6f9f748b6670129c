import { useFetcher, useLocation, useNavigate } from '@remix-run/react'
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { keepingScope } from '../menu.ts'
import type { loader } from '../routes/find.tsx'
import style from './finder.module.css'

/** As many of each kind fit into the box. */
const shownOfEach = 6

/** The box in which one writes a name and goes where it leads: a list to choose from with the arrow keys. */
export function Finder({ onClose }: { onClose: () => void }) {
  const intl = useIntl()
  const navigate = useNavigate()
  const { search } = useLocation()
  const box = useRef<HTMLDialogElement>(null)
  const list = useId()
  const [query, setQuery] = useState('')
  const { found, isWaiting } = useFound(query, search)
  const options = found.flatMap(({ entries }) => entries)
  const [chosen, choose] = useState(0)
  const at = Math.min(chosen, options.length - 1)

  useEffect(() => box.current?.showModal(), [])

  const keys = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined || options.length === 0) return
    event.preventDefault()
    choose((at + step + options.length) % options.length)
  }
  const go = (event: FormEvent) => {
    event.preventDefault()
    const to = options[at]?.to
    navigate(to ?? keepingQuery(query, search))
  }
  return (
    <dialog
      ref={box}
      className={style.box}
      aria-label={intl.formatMessage({ id: 'find.title' })}
      onClose={onClose}
      closedby="any"
    >
      <form onSubmit={go}>
        <input
          className={style.field}
          type="search"
          role="combobox"
          maxLength={100}
          autoComplete="off"
          autoFocus
          aria-label={intl.formatMessage({ id: 'find.name' })}
          placeholder={intl.formatMessage({ id: 'find.lede' })}
          aria-expanded={options.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={options.length > 0 ? `${list}-${at}` : undefined}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value)
            choose(0)
          }}
          onKeyDown={keys}
        />
        <div id={list} role="listbox" aria-label={intl.formatMessage({ id: 'find.title' })} className={style.options}>
          {found.map(({ kind, entries, total }) => (
            // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
            <div key={kind} role="group" aria-labelledby={`${list}-${kind}`}>
              <div id={`${list}-${kind}`} role="presentation" className={style.kind}>
                <FormattedMessage id={`find.kind.${kind}`} />
                {total > entries.length && (
                  <span>
                    <FormattedMessage id="find.more" values={{ shown: entries.length, total }} />
                  </span>
                )}
              </div>
              {entries.map((entry) => {
                const place = options.indexOf(entry)
                return (
                  // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, as a combobox has it
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
                  <div
                    key={`${entry.to} ${entry.title}`}
                    id={`${list}-${place}`}
                    role="option"
                    aria-selected={place === at}
                    className={style.option}
                    onClick={() => navigate(entry.to)}
                    ref={place === at ? (node) => node?.scrollIntoView({ block: 'nearest' }) : undefined}
                  >
                    <span>{entry.title}</span>
                    <span className={style.detail}>{entry.detail}</span>
                  </div>
                )
              })}
            </div>
          ))}
        </div>
        <p className={style.said} aria-live="polite">
          {!isWaiting && query !== '' && (
            <FormattedMessage
              id={options.length === 0 ? 'find.none' : 'find.found'}
              values={{ query, total: found.reduce((sum, { total }) => sum + total, 0) }}
            />
          )}
        </p>
      </form>
    </dialog>
  )
}

function keepingQuery(query: string, search: string): string {
  const to = keepingScope('/find', search)
  return `${to}${to.includes('?') ? '&' : '?'}${new URLSearchParams({ q: query })}`
}

/** A pause as long as this between two letters asks the server. */
const pause = 120

/** What the server finds for a query, once the writer pauses; what was found before stays meanwhile. */
function useFound(query: string, search: string) {
  const { load, data, state } = useFetcher<typeof loader>()
  useEffect(() => {
    const asked = setTimeout(
      () => load(`${keepingQuery(query, search)}&limit=${shownOfEach}`),
      query === '' ? 0 : pause,
    )
    return () => clearTimeout(asked)
  }, [query, search, load])
  return { found: data?.found ?? [], isWaiting: state !== 'idle' || data?.query !== query.trim() }
}
