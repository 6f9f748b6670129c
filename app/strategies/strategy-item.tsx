import { Link } from '@remix-run/react'
import { FormattedMessage } from 'react-intl'
import { FigureValue } from '../components/figure-value.tsx'
import { VerdictBadge } from '../components/verdict-badge.tsx'
import { useFormat } from '../format.ts'
import style from '../self-assessment/self-assessment.module.css'
import type { StatementShown, StrategyShown } from './board.server.ts'

/** One strategy: what the country has signed for it, and beside it what the data say. */
export function StrategyItem({ strategy, query }: { strategy: StrategyShown; query: string }) {
  const { id, name, topic, aim, statements, attested, evidenced, verified, figures } = strategy
  return (
    <li className={style.rule}>
      <h3 className={style.name}>
        <Link to={`/rules/${id}?${query}`}>{name}</Link> {topic}
      </h3>
      <p className={style.obligation}>{aim}</p>
      <p>
        <FormattedMessage id="strategies.counts" values={{ attested, evidenced, verified, asked: statements.length }} />
      </p>
      <ul>
        {statements.map((statement) => (
          <StatementLine key={statement.id} statement={statement} />
        ))}
      </ul>
      {figures.length > 0 ? (
        <ul className={style.figures}>
          {figures.map((figure) => (
            <li key={figure.id}>
              <Link to={`/indicators/${figure.id}?${query}`}>{figure.title}</Link>
              <span>
                {figure.reading && <FigureValue figure={figure.reading.figure} unit={figure.unit} withUnit withParts />}
              </span>
              <span>{figure.reading && <VerdictBadge verdict={figure.reading.verdict} />}</span>
              <span className={style.watched}>
                {figure.expected > 0 && (
                  <FormattedMessage
                    id="overview.coverage"
                    values={{ reporting: figure.reporting, expected: figure.expected }}
                  />
                )}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className={style.watched}>
          <FormattedMessage id="strategies.no-data" />
        </p>
      )}
    </li>
  )
}

function StatementLine({
  statement: { words, state, signedOn, expiresOn, verifiedOn },
}: {
  statement: StatementShown
}) {
  const format = useFormat()
  const day = (text: string | null) => (text === null ? '' : format.day(text))
  return (
    <li>
      {words}
      {': '}
      <strong>
        <FormattedMessage id={`strategies.state.${state}`} />
      </strong>{' '}
      {signedOn && (
        <span className={style.watched}>
          <FormattedMessage
            id={state === 'verified' ? 'strategies.signed-verified' : 'strategies.signed'}
            values={{ signed: day(signedOn), expires: day(expiresOn), verified: day(verifiedOn) }}
          />
        </span>
      )}
    </li>
  )
}
