import type { SourceFile } from './source-files.ts'

/**
 * The circles among the imports of `files`, each once, written a → b → a. Imports of types alone are left out:
 * they are gone when the program runs, so no module waits for another.
 */
export function circles(files: SourceFile[]): string[] {
  const next = new Map(
    files.map(({ path, imports }) => [path, imports.flatMap(({ file, isType }) => (file && !isType ? [file] : []))]),
  )
  const found: string[] = []
  const done = new Set<string>()
  const walk = (path: string, way: string[]): void => {
    const at = way.indexOf(path)
    if (at >= 0) found.push([...way.slice(at), path].join(' → '))
    if (at >= 0 || done.has(path)) return
    for (const file of next.get(path) ?? []) walk(file, [...way, path])
    done.add(path)
  }
  for (const path of next.keys()) walk(path, [])
  return found
}
