import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'

/** What stands for a part of an address in the demonstration; what is not here answers that it is not there. */
const examples: Record<string, string> = {
  'facilities/:key': 'facilities/kel-01',
  'facilities/:key/:indicator': 'facilities/kel-01/occupancy-rate',
  'indicators/:id': 'indicators/occupancy-rate',
  'rules/:id': 'rules/nmr-45',
}

/** The address of every page and file of the built product, as its manifest lists them. */
export async function listSitePaths(): Promise<string[]> {
  const { routes } = (await import(pathToFileURL('build/server/index.js').href)) as ServerBuild
  const pathOf = (id: string | undefined): string => {
    const route = id === undefined ? undefined : routes[id]
    if (!route) return ''
    return [pathOf(route.parentId), route.path].filter(Boolean).join('/')
  }
  const paths = Object.keys(routes).map((id) => pathOf(id))
  const shown = paths.map(
    (path) => examples[path] ?? path.replace('*', 'no-such-page').replaceAll(/:\w+\??/g, 'example'),
  )
  return [...new Set(shown.map((path) => `/${path}`))].sort()
}
