import { describe, expect, test } from 'vitest'
import { BadSettings, faultsFor, readEnv } from '../../../server/env.ts'

function faultsOf(variables: Record<string, string>): string {
  try {
    readEnv(variables)
  } catch (error) {
    if (error instanceof BadSettings) return error.message
    throw error
  }
  return ''
}

describe('settings', () => {
  test('have values of their own where nothing is given', () => {
    expect(readEnv({})).toEqual({
      NODE_ENV: 'development',
      PORT: 3000,
      HOST: 'localhost',
      COUNTRY_NAME: '',
      TIMEZONE: 'UTC',
      DATA_DIR: '.data',
      PROXY_HOPS: 0,
      OIDC_NAME: 'single sign-on',
      LOG_LEVEL: 'info',
    })
  })

  test('take an empty variable as not given', () => {
    expect(readEnv({ PORT: '', DATABASE_URL: '' })).toMatchObject({ PORT: 3000 })
  })

  test.each(['localhost', '127.0.0.1', '::1'])('listen at %s', (HOST) => {
    expect(readEnv({ HOST }).HOST).toBe(HOST)
  })

  test.each(['0.0.0.0', '::', '192.168.1.4'])('listen at %s only behind an https address', (HOST) => {
    expect(faultsOf({ HOST })).toContain('HOST leaves this computer')
    expect(faultsOf({ HOST, PUBLIC_URL: 'http://localhost:3000' })).toContain('HOST leaves this computer')
    expect(readEnv({ HOST, PUBLIC_URL: 'https://daylight.example.org' })).toMatchObject({ HOST })
  })

  test.each(['example.org', 'localhost:80', '999.1.1.1'])('refuse to listen at %s', (HOST) => {
    expect(faultsOf({ HOST })).toContain('HOST must be localhost or an address')
  })

  test.each([
    'daylight.example.org',
    'ftp://daylight.example.org',
    'https://daylight.example.org/prisons',
    'https://me:secret@daylight.example.org',
    'http://daylight.example.org',
  ])('refuse to be reached at %s', (PUBLIC_URL) => {
    const told = faultsOf({ PUBLIC_URL })
    expect(told).toContain('PUBLIC_URL must be an')
    expect(told).not.toContain('secret')
  })

  test('keep a demonstration on its computer', () => {
    const away = { HOST: '0.0.0.0', PUBLIC_URL: 'https://daylight.example.org' }
    const faults = faultsFor('demonstration', readEnv(away)).join()
    expect(faults).toContain('HOST must be localhost')
    expect(faults).toContain('PUBLIC_URL must be this computer')
    expect(faultsFor('real', readEnv(away))).toEqual([])
    expect(faultsFor('demonstration', readEnv({ PUBLIC_URL: 'http://127.0.0.1:3000' }))).toEqual([])
  })

  test('ask for a directory of keys where a database server is shared', () => {
    const shared = { DATABASE_URL: 'postgres://a@db/x' }
    expect(faultsFor('real', readEnv(shared))).toEqual(['KEYS_DIR must be given together with DATABASE_URL'])
    expect(faultsFor('real', readEnv({ ...shared, KEYS_DIR: '/keys' }))).toEqual([])
    expect(faultsFor('demonstration', readEnv(shared))).toEqual([])
  })

  test('refuse a time zone that is none', () => {
    expect(faultsOf({ TIMEZONE: 'Mars/Olympus' })).toContain('TIMEZONE must be a time zone')
  })

  test.each(['http', '70000', '-1', '80.5', '3000 '])('refuse the port %s', (PORT) => {
    expect(faultsOf({ PORT })).toContain('PORT must be a port number')
  })

  test('name every fault at once', () => {
    const told = faultsOf({ PORT: 'x', HOST: 'nowhere', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://a' })
    for (const name of ['PORT', 'HOST', 'LOG_LEVEL', 'DATABASE_URL']) expect(told).toContain(`  - ${name} `)
  })

  test('never repeat an address that may hold a password', () => {
    const told = faultsOf({ DATABASE_URL: 'mysql://daylight:hunter2@db/x', DATABASE_ADMIN_URL: 'hunter2' })
    expect(told).toContain('DATABASE_ADMIN_URL')
    expect(told).not.toContain('hunter2')
  })

  test('refuse an owner’s login without the application’s own', () => {
    expect(faultsOf({ DATABASE_ADMIN_URL: 'postgres://o:p@db/x' })).toContain('together with DATABASE_URL')
    expect(readEnv({ DATABASE_ADMIN_URL: 'postgres://o:p@db/x', DATABASE_URL: 'postgresql://a@db/x' })).toBeTruthy()
  })

  test('take a mail server only together with a sender, and repeat no password of it', () => {
    const url = 'smtps://daylight:hunter2@mail.example.org'
    expect(readEnv({ SMTP_URL: url, MAIL_FROM: 'Daylight <daylight@example.org>' }).SMTP_URL).toBe(url)
    expect(faultsOf({ SMTP_URL: url })).toContain('SMTP_URL and MAIL_FROM are given together')
    const told = faultsOf({ SMTP_URL: 'https://daylight:hunter2@mail', MAIL_FROM: 'a@example.org\nBcc: b@example.org' })
    expect(told).toContain('SMTP_URL must be')
    expect(told).toContain('MAIL_FROM must be')
    expect(told).not.toContain('hunter2')
  })

  test('take a single sign-on whole or not at all, and over TLS', () => {
    const whole = { OIDC_ISSUER: 'https://id.example.org', OIDC_CLIENT_ID: 'd', OIDC_CLIENT_SECRET: 's' }
    expect(readEnv(whole).OIDC_NAME).toBe('single sign-on')
    expect(faultsOf({ ...whole, OIDC_CLIENT_ID: '' })).toContain('OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET')
    expect(faultsOf({ ...whole, OIDC_ISSUER: 'http://id.example.org' })).toContain('OIDC_ISSUER must be an https')
  })
})
