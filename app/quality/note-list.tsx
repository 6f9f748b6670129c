import { Link } from '@remix-run/react'
import { FormattedMessage } from 'react-intl'
import { Icon, type IconName } from '../components/icon.tsx'
import { useFormat } from '../format.ts'
import style from './note-list.module.css'
import type { NoteRow } from './note-row.ts'

const icons: Record<NoteRow['level'], IconName> = {
  error: 'serious',
  warning: 'warning',
  info: 'info',
  question: 'unassessed',
}

/** Notes one under the other. `linkTo` leads to a figure that a note touches; without it figures are not named. */
export function NoteList({ notes, linkTo }: { notes: readonly NoteRow[]; linkTo?: (indicator: string) => string }) {
  return (
    <ul className={style.list}>
      {notes.map((note) => (
        <li key={note.key} className={style.note} data-level={note.level}>
          <p className={style.head}>
            <span className={style.level} data-level={note.level}>
              <Icon name={icons[note.level]} /> <FormattedMessage id={`quality.level.${note.level}`} />
            </span>{' '}
            <strong>{note.title}</strong>
          </p>
          <p>
            {note.seen} {note.chance}
          </p>
          <p className={style.says}>{note.says}</p>
          <Counts note={note} />
          {linkTo && note.indicators.named.length > 0 && <Touched note={note} linkTo={linkTo} />}
        </li>
      ))}
    </ul>
  )
}

function Counts({ note: { counts } }: { note: NoteRow }) {
  const format = useFormat()
  if (counts.named.length === 0) return null
  return (
    <p className={style.says}>
      <FormattedMessage id="quality.counts" values={{ counts: format.list(counts.named) }} />{' '}
      {counts.more > 0 && <FormattedMessage id="quality.more" values={{ count: counts.more }} />}
    </p>
  )
}

function Touched({ note: { indicators }, linkTo }: { note: NoteRow; linkTo: (indicator: string) => string }) {
  return (
    <div className={style.touched}>
      <span>
        <FormattedMessage id="quality.touches" />
      </span>
      <ul>
        {indicators.named.map(({ id, title }) => (
          <li key={id}>
            <Link to={linkTo(id)}>{title}</Link>
          </li>
        ))}
        {indicators.more > 0 && (
          <li>
            <FormattedMessage id="quality.more" values={{ count: indicators.more }} />
          </li>
        )}
      </ul>
    </div>
  )
}
