import { Link } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import { IconShape } from '../components/icon.tsx'
import type { VerdictTone } from '../components/verdict-badge.tsx'
import type { MessageId } from '../messages/ids.ts'
import style from './facility-map.module.css'
import type { Maps, ShownMap, ShownMark } from './map.server.ts'

export interface FacilityMapProps {
  maps: Maps
  /** What the map shows, in words: whoever does not see it goes on to the table. */
  summary: string
  linkTo: (facility: string) => string
}

export const toneWords: Record<VerdictTone, MessageId> = {
  breach: 'verdict.breach',
  critical: 'verdict.concern.critical',
  serious: 'verdict.concern.serious',
  warning: 'verdict.concern.warning',
  within: 'verdict.within',
  unassessed: 'verdict.not-assessed',
}

/** The address of the list of the facilities that one mark stands for. */
const listOf = (mark: ShownMark) => `near-${mark.facilities[0]!.key}`

/** Facilities where they lie, each by the sign of its verdict; the drawing for a wide window, or that for a telephone. */
export function FacilityMap(props: FacilityMapProps) {
  return (
    <figure className={style.map}>
      <Drawing {...props} map={props.maps.wide} className={style.wide} />
      <Drawing {...props} map={props.maps.narrow} className={style.narrow} />
      <figcaption className={style.source}>
        <FormattedMessage id="map.source" />
      </figcaption>
    </figure>
  )
}

function Drawing({
  map,
  className,
  summary,
  linkTo,
}: FacilityMapProps & { map: ShownMap; className?: string | undefined }) {
  return (
    <svg className={className} viewBox={`0 0 ${map.width} ${map.height}`}>
      <title>{summary}</title>
      <rect className={style.sea} width={map.width} height={map.height} />
      <path className={style.land} d={map.land} />
      {map.marks.map((mark) => (
        <Mark key={mark.facilities[0]!.key} mark={mark} linkTo={linkTo} />
      ))}
    </svg>
  )
}

/** One facility leads to its figure, several to the list of them. */
function Mark({ mark, linkTo }: { mark: ShownMark } & Pick<FacilityMapProps, 'linkTo'>) {
  const { formatMessage } = useIntl()
  const { x, y, tone, ofTone, facilities } = mark
  const [first] = facilities
  const word = formatMessage({ id: facilities.length === 1 ? first!.word : toneWords[tone] })
  const count = facilities.length
  const label = formatMessage({ id: 'map.mark' }, { name: first!.name, count, ofTone, verdict: word })
  const shape = (
    <g transform={`translate(${x} ${y})`} className={style.mark} data-tone={tone}>
      <title>{label}</title>
      <circle r={13} className={style.ground} />
      <g transform="translate(-9.6 -9.6) scale(1.2)">
        <IconShape name={tone} />
      </g>
      {count > 1 && (
        <text className={style.count} x={12} y={-7}>
          {count}
        </text>
      )}
    </g>
  )
  return count === 1 ? (
    <Link to={linkTo(first!.key)} aria-label={label}>
      {shape}
    </Link>
  ) : (
    <a href={`#${listOf(mark)}`} aria-label={label}>
      {shape}
    </a>
  )
}

/** The marks that stand for several facilities, each with all of them: what the drawing has no room for. */
export function SharedMarks({ maps, linkTo }: Pick<FacilityMapProps, 'maps' | 'linkTo'>) {
  const shared = [...maps.wide.marks, ...maps.narrow.marks].filter(({ facilities }) => facilities.length > 1)
  // One that is the same in both drawings is listed once, the larger one where they differ.
  const lists = new Map<string, ShownMark>()
  for (const mark of shared) {
    const known = lists.get(listOf(mark))
    if (!known || known.facilities.length < mark.facilities.length) lists.set(listOf(mark), mark)
  }
  if (lists.size === 0) return null
  const inWide = new Set(maps.wide.marks.filter(({ facilities }) => facilities.length > 1).map(listOf))
  // On a wide window that draws every mark by itself there is nothing to list.
  const classOf = (isInWide: boolean) => (isInWide ? '' : style.ofNarrow)
  return (
    <div className={style.lists}>
      <section aria-labelledby="shared" className={classOf(inWide.size > 0)}>
        <h2 id="shared">
          <FormattedMessage id="map.shared" />
        </h2>
        {[...lists].map(([id, { facilities }]) => (
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
              {facilities.map(({ key, name, word }) => (
                <li key={key}>
                  <Link to={linkTo(key)}>{name}</Link>: <FormattedMessage id={word} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </section>
    </div>
  )
}
