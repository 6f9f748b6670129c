import type { SourceId } from '../sources/index.ts'
import type { Threshold } from './define.ts'

/** Our own lines where more is better: within from `target` on, serious below `floor`. Countries review them. */
export function localAtLeast(target: number, floor: number): Threshold[] {
  return [
    { level: 'within', atLeast: target, source: 'local-default' },
    { level: 'warning', atLeast: floor, below: target, source: 'local-default' },
    { level: 'serious', below: floor, source: 'local-default' },
  ]
}

/** Our own lines where less is better: within up to `target`, serious above `ceiling`. Countries review them. */
export function localAtMost(target: number, ceiling: number): Threshold[] {
  return [
    { level: 'within', atMost: target, source: 'local-default' },
    { level: 'warning', above: target, atMost: ceiling, source: 'local-default' },
    { level: 'serious', above: ceiling, source: 'local-default' },
  ]
}

/** A percentage of which the rule asks for all: anything below 100 is serious, and there is no tolerance. */
export function allOrSerious(source: SourceId): Threshold[] {
  return [
    { level: 'within', atLeast: 100, source },
    { level: 'serious', below: 100, source },
  ]
}

/** A percentage of which the rule asks for all, with a local tolerance for recording error down to `floor`. */
export function allWithTolerance(source: SourceId, floor: number): Threshold[] {
  return [
    { level: 'within', atLeast: 100, source },
    { level: 'warning', atLeast: floor, below: 100, source: 'local-default', localTolerance: true },
    { level: 'serious', below: floor, source: 'local-default', localTolerance: true },
  ]
}

/** A hard limit: not one person. */
export function nobody(source: SourceId): Threshold[] {
  return [
    { level: 'within', atMost: 0, source },
    { level: 'breach', above: 0, source },
  ]
}
