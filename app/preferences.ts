import { defaultLanguage, isLanguage, type Language, languages } from '../server/domain/languages.ts'

export const themes = ['auto', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export const directions = ['ltr', 'rtl'] as const
export type Direction = (typeof directions)[number]

/** How close the rows of tables stand. */
export const densities = ['roomy', 'close'] as const
export type Density = (typeof densities)[number]

/** How one reader wants to see the pages; kept in cookies, chosen by links, so that it works without scripts. */
export interface Preferences {
  language: Language
  direction: Direction
  theme: Theme
  density: Density
}

/** The parameters of a URL that choose a preference; the value of each is kept in a cookie of the same name. */
export const preferenceNames = ['lang', 'dir', 'theme', 'density'] as const
type PreferenceName = (typeof preferenceNames)[number]

const year = 60 * 60 * 24 * 365

/** The preferences that the cookies of a request carry; a wrong or absent one is the default. */
export function preferencesOf(headers: Headers): Preferences {
  const cookie = headers.get('cookie') ?? ''
  const language = cookieValue(cookie, 'lang')
  const chosen = isLanguage(language) ? language : defaultLanguage
  return {
    language: chosen,
    direction: oneOf(directions, cookieValue(cookie, 'dir')) ?? languages[chosen].direction,
    theme: oneOf(themes, cookieValue(cookie, 'theme')) ?? 'auto',
    density: oneOf(densities, cookieValue(cookie, 'density')) ?? 'roomy',
  }
}

/**
 * When `url` chooses preferences: the cookies that keep them, and the same page without the choice.
 * Undefined when it chooses none. A value that does not exist is dropped, never kept.
 */
export function chosenIn(url: URL): { cookies: string[]; location: string } | undefined {
  const chosen = preferenceNames.filter((name) => url.searchParams.has(name))
  if (chosen.length === 0) return undefined
  const cookies = chosen.flatMap((name) => cookieFor(name, url.searchParams.get(name) ?? ''))
  const rest = new URL(url)
  for (const name of chosen) rest.searchParams.delete(name)
  return { cookies, location: rest.pathname + rest.search }
}

function cookieFor(name: PreferenceName, value: string): string[] {
  const isKnown = {
    lang: isLanguage(value),
    dir: oneOf(directions, value),
    theme: oneOf(themes, value),
    density: oneOf(densities, value),
  }[name]
  return isKnown ? [`${name}=${value}; Path=/; Max-Age=${year}; SameSite=Lax; HttpOnly`] : []
}

function cookieValue(cookie: string, name: PreferenceName): string | undefined {
  const pair = cookie.split(/;\s*/).find((part) => part.startsWith(`${name}=`))
  return pair?.slice(name.length + 1)
}

function oneOf<Known extends string>(known: readonly Known[], value: string | undefined): Known | undefined {
  return known.find((entry) => entry === value)
}
