import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { codeOf, stepAt } from '../../server/auth/totp.ts'
import type { Role } from '../../server/domain/access.ts'
import { expectAccessible, faultsOf, openSite } from '../support/browser.ts'

const site = await openSite()
const password = 'tin kettle under blue moss'
const email = 'ines@example.org'

/** What the newest message to the address says; empty while there is none. */
function letterTo(address: string): string {
  const folder = join(site.dataDir, 'mail')
  const letters = (existsSync(folder) ? readdirSync(folder) : [])
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8'))
  return letters.filter((letter) => letter.startsWith(`To: ${address}\n`)).at(-1) ?? ''
}

const choose = async (page: Page, role: string, place: string) => {
  await page.locator('select[name="role"]').selectOption({ label: role })
  await page.locator('select[name="place"]').selectOption(place)
}
const done = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words }).waitFor()
const statusOf = async (page: Page, path: string) => (await page.goto(path))?.status()

/** The path of somebody's page, as the administrator of their body finds it. */
async function personPathOf(administrator: Role): Promise<string> {
  const page = await site.open('/administration/people', { as: administrator })
  return (await page.locator('table a[href^="/administration/people/"]').first().getAttribute('href'))!
}

test('an administrator asks somebody in, gives and ends roles at once, and takes a lost second factor away', async () => {
  const office = await site.open('/administration/people', { as: 'administration-administrator' })
  await office.getByLabel('Name', { exact: true }).fill('Ines Marlow')
  await office.getByLabel('E-mail', { exact: true }).fill(email)
  await choose(office, 'Facility director', 'facility:kel-01')
  await office.getByRole('button', { name: 'Send invitation' }).click()
  await done(office, 'The invitation waits to be sent.')
  await expect.poll(() => letterTo(email), { timeout: 60_000 }).toMatch(/\/invitation\/[\w-]{43}/)

  const guest = await site.open(/\/invitation\/[\w-]{43}/.exec(letterTo(email))![0], { as: null })
  await guest.getByLabel('New password').fill(password)
  await guest.getByLabel('The same once more').fill(password)
  await guest.getByRole('button', { name: 'Take up the invitation' }).click()
  await guest.waitForURL('**/facilities/kel-01*')
  expect(await statusOf(guest, '/facilities/kel-02')).toBe(404)
  expect(await statusOf(guest, '/administration/people')).toBe(404)

  // The role ends while its holder is signed in: the next request shows nothing any more.
  await office.goto('/administration/people')
  await office.getByRole('link', { name: 'Ines Marlow' }).click()
  await office.getByRole('button', { name: /^End role.*Facility director/ }).click()
  await done(office, 'The role has ended.')
  await guest.goto('/facilities/kel-01')
  expect(new URL(guest.url()).pathname).toBe('/role')
  await expectAccessible(guest)

  await choose(office, 'Facility data officer', 'facility:kel-02')
  await office.getByRole('button', { name: 'Give role' }).click()
  await done(office, 'The role was given.')
  await guest.goto('/home')
  await guest.waitForURL('**/facilities/kel-02*')
  expect(await statusOf(guest, '/facilities/kel-01')).toBe(404)

  // The role asks for no second factor; who has one and loses it sets up another all the same.
  await guest.goto('/account/second-factor')
  const secret = (await guest.locator('a[href^="otpauth:"]').textContent())!.replaceAll(' ', '')
  await guest.getByLabel('Code of six figures').fill(codeOf(secret, stepAt(new Date())))
  await guest.getByRole('button', { name: 'Confirm' }).click()
  await guest.getByText('Recovery codes of Daylight').waitFor()
  await office.reload()
  await expectAccessible(office)
  await office.getByLabel('Why, and how you know that it is they').fill('Called back under the number in the file')
  await office.getByRole('button', { name: 'Take second factor away' }).click()
  await done(office, 'The second factor was taken away')
  expect(await office.getByRole('button', { name: 'Take second factor away' }).count()).toBe(0)
  await guest.goto('/facilities/kel-02')
  await guest.waitForURL('**/sign-in**')
  await guest.getByLabel('E-mail address').fill(email)
  await guest.getByLabel('Password', { exact: true }).fill(password)
  await guest.getByRole('button', { name: 'Sign in', exact: true }).click()
  await guest.waitForURL('**/account/second-factor**')
  expect(await guest.locator('a[href^="otpauth:"]').textContent()).not.toBe(secret)
  await expect.poll(() => letterTo(email), { timeout: 60_000 }).toContain('second factor for Daylight was taken away')
  expect([...faultsOf(office), ...faultsOf(guest).filter((fault) => !/status of 404/.test(fault))]).toEqual([])
})

test('the people and the records of another body are not there, for whoever administers or audits one', async () => {
  const own = await personPathOf('administration-administrator')
  const foreign = await personPathOf('inspectorate-administrator')
  const office = await site.open(own, { as: 'administration-administrator' })
  expect(await statusOf(office, own)).toBe(200)
  expect(await statusOf(office, foreign)).toBe(404)
  const there = await office.locator('main').innerText()
  expect(
    await statusOf(
      office,
      foreign.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
    ),
  ).toBe(404)
  // Word for word as somebody who never was, but for the reference.
  const withoutReference = (text: string) => text.replaceAll(/[0-9a-f-]{36}/g, '')
  expect(withoutReference(await office.locator('main').innerText())).toBe(withoutReference(there))

  for (const path of ['/administration/audit', '/administration/audit/head.json'])
    expect(await statusOf(office, path)).toBe(404)
  const inspectorate = await site.open('/administration/people', { as: 'inspectorate-administrator' })
  expect(await statusOf(inspectorate, '/administration/retention')).toBe(404)
  const auditor = await site.open('/administration/audit', { as: 'npm-auditor' })
  expect(await statusOf(auditor, own)).toBe(404)
  expect(await statusOf(auditor, '/administration/people')).toBe(404)
})
