import { z } from 'zod'

const loopback = ['localhost', '127.0.0.1', '::1']

/** The settings of one process, read once at the start and passed down. */
const Settings = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a port number from 0 to 65535')
    .default(3000),
  // 'localhost' is both addresses of this computer, 127.0.0.1 and ::1.
  HOST: z
    .union([z.enum(loopback), z.ipv4(), z.ipv6()], { error: 'must be localhost or an address' })
    .default('localhost'),
  // Where browsers reach the pages, when that is not this computer itself: what a proxy with a certificate answers to.
  PUBLIC_URL: z.string().refine(isOrigin, 'must be an origin such as https://daylight.example.org').optional(),
  DATABASE_URL: postgresUrl().optional(),
  DATABASE_ADMIN_URL: postgresUrl().optional(),
  // How a real, empty installation calls its country, and the zone of facilities that name none.
  COUNTRY_NAME: z.string().max(100, 'must be at most 100 characters').default(''),
  TIMEZONE: z.string().refine(isZone, 'must be a time zone such as Europe/Rome').default('UTC'),
  DATA_DIR: z.string().min(1, 'must name a directory').default('.data'),
  // Where private keys lie; beside the embedded database unless named.
  KEYS_DIR: z.string().min(1, 'must name a directory').optional(),
  // One key, one purpose; made under DATA_DIR/keys where none is given.
  KEY_SIGN_IN: z.string().optional(),
  KEY_SECOND_FACTORS: z.string().optional(),
  KEY_TRACES: z.string().optional(),
  KEY_SURROGATES: z.string().optional(),
  // The key before, for as long as second factors may still stand under it.
  KEY_SECOND_FACTORS_BEFORE: z.string().optional(),
  // Where messages are handed over; without it they go into files under DATA_DIR/mail.
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      error: 'must be an address of the form smtp://user:password@host:587 or smtps://user:password@host',
    })
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*@[^\r\n]+$/, 'must be an address such as Daylight <daylight@example.org>')
    .optional(),
  // A provider of accounts (OpenID Connect) that lets people in who were invited.
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: 'must be the address of an OpenID Connect issuer' }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60, 'must be at most 60 characters').default('single sign-on'),
  // Proxies of one's own before the server: as many entries of X-Forwarded-For are believed, from its end.
  PROXY_HOPS: z
    .string()
    .regex(/^[0-5]$/, 'must be a number of proxies from 0 to 5')
    .transform(Number)
    .default(0),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be fatal, error, warn, info, debug, trace or silent',
    })
    .default('info'),
})

export type Env = z.output<typeof Settings>

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, origin } = new URL(text)
  return /^https?:$/.test(protocol) && text.replace(/\/$/, '') === origin
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

function postgresUrl() {
  // The value may hold a password: no message repeats it.
  return z.url({
    protocol: /^postgres(ql)?$/,
    error: 'must be an address of the form postgres://user:password@host/name',
  })
}

/** The settings that were given could not be used; the message names each fault and repeats no value. */
export class BadSettings extends Error {
  override name = 'BadSettings'
}

/**
 * Reads the settings from the environment; an empty variable counts as not set.
 *
 * @throws BadSettings with every fault at once.
 */
export function readEnv(variables: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''))
  const read = Settings.safeParse(given)
  const faults = read.success
    ? faultsTogether(read.data)
    : read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
  refuseSettings(faults)
  return read.data as Env
}

/** Faults of settings that are well formed each by itself. */
function faultsTogether(env: Env): string[] {
  const { HOST, PUBLIC_URL, DATABASE_URL, DATABASE_ADMIN_URL, SMTP_URL, MAIL_FROM } = env
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env
  const isAway = !loopback.includes(HOST)
  return [
    DATABASE_ADMIN_URL && !DATABASE_URL && 'DATABASE_ADMIN_URL is of use only together with DATABASE_URL',
    (SMTP_URL === undefined) !== (MAIL_FROM === undefined) && 'SMTP_URL and MAIL_FROM are given together or not at all',
    new Set([OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET].map((one) => one === undefined)).size > 1 &&
      'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are given together or not at all',
    OIDC_ISSUER?.startsWith('http:') && !isHere(OIDC_ISSUER) && 'OIDC_ISSUER must be an https address',
    isAway &&
      !PUBLIC_URL?.startsWith('https:') &&
      'HOST leaves this computer: PUBLIC_URL must then be an https address',
    PUBLIC_URL?.startsWith('http:') && !isHere(PUBLIC_URL) && 'PUBLIC_URL must be an https address',
  ].filter((fault) => typeof fault === 'string')
}

const isHere = (url: string) => loopback.includes(new URL(url).hostname.replace(/^\[|\]$/g, ''))

/**
 * Faults that depend on what the installation is. Whoever may enter a demonstration is anybody, so it stays on its
 * computer; with a database server several processes share an installation, so their keys are not made by one of them.
 */
export function faultsFor(kind: 'demonstration' | 'real', env: Env): string[] {
  const { HOST, PUBLIC_URL, DATABASE_URL, KEYS_DIR } = env
  if (kind === 'demonstration') {
    return [
      !loopback.includes(HOST) && 'HOST must be localhost, 127.0.0.1 or ::1: everybody may enter a demonstration',
      PUBLIC_URL && !isHere(PUBLIC_URL) && 'PUBLIC_URL must be this computer: everybody may enter a demonstration',
    ].filter((fault) => typeof fault === 'string')
  }
  return DATABASE_URL && !KEYS_DIR ? ['KEYS_DIR must be given together with DATABASE_URL'] : []
}

/** @throws BadSettings with every fault, when there is one. */
export function refuseSettings(faults: readonly string[]): void {
  if (faults.length === 0) return
  throw new BadSettings(`The settings cannot be used:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`)
}
