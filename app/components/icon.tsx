import type { ReactElement } from 'react'
import style from './icon.module.css'

const shapes = {
  // An octagon, a triangle, a ring with a tick, a broken ring: told apart by their form, not by their colour.
  breach: <path d="M5 1h6l4 4v6l-4 4H5l-4-4V5zM8 4.5v4.2M8 10.6v1.2" className={style.filled} />,
  critical: <path d="M8 1.5 15 14H1zM8 6v4M8 11.4v1" className={style.filled} />,
  serious: <path d="M8 1.5 15 14H1zM8 6v4M8 11.4v1" />,
  warning: <path d="M8 1.5 14.5 8 8 14.5 1.5 8zM8 5v3.6M8 10v1" />,
  within: <path d="M8 1.2a6.8 6.8 0 1 1 0 13.6A6.8 6.8 0 0 1 8 1.2zM4.8 8.2 7 10.5l4.3-4.8" />,
  unassessed: <path d="M8 1.2a6.8 6.8 0 1 1 0 13.6A6.8 6.8 0 0 1 8 1.2zM5 8h6" strokeDasharray="2.6 1.6" />,
  // Whether a question is raised, which is no verdict: a ring that asks, an empty one, an empty broken one.
  asked: (
    <path d="M8 1.2a6.8 6.8 0 1 1 0 13.6A6.8 6.8 0 0 1 8 1.2zM5.9 6.3a2.1 2.1 0 1 1 3 1.9c-.6.3-.9.7-.9 1.4M8 11.3v1" />
  ),
  quiet: <path d="M8 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8z" />,
  untold: <path d="M8 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8z" strokeDasharray="2.6 1.6" />,
  info: <path d="M8 1.2a6.8 6.8 0 1 1 0 13.6A6.8 6.8 0 0 1 8 1.2zM8 7v4.4M8 4.4v1.1" />,
  menu: <path d="M2 4h12M2 8h12M2 12h12" />,
  display: <path d="M8 1.2a6.8 6.8 0 1 1 0 13.6A6.8 6.8 0 0 1 8 1.2zM8 1.2v13.6" />,
  find: <path d="M7 2a5 5 0 1 1 0 10A5 5 0 0 1 7 2zM10.6 10.6 14.5 14.5" />,
  person: <path d="M8 1.8a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM2 14.5a6 6 0 0 1 12 0" />,
  previous: <path d="M10.5 2.5 5 8l5.5 5.5" className={style.turns} />,
  next: <path d="M5.5 2.5 11 8l-5.5 5.5" className={style.turns} />,
  ascending: <path d="M8 3.5v9M4.5 7 8 3.5 11.5 7" />,
  descending: <path d="M8 3.5v9M4.5 9 8 12.5 11.5 9" />,
  sortable: <path d="M5 6.5 8 3.5l3 3M5 9.5l3 3 3-3" />,
} satisfies Record<string, ReactElement>

export type IconName = keyof typeof shapes

/** The lines of a sign alone, to be drawn into another drawing; 16 by 16. */
export function IconShape({ name }: { name: IconName }) {
  return shapes[name]
}

/** A small drawing beside a word; it never stands alone, so it says nothing to those who do not see it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className={style.icon} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {shapes[name]}
    </svg>
  )
}
