/** Any host: an address that leaves it is none of ours. */
const here = 'http://here.invalid'

/**
 * The page to go to after a detour, when `asked` is a path of this site, and undefined for anything else: another host, in
 * whatever disguise a browser would follow (`//host`, `/\host`, tabs in between), or the detour itself.
 */
export function nextPage(asked: string | null | undefined): string | undefined {
  if (!asked || asked.length > 2000 || !/^\/(?![/\\])/.test(asked)) return undefined
  // Browsers drop control characters before they read an address.
  if ([...asked].some((sign) => sign <= ' ' || sign === '\x7f' || sign === '\\')) return undefined
  if (!URL.canParse(asked, here)) return undefined
  const { origin, pathname, search } = new URL(asked, here)
  if (origin !== here || pathname.startsWith('//') || detours.test(pathname)) return undefined
  return pathname + search
}

const detours = /^\/(sign-in|sign-out|role)(\/|$)/

/** The address of the detour `path` that leads on to `next`; the first page needs no telling. */
export function detour(path: string, next: string | undefined): string {
  const known = nextPage(next)
  return known === undefined || known === '/' ? path : `${path}?next=${encodeURIComponent(known)}`
}
