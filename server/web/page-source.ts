import type { RequestListener } from 'node:http'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import type { PageSource } from './pages.ts'

/** The pages, and what must stand before the site: nothing when they are built, the build tool in development. */
export interface Pages extends PageSource {
  inFront(site: RequestListener): RequestListener
  close(): Promise<void>
}

/** The pages as `npm run build` wrote them. */
export async function builtPages(): Promise<Pages> {
  const file = pathToFileURL('build/server/index.js').href
  const build = (await import(file)) as ServerBuild
  return { build, isDevelopment: false, inFront: (site) => site, close: async () => {} }
}

/** The pages as they stand in app/, rebuilt as they change. */
export async function livePages(): Promise<Pages> {
  const { createServer } = await import('vite')
  const vite = await createServer({ configFile: 'remix.config.js', server: { middlewareMode: true } })
  return {
    build: () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>,
    isDevelopment: true,
    inFront: (site) => (request, response) => vite.middlewares(request, response, () => site(request, response)),
    close: () => vite.close(),
  }
}
