import type { Frame } from '../../server/domain/charts/frame.ts'

/** The room around the plot, as recharts wants it: with hidden axes its plot is then exactly ours. */
export function chartMargin({ plot, width, height }: Frame) {
  return { top: plot.y, left: plot.x, right: width - plot.x - plot.width, bottom: height - plot.y - plot.height }
}
