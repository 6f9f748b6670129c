import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const built = fileURLToPath(new URL('../../build/client', import.meta.url))

/** Bytes, gzipped, of all scripts that a page makes a browser load at once: those that it names, and what they import. */
export async function firstLoadBytes(url: string, cookie: string): Promise<number> {
  const html = await (await fetch(url, { headers: { cookie } })).text()
  const named = [...html.matchAll(/\/assets\/[\w.$~%[\]()+-]+\.js/g)].map(([path]) => decodeURIComponent(path))
  if (named.length === 0) throw new Error(`${url} names no script`)
  const loaded = new Map<string, number>()
  const wanted = [...new Set(named)].filter((path) => !isOnlyListed(html, path))
  for (let path = wanted.pop(); path !== undefined; path = wanted.pop()) {
    if (loaded.has(path)) continue
    const text = readFileSync(join(built, path), 'utf8')
    loaded.set(path, gzipSync(text).length)
    wanted.push(...staticImports(text).map((name) => posix.join(posix.dirname(path!), name)))
  }
  return [...loaded.values()].reduce((sum, bytes) => sum + bytes, 0)
}

/** The manifest of routes in the page lists scripts that other pages will need; only tags and imports load one now. */
function isOnlyListed(html: string, path: string): boolean {
  const escaped = path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return !new RegExp(`(href|src)="${escaped}"|(import|from) ?["']${escaped}["']`).test(html)
}

/** Modules that a script imports before it runs; those that it may import later stand in brackets. */
function staticImports(text: string): string[] {
  return [...text.matchAll(/(?:from|import)\s*["'](\.\/[^"']+\.js)["']/g)].map((found) => found[1]!)
}
