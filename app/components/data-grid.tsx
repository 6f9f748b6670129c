import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, Fragment, type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Sort } from '../sort.ts'
import { useVisit } from '../visit.tsx'
import style from './data-table.module.css'
import { type Column, HeadCell, headOf } from './data-table.tsx'
import { type GridPlace, placeAfter } from './grid-keys.ts'

export interface DataGridProps<Row> {
  caption: string
  /** Links in the cells must not be stops of their own (`tabIndex={-1}`): Enter on a cell opens its link. */
  columns: readonly Column<Row>[]
  count: number
  rowAt: (place: number) => Row
  sort: Sort
  /** The row that stands at the top at first. */
  startAt: number
}

/** Height of a row of one line in pixels, until its own is measured. */
const usualHeight = 36
/** The head is the first row of the grid, and rows are counted from one. */
const rowIndex = (row: number) => row + 2

/**
 * A table of thousands of rows of which those in sight are drawn, and on paper all. It is one stop of the keyboard;
 * inside it the arrows lead from cell to cell. Loaded after hydration only.
 */
export function DataGrid<Row>({ caption, columns, count, rowAt, sort, startAt }: DataGridProps<Row>) {
  const scroll = useRef<HTMLElement>(null)
  const head = useRef<HTMLTableSectionElement>(null)
  const headHeight = useHeight(head)
  const isPrinting = usePrinting()
  const [active, setActive] = useState<GridPlace>()
  const virtualizer = useVirtualizer<HTMLElement, HTMLTableRowElement>({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => usualHeight,
    overscan: 8,
    // The first drawing already holds the rows at which the reader begins, so that there is something to scroll to.
    initialOffset: startAt * usualHeight,
    initialRect: { width: 0, height: usualHeight * 20 },
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    // The row that has the focus stays drawn however far the reader scrolls: a focus that vanishes is lost.
    rangeExtractor: (range) => withRow(defaultRangeExtractor(range), active?.row),
  })
  // Once: later the reader scrolls.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new start would take the reader away from where they read
  useEffect(() => {
    if (startAt > 0) virtualizer.scrollToIndex(startAt, { align: 'start' })
  }, [])
  const shown = virtualizer.getVirtualItems()
  const places = isPrinting ? Array.from({ length: count }, (_, row) => row) : shown.map(({ index }) => index)
  const gaps = isPrinting ? [] : gapsBetween(shown, headHeight, headHeight + virtualizer.getTotalSize())
  const page = Math.max(1, (virtualizer.range?.endIndex ?? 1) - (virtualizer.range?.startIndex ?? 0))
  const stop = active ?? { row: places[0] ?? 0, column: 0 }
  const keys = useGridKeys({ rows: count, columns: columns.length, page }, active, setActive)
  return (
    <section className={style.scroll} ref={scroll} style={{ '--head': `${headHeight}px` } as CSSProperties}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table is what a grid is made of
        role="grid"
        className={`${style.table} ${style.grid}`}
        style={{ '--columns': columns.length } as CSSProperties}
        aria-rowcount={count + 1}
        aria-label={caption}
      >
        <thead ref={head}>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <HeadCell key={column.id} column={column} sort={sort} />
            ))}
          </tr>
        </thead>
        <tbody {...keys}>
          {places.map((place, at) => (
            <Fragment key={place}>
              <Gap height={gaps[at]} columns={columns.length} />
              <GridRow
                columns={columns}
                row={rowAt(place)}
                place={place}
                measure={virtualizer.measureElement}
                stop={stop.row === place ? stop.column : undefined}
              />
            </Fragment>
          ))}
          <Gap height={gaps[places.length]} columns={columns.length} />
        </tbody>
      </table>
    </section>
  )
}

interface GridRowProps<Row> {
  columns: readonly Column<Row>[]
  row: Row
  place: number
  measure: (row: HTMLTableRowElement | null) => void
  /** The column whose cell the keyboard comes to. */
  stop: number | undefined
}

function GridRow<Row>({ columns, row, place, measure, stop }: GridRowProps<Row>) {
  const head = headOf(columns)
  return (
    <tr ref={measure} data-index={place} aria-rowindex={rowIndex(place)}>
      {columns.map((column, at) => {
        const cell = {
          className: column.isNumeric ? style.numeric : undefined,
          tabIndex: at === stop ? 0 : -1,
          children: column.cell(row),
        }
        return column === head ? <th key={column.id} scope="row" {...cell} /> : <td key={column.id} {...cell} />
      })}
    </tr>
  )
}

/** The room of rows that are not drawn. */
function Gap({ height, columns }: { height: number | undefined; columns: number }) {
  if (!height) return null
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row takes no focus
    <tr aria-hidden="true" className={style.gap}>
      <td colSpan={columns} style={{ blockSize: height }} />
    </tr>
  )
}

/** Before each of `shown` and after the last: the height of what is not drawn there. */
function gapsBetween(shown: readonly { start: number; end: number }[], top: number, bottom: number): number[] {
  const ends = [top, ...shown.map(({ end }) => end)]
  const starts = [...shown.map(({ start }) => start), bottom]
  return ends.map((end, at) => Math.max(0, starts[at]! - end))
}

function withRow(rows: number[], row: number | undefined): number[] {
  return row === undefined || rows.includes(row) ? rows : [...rows, row].sort((a, b) => a - b)
}

/** What the body of the grid hears: the focus that comes to a cell, and keys that lead to another or open its link. */
function useGridKeys(
  size: { rows: number; columns: number; page: number },
  active: GridPlace | undefined,
  setActive: (place: GridPlace) => void,
) {
  const { direction } = useVisit()
  const body = useRef<HTMLTableSectionElement>(null)
  const isMoved = useRef(false)
  useEffect(() => {
    if (!active || !isMoved.current) return
    isMoved.current = false
    const row = body.current?.querySelector<HTMLTableRowElement>(`[aria-rowindex="${rowIndex(active.row)}"]`)
    row?.cells[active.column]?.focus()
  }, [active])
  return {
    ref: body,
    onFocus: ({ target }: { target: Element }) => {
      const place = placeOf(target)
      if (place && (place.row !== active?.row || place.column !== active.column)) setActive(place)
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const cell = event.target as HTMLElement
      const from = placeOf(cell)
      if (event.key === 'Enter' && cell.matches('td, th')) cell.querySelector('a')?.click()
      const to = from && placeAfter(event, from, size, direction)
      if (!to) return
      event.preventDefault()
      isMoved.current = true
      setActive(to)
    },
  }
}

/** The place of the cell that an element stands in. */
function placeOf(element: Element): GridPlace | undefined {
  const cell = element.closest<HTMLTableCellElement>('td, th')
  const row = cell?.closest('tr')?.getAttribute('aria-rowindex')
  return cell && row ? { row: Number(row) - rowIndex(0), column: cell.cellIndex } : undefined
}

/** The height of an element, kept up to date. */
function useHeight(element: { current: HTMLElement | null }): number {
  const [height, setHeight] = useState(0)
  useLayoutEffect(() => {
    const { current } = element
    if (!current) return
    const observer = new ResizeObserver(() => setHeight(current.offsetHeight))
    observer.observe(current)
    setHeight(current.offsetHeight)
    return () => observer.disconnect()
  }, [element])
  return height
}

/** True while the browser takes the page to paper. The rows must be there before the event is over. */
function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const before = () => flushSync(() => setPrinting(true))
    const after = () => setPrinting(false)
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])
  return isPrinting
}
