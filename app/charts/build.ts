import type { Plugin } from 'vite'

/**
 * The part of the build that keeps scales apart: the interactive charts take all of them by name, dates and their words too, and
 * come later; drawings need two, and come with the page. As one module every page would carry what only the charts take.
 */
export function chartScalesApart(): Plugin {
  return {
    name: 'chart-scales-apart',
    enforce: 'pre',
    apply: 'build',
    async resolveId(source, importer, options) {
      if (options.ssr || source !== 'd3-scale' || !importer?.includes('/victory-vendor/')) return undefined
      const found = await this.resolve(source, importer, { skipSelf: true })
      return found && { ...found, id: `${found.id}?interactive` }
    },
  }
}
