import { Link } from '@remix-run/react'
import { FormattedMessage } from 'react-intl'
import { Fact } from '../components/fact.tsx'
import style from '../indicators/indicators.module.css'
import type { MessageId } from '../messages/ids.ts'
import own from './rule-facts.module.css'
import type { RuleFactsShown } from './rule-facts.server.ts'
import type { RuleLink } from './rule-words.server.ts'

/** What a rule asks for, to whom it applies and what watches it. The Kyoto text is headed as the guidance that it is. */
export function RuleFacts({ rule }: { rule: RuleFactsShown }) {
  return (
    <section aria-labelledby="obligation" className={style.section}>
      {rule.isGuidance && (
        <p className={own.guidance}>
          <strong>
            <FormattedMessage id="rule.guidance" />
          </strong>{' '}
          <FormattedMessage id="rule.guidance.note" />
        </p>
      )}
      <h2 id="obligation">
        <FormattedMessage id={rule.isGuidance ? 'rule.aim' : 'rule.obligation'} />
      </h2>
      <p className={own.obligation}>{rule.obligation}</p>
      <p className={own.paraphrase}>
        <FormattedMessage id="rule.paraphrase" />
      </p>
      <dl className={style.facts}>
        <Fact name="rule.part">{rule.place.join(' · ')}</Fact>
        {rule.appliesTo.length > 0 && (
          <Fact name="rule.applies-to">
            <Words words={rule.appliesTo} />
          </Fact>
        )}
        <Fact name="rule.watched-by">
          {rule.watchedBy.length > 0 ? (
            <Words words={rule.watchedBy} />
          ) : (
            <FormattedMessage id="rules.watched-by-nothing" />
          )}
        </Fact>
        {rule.document && <Fact name="rule.document">{rule.document}</Fact>}
        {rule.attestedBy.length > 0 && (
          <Fact name="rule.attested-by">
            <Words words={rule.attestedBy} />
          </Fact>
        )}
        {rule.paragraphs && (
          <Fact name="rule.paragraphs">
            <FormattedMessage
              id="rule.paragraphs.range"
              values={{ first: rule.paragraphs[0], last: rule.paragraphs[1] }}
            />
          </Fact>
        )}
      </dl>
    </section>
  )
}

function Words({ words }: { words: readonly string[] }) {
  return (
    <ul className={style.plain}>
      {words.map((word) => (
        <li key={word}>{word}</li>
      ))}
    </ul>
  )
}

/** Rules by name and topic, each a link to its page. */
export function RuleLinks(props: { title: MessageId; rules: readonly RuleLink[]; query: string }) {
  return (
    <section aria-labelledby={props.title} className={style.section}>
      <h2 id={props.title}>
        <FormattedMessage id={props.title} />
      </h2>
      <ul>
        {props.rules.map((rule) => (
          <li key={rule.id}>
            <Link to={`/rules/${rule.id}?${props.query}`}>{rule.name}</Link> {rule.topic}
          </li>
        ))}
      </ul>
    </section>
  )
}
