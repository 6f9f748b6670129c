import { Link } from '@remix-run/react'
import { FormattedMessage } from 'react-intl'
import { Sparkline } from '../charts/sparkline.tsx'
import { FigureValue } from '../components/figure-value.tsx'
import { VerdictBadge } from '../components/verdict-badge.tsx'
import { isPercent, useFormat } from '../format.ts'
import { WhatIsThis } from '../help/what-is-this.tsx'
import style from './headline-tiles.module.css'
import type { Tile } from './tiles.server.ts'

/** The figures of the whole place, side by side; each opens its indicator. */
export function HeadlineTiles({ tiles, linkTo }: { tiles: readonly Tile[]; linkTo: (indicator: string) => string }) {
  return (
    <ul className={style.tiles}>
      {tiles.map((tile) => (
        <li key={tile.id} className={style.tile}>
          <h3 className={style.title}>
            <Link to={linkTo(tile.id)}>{tile.title}</Link>
          </h3>
          <div className={style.value}>
            <FigureValue figure={tile.reading.figure} unit={tile.unit} withUnit withParts />
          </div>
          <VerdictBadge verdict={tile.reading.verdict} />
          <div className={style.trend}>
            <Sparkline spec={tile.spark} />
            <ChangeWords tile={tile} />
          </div>
          <p className={style.coverage}>
            <FormattedMessage id="overview.coverage" values={{ reporting: tile.reporting, expected: tile.expected }} />
          </p>
          <WhatIsThis help={tile.help} />
        </li>
      ))}
    </ul>
  )
}

/** What may be said of the change within a year; nothing is called better or worse that chance could have made. */
function ChangeWords({ tile }: { tile: Tile }) {
  const format = useFormat()
  if (!tile.change) {
    return (
      <span className={style.change}>
        <FormattedMessage id="overview.change.none" />
      </span>
    )
  }
  const { difference, verdict } = tile.change
  return (
    <span className={style.change}>
      <FormattedMessage
        id={isPercent(tile.unit) ? 'overview.change.points' : 'overview.change'}
        values={{ difference: format.change(difference) }}
      />
      <br />
      <FormattedMessage id={`overview.change.${verdict}`} />
    </span>
  )
}
