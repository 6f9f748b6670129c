import { createContext, useContext } from 'react'
import type { Preferences } from './preferences.ts'

/** What holds for one answer of the server: how its reader wants to see it, and what it carries. */
export interface Visit extends Preferences {
  /** The word that lets style elements in; empty in the browser, which hides it from scripts. */
  nonce: string
  /** The id of the request, which a reader may quote when something went wrong. */
  reference: string
}

const VisitContext = createContext<Visit | undefined>(undefined)

export const VisitProvider = VisitContext.Provider

export function useVisit(): Visit {
  const visit = useContext(VisitContext)
  if (!visit) throw new Error('a page is drawn outside of its visit')
  return visit
}

/** The visit as the server wrote it into the page, read back in the browser before the page wakes up. */
export function visitOf(root: HTMLElement): Visit {
  const script = root.querySelector<HTMLScriptElement>('script[nonce]')
  return {
    language: root.lang as Visit['language'],
    direction: root.dir as Visit['direction'],
    theme: root.dataset.theme as Visit['theme'],
    density: root.dataset.density as Visit['density'],
    nonce: script?.nonce ?? '',
    reference: root.dataset.reference ?? '',
  }
}
