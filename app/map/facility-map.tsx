import { Link } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import { IconShape } from '../components/icon.tsx'
import type { MessageId } from '../messages/ids.ts'
import style from './facility-map.module.css'
import type { Maps, Marked, ShownMark } from './map.server.ts'
import { type MapTone, toneWords } from './map-tones.ts'

export interface FacilityMapProps {
  maps: Maps
  /** What the map shows, in words: whoever does not see it goes on to the table. */
  summary: string
  linkTo: (facility: string) => string
}

/** The address of the list of the facilities that one mark stands for. */
const listOf = (facilities: readonly Marked[]) => `near-${facilities[0]!.key}`

const membersOf = ({ at }: ShownMark, { facilities }: Maps) => at.map((place) => facilities[place]!)

/** Facilities where they lie, each by the sign of its verdict; the drawing for a wide window, or that for a telephone. */
export function FacilityMap(props: FacilityMapProps) {
  return (
    <figure className={style.map}>
      <Drawing {...props} size="wide" />
      <Drawing {...props} size="narrow" />
      {props.maps.wide.land !== '' && (
        <figcaption className={style.source}>
          <FormattedMessage id="map.source" />
        </figcaption>
      )}
    </figure>
  )
}

type Size = 'wide' | 'narrow'

/** The lines of each sign are written once and used by its marks: a country has two thousand. */
const signOf = (size: Size, tone: MapTone) => `sign-${size}-${tone}`

function Drawing({ maps, size, summary, linkTo }: FacilityMapProps & { size: Size }) {
  const map = maps[size]
  return (
    <svg className={style[size]} viewBox={`0 0 ${map.width} ${map.height}`}>
      <title>{summary}</title>
      <defs>
        {[...new Set(map.marks.map(({ tone }) => tone))].map((tone) => (
          <g key={tone} id={signOf(size, tone)} transform="translate(-9.6 -9.6) scale(1.2)">
            <IconShape name={tone} />
          </g>
        ))}
      </defs>
      <rect className={style.sea} width={map.width} height={map.height} />
      <path className={style.land} d={map.land} />
      {map.marks.map((mark) => (
        <Mark
          key={mark.at[0]!}
          mark={mark}
          facilities={membersOf(mark, maps)}
          sign={signOf(size, mark.tone)}
          linkTo={linkTo}
        />
      ))}
      {map.names.map(({ name, x, y }) => (
        <text key={name} x={x} y={y} className={style.name}>
          {name}
        </text>
      ))}
    </svg>
  )
}

interface MarkProps extends Pick<FacilityMapProps, 'linkTo'> {
  mark: ShownMark
  facilities: readonly Marked[]
  /** The id of the lines of its sign. */
  sign: string
}

/** One facility leads to its figure, several to the list of them. */
function Mark({ mark: { x, y, tone, ofTone }, facilities, sign, linkTo }: MarkProps) {
  const { formatMessage } = useIntl()
  const { key, name } = facilities[0]!
  const count = facilities.length
  const verdict = formatMessage({ id: toneWords[tone] })
  const content = (
    <>
      <title>{formatMessage({ id: 'map.mark' }, { name, count, ofTone, verdict })}</title>
      <g transform={`translate(${x} ${y})`} className={style.mark} data-tone={tone}>
        <circle r={13} />
        <use href={`#${sign}`} />
        {count > 1 && (
          <text x={12} y={-7}>
            {count}
          </text>
        )}
      </g>
    </>
  )
  return count === 1 ? <Link to={linkTo(key)}>{content}</Link> : <a href={`#${listOf(facilities)}`}>{content}</a>
}

/** The marks that stand for several facilities, what such a mark shows (`about`), and all of each: what the drawing has no room for. */
export function SharedMarks({ maps, about, linkTo }: Pick<FacilityMapProps, 'maps' | 'linkTo'> & { about: MessageId }) {
  const sharedIn = (size: Size) =>
    maps[size].marks.map((mark) => membersOf(mark, maps)).filter(({ length }) => length > 1)
  const [wide, narrow] = [sharedIn('wide'), sharedIn('narrow')]
  // One that is the same in both drawings is listed once, the larger one where they differ.
  const lists = new Map<string, readonly Marked[]>()
  for (const facilities of [...wide, ...narrow]) {
    const known = lists.get(listOf(facilities))
    if (!known || known.length < facilities.length) lists.set(listOf(facilities), facilities)
  }
  if (lists.size === 0) return null
  const inWide = new Set(wide.map(listOf))
  // On a wide window that draws every mark by itself there is nothing to list.
  const classOf = (isInWide: boolean) => (isInWide ? '' : style.ofNarrow)
  return (
    <div className={style.lists}>
      <section aria-labelledby="shared" className={classOf(inWide.size > 0)}>
        <h2 id="shared">
          <FormattedMessage id="map.shared" />
        </h2>
        <p>
          <FormattedMessage id={about} />
        </p>
        {[...lists].map(([id, facilities]) => (
          <section
            key={id}
            id={id}
            aria-label={facilities[0]!.name}
            className={`${style.shared} ${classOf(inWide.has(id))}`}
          >
            <h3>
              <FormattedMessage id="map.near" values={{ name: facilities[0]!.name, count: facilities.length - 1 }} />
            </h3>
            <ul>
              {facilities.map(({ key, name, tone }) => (
                <li key={key}>
                  <Link to={linkTo(key)}>{name}</Link>: <FormattedMessage id={toneWords[tone]} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </section>
    </div>
  )
}
