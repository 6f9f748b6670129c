import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { mirror, round } from './frame.ts'
import { stretches } from './line-layout.ts'
import type { Sparkline } from './spec.ts'

/** A sparkline of `values`, null where a month has none; its ends hold the limit too, so that nearness to it is seen. */
export function sparkline(given: Omit<Sparkline, 'kind' | 'min' | 'max'>): Sparkline {
  const values = given.values.filter((value) => value !== null)
  const held = given.limit === undefined ? values : [...values, given.limit]
  const [min, max] = held.length > 0 ? [Math.min(...held), Math.max(...held)] : [0, 1]
  return { ...given, kind: 'sparkline', min, max }
}

/** A sparkline in pixels: a path for each unbroken stretch, a dot for each month alone between gaps, and the latest value. */
export interface SparklineLayout {
  width: number
  height: number
  paths: string[]
  dots: { x: number; y: number }[]
  last: { x: number; y: number } | null
  limitY: number | null
}

export function layoutSparkline(spec: Sparkline, width = 112, height = 28): SparklineLayout {
  const at = mirror(spec.direction, width)
  const along = scaleLinear()
    .domain([0, Math.max(1, spec.values.length - 1)])
    .range([4, width - 4])
  // A flat line runs through the middle; it is no minimum.
  const [min, max] = spec.max > spec.min ? [spec.min, spec.max] : [spec.min - 1, spec.min + 1]
  const up = scaleLinear()
    .domain([min, max])
    .range([height - 4, 4])
  const points = spec.values.map((value, index) => ({
    x: at(along(index)),
    y: value === null ? Number.NaN : round(up(value)),
  }))
  const runs = stretches(spec.values)
  const path = line<{ x: number; y: number }>(
    (point) => point.x,
    (point) => point.y,
  )
  return {
    width,
    height,
    paths: runs
      .filter(([first, last]) => last > first)
      .map(([first, last]) => path(points.slice(first, last + 1)) ?? ''),
    dots: runs.filter(([first, last]) => last === first).map(([first]) => points[first]!),
    last: points[spec.values.findLastIndex((value) => value !== null)] ?? null,
    limitY: spec.limit === undefined ? null : round(up(spec.limit)),
  }
}
