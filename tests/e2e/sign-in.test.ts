import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { openDatabase } from '../../db/client.ts'
import { findBody } from '../../db/queries/people.ts'
import { codeOf, stepAt } from '../../server/auth/totp.ts'
import { type Role, systemActor } from '../../server/domain/access.ts'
import { invitePerson } from '../../server/services/invitations.ts'
import { expectAccessible, faultsOf, nameOf, openSite, viewsOf } from '../support/browser.ts'
import { openOidcProvider } from '../support/oidc-provider.ts'

const provider = await openOidcProvider()
const site = await openSite(undefined, false, {
  OIDC_ISSUER: provider.issuer,
  OIDC_CLIENT_ID: 'daylight',
  OIDC_CLIENT_SECRET: 'secret',
  OIDC_NAME: 'the ministry',
})
const password = 'tin kettle under blue moss'

/** Invites somebody as an administrator of their body would, and gives the path of the link in their message. */
async function invite(email: string, role: Role): Promise<string> {
  const db = await openDatabase({ dataDir: site.dataDir, attach: true })
  try {
    await db.asSystem(async (tx) => {
      const body = await findBody(tx, 'administration')
      const occasion = { actor: systemActor, now: new Date(), requestId: null }
      const place = { kind: 'country', id: null } as const
      await invitePerson(tx, occasion, body!.id, { name: 'Rosalind', email, role, place })
    })
  } finally {
    await db.close()
  }
  return linkTo(email, 'invitation')
}

/** The path in the newest message to an address, once it is there. */
async function linkTo(email: string, kind: 'invitation' | 'reset'): Promise<string> {
  const mail = join(site.dataDir, 'mail')
  const find = () => {
    const letters = (existsSync(mail) ? readdirSync(mail) : [])
      .sort()
      .map((file) => readFileSync(join(mail, file), 'utf8'))
    const own = letters.filter((letter) => letter.startsWith(`To: ${email}\n`))
    return new RegExp(`/${kind}/[\\w-]{43}`).exec(own.at(-1) ?? '')?.[0]
  }
  await expect.poll(find, { timeout: 60_000 }).toBeDefined()
  return find()!
}

const choosePassword = async (page: Page, chosen: string) => {
  await page.getByLabel('New password').fill(chosen)
  await page.getByLabel('The same once more').fill(chosen)
}
const enterByPassword = async (page: Page, email: string, given = password) => {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(given)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}
const signOut = async (page: Page) => {
  await page.locator('summary', { hasText: 'Rosalind' }).click()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.waitForURL('**/sign-in')
}
/** A code that was not taken yet: each half minute has one. */
const nextCode = async (page: Page, secret: string, taken: number) => {
  await expect.poll(() => stepAt(new Date()) + 1, { timeout: 60_000, interval: 500 }).toBeGreaterThan(taken)
  const step = Math.max(taken + 1, stepAt(new Date()))
  await page.getByLabel('Code of six figures').fill(codeOf(secret, step))
  return step
}

describe('the way of somebody who was invited', () => {
  test('invitation, second factor, sign-out, code, passkey, and in by it', async () => {
    const email = 'rosalind@example.org'
    const page = await site.open(await invite(email, 'ministry-analyst'))
    await expectAccessible(page)
    await choosePassword(page, 'short')
    await page.getByRole('button', { name: 'Take up the invitation' }).click()
    await page.getByRole('alert').waitFor()
    await choosePassword(page, password)
    await page.getByRole('button', { name: 'Take up the invitation' }).click()

    // The role forces a second factor: nothing else is shown before.
    await page.waitForURL('**/account/second-factor')
    await page.goto('/facilities')
    await page.waitForURL('**/account/second-factor**')
    await expectAccessible(page)
    const secret = (await page.locator('a[href^="otpauth:"]').textContent())!.replaceAll(' ', '')
    let taken = await nextCode(page, secret, 0)
    await page.getByRole('button', { name: 'Confirm' }).click()
    await page.getByText('Recovery codes of Daylight').waitFor()
    await expectAccessible(page)
    expect(await page.locator('ol code, ol li').count()).toBe(10)
    await page.getByRole('link', { name: 'Go on' }).click()
    await page.waitForURL('**/facilities**')

    await signOut(page)
    await enterByPassword(page, email)
    await page.waitForURL('**/sign-in/code**')
    await expectAccessible(page)
    taken = await nextCode(page, secret, taken)
    await page.getByRole('button', { name: 'Sign in', exact: true }).first().click()
    await page.locator('summary', { hasText: 'Rosalind' }).waitFor()

    const devices = await page.context().newCDPSession(page)
    await devices.send('WebAuthn.enable')
    await devices.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    await page.goto('/account')
    await expectAccessible(page)
    await page.getByLabel('Name of a new passkey').fill('Key at work')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.waitForURL('**/account?done=passkey')
    expect(await page.getByLabel('Name of the passkey').inputValue()).toBe('Key at work')
    await signOut(page)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.locator('summary', { hasText: 'Rosalind' }).waitFor()
    await page.goto('/account')
    expect(await page.getByText('(this one)').count()).toBe(1)
    await page.getByRole('button', { name: 'Sign out everywhere' }).click()
    await page.waitForURL('**/sign-in')
    await page.goto('/account')
    await page.waitForURL('**/sign-in?next=%2Faccount')
    expect(faultsOf(page).filter((fault) => !/status of 400/.test(fault))).toEqual([])
  })

  test('without scripts: invitation, second factor, and in by a recovery code', async () => {
    const email = 'plain@example.org'
    const page = await site.open(await invite(email, 'ministry-duty-desk'), { javaScript: false })
    await choosePassword(page, password)
    await page.getByRole('button', { name: 'Take up the invitation' }).click()
    const secret = (await page.locator('a[href^="otpauth:"]').textContent())!.replaceAll(' ', '')
    await nextCode(page, secret, 0)
    await page.getByRole('button', { name: 'Confirm' }).click()
    const [first] = await page.locator('ol li').allTextContents()
    await page.getByRole('link', { name: 'Go on' }).click()
    await page.context().clearCookies()
    await enterByPassword(page, email)
    await page.locator('summary', { hasText: 'I have no code generator' }).click()
    await page.getByLabel('Recovery code').fill(first!)
    await page.getByRole('button', { name: 'Sign in', exact: true }).last().click()
    await page.goto('/account')
    expect(await page.getByText('9 recovery codes are left').count()).toBe(1)
  })
})

test('a forgotten password is replaced by the way that the message opens, once', async () => {
  const email = 'forgetful@example.org'
  const page = await site.open(await invite(email, 'ministry-duty-desk'))
  await choosePassword(page, password)
  await page.getByRole('button', { name: 'Take up the invitation' }).click()
  await page.context().clearCookies()
  await page.goto('/reset')
  await expectAccessible(page)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: 'Send the message' }).click()
  await page.getByRole('status').waitFor()
  const link = await linkTo(email, 'reset')
  await page.goto(link)
  await expectAccessible(page)
  await choosePassword(page, 'another kettle over green stone')
  await page.getByRole('button', { name: 'Use this password' }).click()
  await page.waitForURL('**/sign-in?reset=done')
  await enterByPassword(page, email, password)
  await page.getByRole('alert').waitFor()
  await enterByPassword(page, email, 'another kettle over green stone')
  await page.locator('summary', { hasText: 'Rosalind' }).waitFor()
  expect((await page.goto(link))?.status()).toBe(404)
})

test('the single sign-on lets in who was invited, and tells all others why not', async () => {
  const email = 'single@example.org'
  const page = await site.open(await invite(email, 'ministry-duty-desk'))
  await choosePassword(page, password)
  await page.getByRole('button', { name: 'Take up the invitation' }).click()
  await page.waitForURL('**/account/second-factor**')
  const enterBySingle = async () => {
    await page.context().clearCookies()
    await page.goto('/sign-in?next=/rules')
    await page.getByRole('link', { name: 'the ministry' }).click()
  }
  provider.claims = { sub: 's-1', email, email_verified: true }
  await enterBySingle()
  // It is one proof: the role asks for a second.
  await page.waitForURL('**/account/second-factor**')
  await page.locator('summary', { hasText: 'Rosalind' }).waitFor()

  const isRefused = async () => {
    await page.getByRole('heading', { name: 'The single sign-on did not let you in' }).waitFor()
    expect(await page.locator('summary', { hasText: 'Rosalind' }).count()).toBe(0)
  }
  for (const lie of [{ email: 'nobody@example.org' }, { iss: 'https://evil.example' }]) {
    provider.claims = { sub: 's-2', email, email_verified: true, ...lie }
    await enterBySingle()
    await isRefused()
  }
  await expectAccessible(page)
  await page.goto('/sign-in/single/return?code=x&state=of-somebody-else')
  await isRefused()
  provider.isDown = true
  provider.claims = { sub: 's-1', email, email_verified: true }
  await enterBySingle()
  await isRefused()
})

describe.each(['/sign-in', '/sign-in/code', '/reset'].map((path, at) => [path, viewsOf(at)] as const))(
  '%s',
  (path, views) => {
    test.each(views.map((view) => [nameOf(view), view] as const))(
      'can be used by everybody: %s',
      async (_name, view) => {
        const page = await site.open(path, view)
        await expectAccessible(page)
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(view.width)
        expect(faultsOf(page)).toEqual([])
      },
    )
  },
)
