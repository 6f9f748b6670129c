import { Link } from '@remix-run/react'
import { FormattedMessage } from 'react-intl'
import style from './rule-list.module.css'
import type { Part, RuleLine } from './rule-list.server.ts'

/** The rules by part and heading, each with what watches it and how many indicators are evidence for it. */
export function RuleList({ parts, query }: { parts: readonly Part[]; query: string }) {
  return (
    <>
      {parts.map((part) => (
        <section key={part.id} aria-labelledby={part.id} className={style.part}>
          <h2 id={part.id}>{part.name}</h2>
          {part.chapters.map((chapter) => (
            <div key={chapter.id}>
              {chapter.name && <h3 className={style.chapter}>{chapter.name}</h3>}
              <ul className={style.rules}>
                {chapter.rules.map((rule) => (
                  <Line key={rule.id} rule={rule} query={query} />
                ))}
              </ul>
            </div>
          ))}
        </section>
      ))}
    </>
  )
}

function Line({ rule, query }: { rule: RuleLine; query: string }) {
  return (
    <li className={style.rule}>
      <span>
        <Link to={`/rules/${rule.id}${query}`}>{rule.name}</Link> {rule.topic}
      </span>
      <span className={style.watched}>
        {rule.watchedBy.length > 0 ? (
          rule.watchedBy.join(' · ')
        ) : (
          <em>
            <FormattedMessage id="rules.watched-by-nothing" />
          </em>
        )}
      </span>
      <span className={style.watched}>
        <FormattedMessage id="rules.indicators" values={{ count: rule.indicators }} />
      </span>
    </li>
  )
}
