import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { passkey, verification } from '../../db/schema/sign-in.ts'
import { challengeCookie } from '../../server/auth/session-cookie.ts'
import { codeOf, stepAt } from '../../server/auth/totp.ts'
import { attemptLimits } from '../../server/domain/sign-in/attempts.ts'
import { sessionLimits } from '../../server/domain/sign-in/session-limits.ts'
import { freshDatabase } from '../support/database.ts'
import { type Guest, invitationFor, newcomer as newcomerIn, openGuest, password } from '../support/guest.ts'
import { testSettings } from '../support/visit.ts'

const db = await freshDatabase()
const typed = { password, again: password }
let accounts = 0

const at = (minutes: number) => new Date(Date.now() + minutes * 60_000)
const enter = (guest: Guest, email: string, given = password) =>
  guest.ask((entrance) => entrance.enterByPassword({ email, password: given }))
const refusal = (messageId: string) => ({ name: 'DomainError', messageId })

const newcomer = () => newcomerIn(db, `guest-${accounts++}@example.org`)

/** The same with a second factor; gives its secret and the recovery codes. */
async function newcomerOfTwoProofs() {
  const { email, guest } = await newcomer()
  const shown = await guest.ask((entrance) => entrance.nextStep())
  const secret = shown.step === 'set-up' ? shown.offer.typed.replaceAll(' ', '') : ''
  const { recoveryCodes } = await guest.ask((entrance) => entrance.giveCode(codeOf(secret, stepAt(guest.clock))))
  return { email, guest, secret, recoveryCodes }
}

describe('an invitation', () => {
  test('is shown, taken up with a password, and enters with one proof', async () => {
    const token = await invitationFor(db, `guest-${accounts++}@example.org`, 'npm', 'npm-member')
    const guest = openGuest(db)
    await guest.ask((entrance) => entrance.takeUpInvitation(token, typed))
    const { signedIn } = await guest.visitor()
    expect(signedIn).toMatchObject({ factors: 1, lacks: 'second-factor' })
  })

  test.each([
    ['too short', 'short', 'password.too-short'],
    ['of ten million characters', 'x'.repeat(10_000_000), 'password.too-long'],
    ['common', 'Password2024!!', 'password.common'],
  ])('takes no password that is %s, and stays open', async (_name, weak, messageId) => {
    const token = await invitationFor(db, `weak-${accounts++}@example.org`, 'npm', 'npm-member')
    const guest = openGuest(db)
    const take = (given: string) =>
      guest.ask((entrance) => entrance.takeUpInvitation(token, { password: given, again: given }))
    await expect(take(weak)).rejects.toMatchObject(refusal(messageId))
    await expect(take(password)).resolves.toBeDefined()
  })

  test('takes no password that was typed in two ways', async () => {
    const token = await invitationFor(db, `two-${accounts++}@example.org`, 'npm', 'npm-member')
    const take = openGuest(db).ask((entrance) => entrance.takeUpInvitation(token, { password, again: `${password}.` }))
    await expect(take).rejects.toMatchObject(refusal('password.differs'))
  })

  test('that was used is refused', async () => {
    const { token } = await newcomer()
    const again = openGuest(db).ask((entrance) => entrance.takeUpInvitation(token, typed))
    await expect(again).rejects.toMatchObject(refusal('invitation.none'))
  })

  test('cannot be guessed at from one address', async () => {
    const guesser = openGuest(db, { address: '192.0.2.7' })
    const guess = () => guesser.ask((entrance) => entrance.showInvitation('x'))
    for (let tries = 0; tries < attemptLimits['invitation.address'].most; tries++) {
      await expect(guess()).rejects.toMatchObject(refusal('invitation.none'))
    }
    await expect(guess()).rejects.toMatchObject(refusal('sign-in.too-often'))
  })
})

describe('a password', () => {
  test.each([
    ['wrong', 'another thing altogether'],
    ['empty', ''],
    ['of ten million characters', 'x'.repeat(10_000_000)],
    ['a zero in the middle', `${password}\0`],
  ])('that is %s is refused as one of nobody is', async (_name, given) => {
    const { email } = await newcomer()
    await expect(enter(openGuest(db), email, given)).rejects.toMatchObject(refusal('sign-in.wrong'))
    const nobody = enter(openGuest(db), `nobody-${accounts++}@example.org`, given)
    await expect(nobody).rejects.toMatchObject(refusal('sign-in.wrong'))
  })

  test.each([
    ['no address', 'not an address'],
    ['an address of ten million characters', 'x'.repeat(10_000_000)],
    ['a sentence of the database', "' or 1=1 --@example.org"],
  ])('with %s is refused', async (_name, email) => {
    await expect(enter(openGuest(db), email)).rejects.toMatchObject(refusal('sign-in.wrong'))
  })

  test('is the same however its characters are composed, and the address however it is written', async () => {
    const email = `accents-${accounts++}@example.org`
    const composed = 'één blauwe ﬁets in de régen'
    const token = await invitationFor(db, email, 'npm', 'npm-member')
    await openGuest(db).ask((entrance) => entrance.takeUpInvitation(token, { password: composed, again: composed }))
    for (const form of [composed.normalize('NFD'), composed.normalize('NFKC')]) {
      const entry = await enter(openGuest(db), ` ${email.toUpperCase()}`, form)
      expect(entry.asksCode).toBe(false)
    }
    await expect(enter(openGuest(db), email, composed.toUpperCase())).rejects.toMatchObject(refusal('sign-in.wrong'))
  })

  test('locks the account after ten wrong ones, from wherever they come, until the window is over', async () => {
    const { email, personId } = await newcomer()
    const began = new Date()
    const minutesOn = (minutes: number) => ({ clock: new Date(began.getTime() + minutes * 60_000) })
    for (let tries = 0; tries < attemptLimits['password.account'].most; tries++) {
      const wrong = enter(
        openGuest(db, { address: `198.51.100.${tries}`, ...minutesOn(0) }),
        email,
        'wrong wrong wrong',
      )
      await expect(wrong).rejects.toMatchObject(refusal('sign-in.wrong'))
    }
    const tooOften = (values: Record<string, number>) => ({ ...refusal('sign-in.too-often'), values })
    await expect(enter(openGuest(db, minutesOn(0)), email)).rejects.toMatchObject(
      tooOften({ minutes: 15, seconds: 900 }),
    )
    // Of the wait is said what is left of it.
    await expect(enter(openGuest(db, minutesOn(6)), email)).rejects.toMatchObject(
      tooOften({ minutes: 9, seconds: 540 }),
    )
    await expect(enter(openGuest(db, minutesOn(16)), email)).resolves.toMatchObject({ asksCode: false })
    // The one that locked it stands in the audit as that, and those behind the lock do not fill it.
    const refused = await db.asSystem((tx) =>
      tx.execute<{ subject: string }>(
        sql`select subject from audit_entries where person_id = ${personId} and outcome = 'refused' order by id`,
      ),
    )
    const [last, ...before] = refused.map(({ subject }) => JSON.parse(subject)).toReversed()
    expect([before.length, last]).toEqual([9, { way: 'password', locked: true }])
    expect(new Set(before.map((one) => one.locked))).toEqual(new Set([undefined]))
  })

  test('locks an account of nobody as well', async () => {
    const email = `nobody-${accounts++}@example.org`
    const tries = Array.from({ length: 12 }, () => enter(openGuest(db), email).catch((error) => error.messageId))
    const answers = await Promise.all(tries)
    expect(answers.filter((one) => one === 'sign-in.too-often')).toHaveLength(2)
  })

  test('that is right forgives the ones before it', async () => {
    const { email } = await newcomer()
    for (let round = 0; round < 3; round++) {
      for (let tries = 0; tries < 4; tries++) await enter(openGuest(db), email, 'wrong wrong wrong').catch(() => {})
      await expect(enter(openGuest(db), email)).resolves.toBeDefined()
    }
  })

  test('given by several at once opens a session for each, and each is another', async () => {
    const { email } = await newcomer()
    const guests = [openGuest(db), openGuest(db), openGuest(db)]
    await Promise.all(guests.map((guest) => enter(guest, email)))
    const sessions = await Promise.all(guests.map(async (guest) => (await guest.visitor()).signedIn?.sessionId))
    expect(new Set(sessions).size).toBe(3)
  })

  test('leaves the sign-in, and the refused one, in the audit', async () => {
    const { email, guest } = await newcomer()
    const { personId } = (await guest.visitor()).signedIn!
    await enter(openGuest(db), email, 'wrong wrong wrong').catch(() => {})
    const rows = await db.asSystem((tx) =>
      tx.execute(sql`select action, outcome from audit_entries where person_id = ${personId} order by id`),
    )
    expect(rows.map((row) => `${row.action} ${row.outcome}`)).toEqual([
      'invitation.accept done',
      'session.begin done',
      'session.begin refused',
    ])
  })
})

describe('a session', () => {
  test('ends when it was left alone, and at its absolute end', async () => {
    const { guest } = await newcomer()
    const idle = sessionLimits.idleMs / 60_000
    guest.clock = at(idle - 1)
    expect((await guest.visitor()).signedIn).toBeDefined()
    guest.clock = at(2 * idle)
    expect((await guest.visitor()).signedIn).toBeUndefined()
  })

  test('whose cookie was changed, or signed by another key, is none', async () => {
    const { guest } = await newcomer()
    const [name, value] = [...guest.cookies][0]!
    for (const changed of [
      value.replace(/^./, (sign) => (sign === 'a' ? 'b' : 'a')),
      value.slice(0, -4),
      '%E0%A4%A',
      '',
    ]) {
      guest.cookies.set(name, changed)
      expect((await guest.visitor()).signedIn).toBeUndefined()
    }
  })
})

describe('a second factor', () => {
  test('that was set up is asked for from then on, and the session is another one, of two proofs', async () => {
    const { email, guest, secret } = await newcomerOfTwoProofs()
    expect((await guest.visitor()).signedIn).toMatchObject({ factors: 2, lacks: undefined })
    const other = openGuest(db, { clock: at(1) })
    expect((await enter(other, email)).asksCode).toBe(true)
    expect((await other.visitor()).signedIn).toBeUndefined()
    await other.ask((entrance) => entrance.enterByCode(codeOf(secret, stepAt(other.clock))))
    expect((await other.visitor()).signedIn).toMatchObject({ factors: 2 })
  })

  test('the session from before its code is over', async () => {
    const { guest } = await newcomer()
    const before = new Map(guest.cookies)
    const shown = await guest.ask((entrance) => entrance.nextStep())
    if (shown.step !== 'set-up') throw new Error('nothing was offered')
    const secret = shown.offer.typed.replaceAll(' ', '')
    await guest.ask((entrance) => entrance.giveCode(codeOf(secret, stepAt(guest.clock))))
    guest.cookies = before
    expect((await guest.visitor()).signedIn).toBeUndefined()
  })

  test('offers the same secret until it is confirmed', async () => {
    const { guest } = await newcomer()
    const offers = [await guest.ask((one) => one.nextStep()), await guest.ask((one) => one.nextStep())]
    expect(offers[0]).toEqual(offers[1])
    await expect(guest.ask((one) => one.giveCode('000000'))).rejects.toMatchObject(refusal('second-factor.wrong-code'))
    expect(await guest.ask((one) => one.nextStep())).toEqual(offers[0])
  })

  test.each([
    ['half a minute early', -1, true],
    ['half a minute late', 1, true],
    ['a minute early', -2, false],
    ['a minute late', 2, false],
  ])('a code of a clock that is %s', async (_name, steps, isTaken) => {
    const { email, secret } = await newcomerOfTwoProofs()
    const guest = openGuest(db, { clock: at(5) })
    await enter(guest, email)
    const given = guest.ask((entrance) => entrance.enterByCode(codeOf(secret, stepAt(guest.clock) + steps)))
    if (isTaken) await expect(given).resolves.toBeDefined()
    else await expect(given).rejects.toMatchObject(refusal('second-factor.wrong-code'))
  })

  test('a code is taken once, however many give it at once, and none from before it', async () => {
    const { email, secret } = await newcomerOfTwoProofs()
    const guests = [1, 2, 3].map(() => openGuest(db, { clock: at(3) }))
    for (const guest of guests) await enter(guest, email)
    const code = codeOf(secret, stepAt(at(3)))
    const given = await Promise.allSettled(guests.map((guest) => guest.ask((one) => one.enterByCode(code))))
    expect(given.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    const late = guests.find((_guest, index) => given[index]!.status === 'rejected')!
    const earlier = late.ask((one) => one.enterByCode(codeOf(secret, stepAt(late.clock) - 1)))
    await expect(earlier).rejects.toMatchObject(refusal('second-factor.wrong-code'))
  })

  test.each([
    ['empty', ''],
    ['seven figures', '1234567'],
    ['letters', 'abcdef'],
    ['ten million figures', '1'.repeat(10_000_000)],
  ])('a code that is %s is wrong', async (_name, code) => {
    const { email } = await newcomerOfTwoProofs()
    const guest = openGuest(db, { clock: at(1) })
    await enter(guest, email)
    await expect(guest.ask((one) => one.enterByCode(code))).rejects.toMatchObject(refusal('second-factor.wrong-code'))
  })

  test('a challenge of another kind is not one that waits for a code, whoever signed it', async () => {
    const { guest: own, secret } = await newcomerOfTwoProofs()
    const { personId } = (await own.visitor()).signedIn!
    const times = { expiresAt: at(10), createdAt: at(0), updatedAt: at(0) }
    for (const kind of ['trust-device-', 'reset:', '2fa-attempts-2fa-', '2fa-otp-', '']) {
      const identifier = `${kind}abcdefghijklmnopqrst`
      await db.asSignIn((tx) => tx.insert(verification).values({ identifier, value: personId, ...times }))
      const guest = openGuest(db, { clock: at(1) })
      const [name, value] = challengeCookie(testSettings).write(identifier).split(';')[0]!.split('=') as [
        string,
        string,
      ]
      guest.cookies.set(name, value)
      const given = guest.ask((one) => one.enterByCode(codeOf(secret, stepAt(guest.clock))))
      await expect(given).rejects.toMatchObject(refusal('second-factor.over'))
    }
  })

  test('entering by a code leaves the session before it', async () => {
    const { email, guest, secret } = await newcomerOfTwoProofs()
    const before = new Map(guest.cookies)
    guest.clock = at(1)
    await enter(guest, email)
    await guest.ask((one) => one.enterByCode(codeOf(secret, stepAt(guest.clock))))
    expect((await guest.visitor()).signedIn).toMatchObject({ factors: 2 })
    guest.cookies = before
    expect((await guest.visitor()).signedIn).toBeUndefined()
  })

  test('a password alone adds none to the account of somebody who has a passkey', async () => {
    const { guest } = await newcomer()
    const { personId: userId } = (await guest.visitor()).signedIn!
    const shown = await guest.ask((one) => one.nextStep())
    const secret = shown.step === 'set-up' ? shown.offer.typed.replaceAll(' ', '') : ''
    const made = { publicKey: 'k', credentialID: userId, counter: 0, deviceType: 'singleDevice', backedUp: false }
    await db.asSignIn((tx) => tx.insert(passkey).values({ userId, ...made }))
    expect(await guest.ask((one) => one.nextStep())).toEqual({ step: 'passkey' })
    const given = guest.ask((one) => one.giveCode(codeOf(secret, stepAt(guest.clock))))
    await expect(given).rejects.toMatchObject(refusal('second-factor.passkey'))
  })

  test('is the code of this account alone', async () => {
    const { email } = await newcomerOfTwoProofs()
    const { secret: foreign } = await newcomerOfTwoProofs()
    const guest = openGuest(db, { clock: at(1) })
    await enter(guest, email)
    const given = guest.ask((one) => one.enterByCode(codeOf(foreign, stepAt(guest.clock))))
    await expect(given).rejects.toMatchObject(refusal('second-factor.wrong-code'))
  })

  test('a code without the password before it, with a forged memory of it, or after ten minutes is not looked at', async () => {
    const { email, secret } = await newcomerOfTwoProofs()
    const code = (guest: Guest) => guest.ask((one) => one.enterByCode(codeOf(secret, stepAt(guest.clock))))
    await expect(code(openGuest(db, { clock: at(1) }))).rejects.toMatchObject(refusal('second-factor.over'))
    const forger = openGuest(db, { clock: at(1) })
    await enter(forger, email)
    const [name, value] = [...forger.cookies].find(([one]) => one.endsWith('two_factor'))!
    forger.cookies.set(name, value.replace(/\..*/, '.AAAA'))
    await expect(code(forger)).rejects.toMatchObject(refusal('second-factor.over'))
    const slow = openGuest(db)
    await enter(slow, email)
    slow.clock = at(11)
    await expect(code(slow)).rejects.toMatchObject(refusal('second-factor.over'))
  })

  test('locks after five wrong codes, also for the right one', async () => {
    const { email, secret } = await newcomerOfTwoProofs()
    const guest = openGuest(db, { clock: at(1) })
    await enter(guest, email)
    for (let tries = 0; tries < 5; tries++) await guest.ask((one) => one.enterByCode('000000')).catch(() => {})
    const right = guest.ask((one) => one.enterByCode(codeOf(secret, stepAt(guest.clock))))
    await expect(right).rejects.toMatchObject(refusal('sign-in.too-often'))
  })

  test('a recovery code stands in once, however it is typed', async () => {
    const { email, recoveryCodes } = await newcomerOfTwoProofs()
    expect(new Set(recoveryCodes).size).toBe(10)
    const [first] = recoveryCodes
    const enterWith = async (code: string) => {
      const guest = openGuest(db)
      await enter(guest, email)
      await guest.ask((one) => one.enterByRecoveryCode(code))
      return guest
    }
    const guest = await enterWith(` ${first!.toLowerCase().replace('-', ' ')}`)
    expect((await guest.visitor()).signedIn).toMatchObject({ factors: 2 })
    await expect(enterWith(first!)).rejects.toMatchObject(refusal('second-factor.wrong-recovery-code'))
    await expect(enterWith('')).rejects.toMatchObject(refusal('second-factor.wrong-recovery-code'))
  })

  test('no table holds its secret or a recovery code as it is', async () => {
    const { secret, recoveryCodes } = await newcomerOfTwoProofs()
    const rows = JSON.stringify(await db.asSignIn((tx) => tx.execute(sql`select * from two_factor`)))
    for (const hidden of [secret, ...recoveryCodes]) expect(rows).not.toContain(hidden)
  })
})
