import { useLocation } from '@remix-run/react'
import { FormattedMessage } from 'react-intl'
import { type Language, languages } from '../../server/domain/languages.ts'
import type { MessageId } from '../messages/ids.ts'
import { densities, directions, themes } from '../preferences.ts'
import { useVisit } from '../visit.tsx'
import style from './display-menu.module.css'
import { Icon } from './icon.tsx'
import sign from './sign-word.module.css'

/** How the pages are shown: theme, language and direction, each a link, so that it works without scripts. */
export function DisplayMenu() {
  const visit = useVisit()
  return (
    <details className={style.display}>
      <summary>
        <Icon name="display" />
        <span className={sign.word}>
          <FormattedMessage id="shell.display" />
        </span>
      </summary>
      <div className={style.panel}>
        <Choice name="theme" title="shell.theme" current={visit.theme} values={themes} />
        <Choice name="density" title="shell.density" current={visit.density} values={densities} />
        <Choice
          name="lang"
          title="shell.language"
          current={visit.language}
          values={Object.keys(languages) as Language[]}
        />
        <Choice name="dir" title="shell.direction" current={visit.direction} values={directions} />
      </div>
    </details>
  )
}

function Choice(props: {
  name: 'theme' | 'density' | 'lang' | 'dir'
  title: MessageId
  current: string
  values: readonly string[]
}) {
  const { pathname, search } = useLocation()
  const to = (value: string) => {
    const params = new URLSearchParams(search)
    params.set(props.name, value)
    return `${pathname}?${params}`
  }
  return (
    <section>
      <h2>
        <FormattedMessage id={props.title} />
      </h2>
      <ul>
        {props.values.map((value) => (
          <li key={value}>
            {/* A plain link: the whole document is drawn anew. */}
            <a href={to(value)} aria-current={value === props.current ? 'true' : undefined}>
              <FormattedMessage id={`${props.title}.${value}` as MessageId} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
