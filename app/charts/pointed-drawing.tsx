import type { ReactNode } from 'react'

/** A drawing that recharts has no part in: it tells over which mark the pointer stands, by its place in the drawing in pixels. */
export function PointedDrawing(props: {
  layout: { width: number; height: number; direction: 'ltr' | 'rtl' }
  markAt: (x: number, y: number) => number | null
  read: (mark: number | null) => void
  children: ReactNode
}) {
  const { layout, markAt, read, children } = props
  const { width, height, direction } = layout
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      direction={direction}
      aria-hidden="true"
      onMouseLeave={() => read(null)}
      onMouseMove={(event) => {
        const { left, top } = event.currentTarget.getBoundingClientRect()
        read(markAt(event.clientX - left, event.clientY - top))
      }}
    >
      {children}
    </svg>
  )
}
