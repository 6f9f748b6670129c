import { Link } from '@remix-run/react'
import { FormattedMessage } from 'react-intl'
import { FigureValue } from '../components/figure-value.tsx'
import { VerdictBadge } from '../components/verdict-badge.tsx'
import style from './self-assessment.module.css'
import type { AssessedRule } from './self-assessment.server.ts'

/** One rule with its figures, and on paper the lines on which a country writes what it says of itself. */
export function AssessedRuleItem({ rule, query }: { rule: AssessedRule; query: string }) {
  return (
    <li className={style.rule}>
      <h3 className={style.name}>
        <Link to={`/rules/${rule.id}?${query}`}>{rule.name}</Link> {rule.topic}
      </h3>
      <p className={style.obligation}>{rule.obligation}</p>
      <p className={style.watched}>
        {rule.watchedBy.length > 0 ? rule.watchedBy.join(' · ') : <FormattedMessage id="rules.watched-by-nothing" />}
        {rule.isGuidance && (
          <>
            {' · '}
            <FormattedMessage id="rule.guidance" />
          </>
        )}
      </p>
      {rule.figures.length > 0 ? <Figures rule={rule} query={query} /> : <NoFigures rule={rule} />}
      <p className={style.answer} aria-hidden="true">
        <FormattedMessage id={rule.isGuidance ? 'self-assessment.answer.guidance' : 'self-assessment.answer'} />
      </p>
    </li>
  )
}

function Figures({ rule, query }: { rule: AssessedRule; query: string }) {
  return (
    <ul className={style.figures}>
      {rule.figures.map(({ id, title, unit, reading, reporting, expected }) => (
        <li key={id}>
          <Link to={`/indicators/${id}?${query}`}>{title}</Link>
          <span>{reading && <FigureValue figure={reading.figure} unit={unit} withUnit withParts />}</span>
          <span>{reading && <VerdictBadge verdict={reading.verdict} />}</span>
          <span className={style.watched}>
            {expected > 0 && <FormattedMessage id="overview.coverage" values={{ reporting, expected }} />}
          </span>
        </li>
      ))}
    </ul>
  )
}

function NoFigures({ rule }: { rule: AssessedRule }) {
  return (
    <p className={style.watched}>
      <FormattedMessage id={rule.indicators > 0 ? 'self-assessment.not-shown' : 'rule.indicators.none'} />
    </p>
  )
}
