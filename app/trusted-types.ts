type Policies = { createPolicy(name: string, rules: { createHTML(text: string): string | null }): unknown }

/** Markup that React itself writes to make a script element which never runs. */
const inertScript = '<script></script>'

/**
 * What of text may become content of the page: nothing that could be an element. Where the page of a fault takes the place
 * of the whole document, React writes an inert script element and the texts of scripts and styles as markup; every
 * other piece of markup, and everything that would run, is refused by the browser.
 */
export function isInert(text: string): boolean {
  return text === inertScript || !text.includes('<')
}

/** Lays down the page's only policy; browsers without Trusted Types go on without it. */
export function guardMarkup(browser: { trustedTypes?: Policies } = globalThis as { trustedTypes?: Policies }): void {
  browser.trustedTypes?.createPolicy('default', { createHTML: (text) => (isInert(text) ? text : null) })
}
