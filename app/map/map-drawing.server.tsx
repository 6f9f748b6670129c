import { textWidth } from '../../server/domain/charts/labels.ts'
import { drawingFile } from '../charts/drawing-file.tsx'
import { rootColours } from '../charts/file-style.ts'
import { IconShape } from '../components/icon.tsx'
import palette from '../styles/palette.css?raw'
import type { Marked, ShownMap, ShownMark } from './map.server.ts'
import type { MapTone } from './map-tones.ts'

/** One sign of the map and what it says, with how many facilities it is said of. */
export interface KeyEntry {
  tone: MapTone
  words: string
}

export interface MapDrawing {
  title: string
  summary: string
  direction: 'ltr' | 'rtl'
  about: readonly string[]
  map: ShownMap
  /** The facilities that the marks stand for. */
  facilities: readonly Marked[]
  key: readonly KeyEntry[]
}

const colours = rootColours(palette)

function colour(name: string): string {
  const found = colours.get(`--${name}`)
  if (!found) throw new Error(`the palette has no colour ${name}`)
  return found
}

const rowHeight = 24
const signWidth = 22
const gap = 24

/** A map as an SVG file that stands alone, with what its signs say below it. Light, as paper is. */
export function mapSvg({ map, facilities, key, direction, ...said }: MapDrawing): string {
  const placed = keyPlaces(key, map.width, direction)
  return drawingFile({
    ...said,
    direction,
    width: map.width,
    height: map.height + placed.height,
    children: (
      <>
        <path
          d={map.land}
          fill={colour('unassessed-soft')}
          stroke={colour('unassessed')}
          strokeWidth={0.6}
          fillRule="evenodd"
        />
        <rect width={map.width} height={map.height} fill="none" stroke={colour('line')} />
        {map.marks.map((mark) => (
          <Mark key={mark.at[0]} mark={mark} names={mark.at.map((place) => facilities[place]!.name)} />
        ))}
        {map.names.map(({ name, x, y }) => (
          <text
            key={name}
            x={x}
            y={y}
            fontSize={12}
            textAnchor="middle"
            fill={colour('ink-soft')}
            stroke={colour('paper')}
            strokeWidth={3}
            paintOrder="stroke"
          >
            {name}
          </text>
        ))}
        {placed.entries.map(({ tone, words, x, y }) => (
          <g key={tone} transform={`translate(${x} ${map.height + y})`}>
            <g transform={`translate(${direction === 'rtl' ? -16 : 0} -12)`}>
              <Sign tone={tone} />
            </g>
            <text x={direction === 'rtl' ? -signWidth : signWidth} fontSize={12} fill={colour('ink')}>
              {words}
            </text>
          </g>
        ))}
      </>
    ),
  })
}

function Mark({ mark: { x, y, tone }, names }: { mark: ShownMark; names: readonly string[] }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <title>{names.join(', ')}</title>
      <circle r={13} fill={colour('paper')} stroke={colour(tone)} strokeWidth={1.5} />
      <g transform="translate(-9.6 -9.6) scale(1.2)">
        <Sign tone={tone} />
      </g>
      {names.length > 1 && (
        <text
          x={12}
          y={-7}
          fontSize={13}
          fontWeight={650}
          direction="ltr"
          fill={colour('ink')}
          stroke={colour('paper')}
          strokeWidth={3}
          paintOrder="stroke"
        >
          {names.length}
        </text>
      )}
    </g>
  )
}

function Sign({ tone }: { tone: MapTone }) {
  return (
    <g fill="none" stroke={colour(tone)} strokeWidth={1.6} strokeLinecap="round" strokeLinejoin="round">
      <IconShape name={tone} />
    </g>
  )
}

/** Where the entries of a key stand below a drawing: beside each other as far as the width goes, from the side where reading begins. */
function keyPlaces(key: readonly KeyEntry[], width: number, direction: 'ltr' | 'rtl') {
  let [at, row] = [0, 1]
  const entries = key.map((entry) => {
    const needed = signWidth + textWidth(entry.words) + gap
    if (at > 0 && at + needed > width) [at, row] = [0, row + 1]
    const x = direction === 'rtl' ? width - at : at
    at += needed
    return { ...entry, x, y: row * rowHeight }
  })
  return { entries, height: key.length > 0 ? row * rowHeight : 0 }
}
