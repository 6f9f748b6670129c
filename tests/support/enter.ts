import type { Page } from 'playwright-core'
import { readMessages } from '../../app/messages/build.ts'
import type { Role } from '../../server/domain/access.ts'

/** What a role is called on the pages. */
export const roleName = (role: Role): string => readMessages('en')[`role.${role}`]!

/** Signs a browser in to the demonstration by its own page, as the first account of `role` that it offers. */
export async function signInAs(page: Page, role: Role): Promise<void> {
  await page.goto('/sign-in')
  await page
    .locator(`button[name=person]:has(strong:text-is("${roleName(role)}"))`)
    .first()
    .click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

/** Signs in to the demonstration at `url` without a browser, by the form of its page. Gives the cookie to send. */
export async function enterAs(url: string, role: Role): Promise<string> {
  const html = await (await fetch(`${url}/sign-in`)).text()
  const buttons = [...html.matchAll(/<button[^>]* name="person" value="([^"]+)"[^>]*>(.*?)<\/button>/gs)]
  const person = buttons.find(([, , words]) => words?.includes(`>${roleName(role)}<`))?.[1]
  if (!person) throw new Error(`${url} offers no account of a ${roleName(role)}`)
  const body = new URLSearchParams({ way: 'demonstration', person })
  const answer = await fetch(`${url}/sign-in`, { method: 'POST', body, redirect: 'manual', headers: { origin: url } })
  return cookieIn(answer)
}

/** The cookie that an answer sets, as a browser sends it back. */
export function cookieIn(answer: Response): string {
  const [cookie] = answer.headers.getSetCookie()
  if (!cookie) throw new Error(`answered ${answer.status} without a cookie`)
  return cookie.split(';')[0]!
}
