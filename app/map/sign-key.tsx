import { FormattedMessage } from 'react-intl'
import { Icon } from '../components/icon.tsx'
import style from '../components/verdict-key.module.css'
import type { Marked } from './map.server.ts'
import { tones, toneWords } from './map-tones.ts'

/** The signs of a map in words, each with how many facilities have it; those that none has are left out. */
export function SignKey({ facilities }: { facilities: readonly Marked[] }) {
  const counts = tones.map((tone) => ({ tone, count: facilities.filter((one) => one.tone === tone).length }))
  return (
    <p className={style.key}>
      <FormattedMessage id="verdict.key" />
      {counts.flatMap(({ tone, count }) =>
        count === 0
          ? []
          : [
              <span key={tone} className={style.sign} data-tone={tone}>
                <Icon name={tone} />{' '}
                <FormattedMessage id="map.key" values={{ verdict: <FormattedMessage id={toneWords[tone]} />, count }} />
              </span>,
            ],
      )}
    </p>
  )
}
