import { Link } from '@remix-run/react'
import { FormattedMessage } from 'react-intl'
import { Icon } from '../components/icon.tsx'
import { SourceTag } from '../components/source-tag.tsx'
import { levelWords } from '../indicators/threshold-level.ts'
import type { Help } from './help.server.ts'
import style from './what-is-this.module.css'

/** What an indicator is, beside its figure: opened by whoever asks, and in the flow of the page, so that it covers nothing. */
export function WhatIsThis({ help }: { help: Help }) {
  return (
    <details className={style.help} data-print="no">
      <summary>
        <Icon name="info" />
        <FormattedMessage id="help.what" />
        <span className="visually-hidden">: {help.title}</span>
      </summary>
      <p>{help.measures}</p>
      <p>
        <strong>
          <FormattedMessage id="explain.pitfalls" />
        </strong>{' '}
        {help.pitfalls}
      </p>
      {help.thresholds.length === 0 ? (
        <p>
          <FormattedMessage id="indicator.thresholds.none" />
        </p>
      ) : (
        <Thresholds help={help} />
      )}
      <p>
        <Link to={`/indicators/${help.id}`}>
          <FormattedMessage id="help.more" />
        </Link>
      </p>
    </details>
  )
}

function Thresholds({ help: { thresholds, unit } }: { help: Help }) {
  return (
    <>
      <p>
        <strong>
          <FormattedMessage id="help.thresholds" />
        </strong>{' '}
        (<FormattedMessage id={`unit.${unit}`} values={{ count: 2 }} />)
      </p>
      <ul>
        {thresholds.map(({ level, bounds, source, sourceName, localTolerance }) => (
          <li key={`${level} ${bounds} ${source}`}>
            <FormattedMessage id={levelWords[level]} />: {bounds}{' '}
            <SourceTag source={source} name={sourceName} localTolerance={localTolerance} />
          </li>
        ))}
      </ul>
    </>
  )
}
