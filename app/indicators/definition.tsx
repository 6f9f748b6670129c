import { Link } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { SourceId } from '../../server/domain/sources/index.ts'
import { Fact } from '../components/fact.tsx'
import { SourceTag } from '../components/source-tag.tsx'
import { useFormat } from '../format.ts'
import type { DefinitionShown } from './definition.server.ts'
import style from './indicators.module.css'

/** What an indicator is: its two counts, its formula, its time, what it is made of, and how it can mislead. */
export function Definition({ definition }: { definition: DefinitionShown }) {
  const intl = useIntl()
  const format = useFormat()
  const { words, madeOf } = definition
  const supplies = madeOf.map((supply) => intl.formatMessage({ id: `indicator.supply.${supply}` }))
  return (
    <section aria-labelledby="definition" className={style.section}>
      <h2 id="definition">
        <FormattedMessage id="indicator.definition" />
      </h2>
      <dl className={style.facts}>
        <Fact name="explain.numerator">{words?.numerator}</Fact>
        <Fact name="explain.denominator">{words?.denominator}</Fact>
        <Fact name="explain.formula">
          <code dir="ltr">{definition.formula}</code>
        </Fact>
        <Fact name="indicator.unit">
          <FormattedMessage id={`unit.${definition.unit}`} values={{ count: 2 }} />
        </Fact>
        <Fact name="indicator.time">
          <FormattedMessage id={`indicator.time.${definition.timeBasis}`} />
        </Fact>
        <Fact name="indicator.frequency">
          <FormattedMessage id={`indicator.frequency.${definition.frequency}`} />
        </Fact>
        <Fact name="indicator.supplies">{format.list(supplies)}</Fact>
        <Fact name="indicator.uncertainty">
          <FormattedMessage id={`indicator.statistics.${definition.statistics}`} />
        </Fact>
        <Fact name="explain.pitfalls">{words?.pitfalls}</Fact>
        {definition.breakdowns.length > 0 && (
          <Fact name="indicator.breakdowns.by">
            {format.list(definition.breakdowns)}
            {words?.breakdownWhy && <p>{words.breakdownWhy}</p>}
          </Fact>
        )}
        <Fact name="indicator.version">
          <VersionWords id="indicator.version.words" version={definition} />
        </Fact>
      </dl>
      <History history={definition.history} />
    </section>
  )
}

type Version = DefinitionShown['history'][number]

/** What a definition was before: a month's figure is made by the version of that month, and stays as it was made. */
export function History({ history }: Pick<DefinitionShown, 'history'>) {
  return (
    <>
      <h3>
        <FormattedMessage id="indicator.history" />
      </h3>
      {history.length === 1 ? (
        <p>
          <FormattedMessage id="indicator.history.none" />
        </p>
      ) : (
        <>
          <p>
            <FormattedMessage id="indicator.history.lede" />
          </p>
          <dl className={style.facts}>
            {history.map((version) => (
              <VersionFact key={version.version} version={version} />
            ))}
          </dl>
        </>
      )}
    </>
  )
}

function VersionFact({ version }: { version: Version }) {
  return (
    <>
      <dt>
        <VersionWords id="indicator.history.version" version={version} />
      </dt>
      <dd>
        {version.changed ?? <FormattedMessage id="indicator.history.first" />}
        <br />
        <code dir="ltr">{version.formula}</code>
      </dd>
    </>
  )
}

function VersionWords(given: {
  id: 'indicator.version.words' | 'indicator.history.version'
  version: Pick<Version, 'version' | 'from' | 'until'>
}) {
  const { version, from, until } = given.version
  const window = from && until ? 'both' : from ? 'from' : until ? 'until' : 'open'
  return <FormattedMessage id={given.id} values={{ version, window, from: from ?? '', until: until ?? '' }} />
}

/** What an indicator rests on: the rules it is evidence for, other texts, and the indicators to read beside it. */
export function Evidence({ definition, query }: { definition: DefinitionShown; query: string }) {
  const { rules, citations, paired } = definition
  return (
    <section aria-labelledby="rules" className={style.section}>
      <h2 id="rules">
        <FormattedMessage id="indicator.rules" />
      </h2>
      <ul className={style.links}>
        {rules.map((rule) => (
          <li key={rule.name}>
            <Link to={`/rules/${rule.id}?${query}`}>{rule.name}</Link> {rule.topic}
          </li>
        ))}
      </ul>
      {citations.length > 0 && (
        <>
          <h3>
            <FormattedMessage id="indicator.citations" />
          </h3>
          <ul className={style.plain}>
            {citations.map(({ source, name }) => (
              <li key={source}>
                <SourceTag source={source as SourceId} name={name} />
              </li>
            ))}
          </ul>
        </>
      )}
      {paired.length > 0 && (
        <>
          <h3>
            <FormattedMessage id="indicator.paired" />
          </h3>
          <ul className={style.links}>
            {paired.map(({ id, title }) => (
              <li key={id}>
                <Link to={`/indicators/${id}?${query}`}>{title}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
