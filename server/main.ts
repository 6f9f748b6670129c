import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { getRequestListener } from '@hono/node-server'
import { IntlMessageFormat } from 'intl-messageformat'
import { type Database, openDatabase } from '../db/client.ts'
import { demonstration } from '../seeds/demonstration.ts'
import { prepareEntrance } from './auth/entrance.ts'
import { sessionCookie } from './auth/session-cookie.ts'
import { DomainError } from './domain/errors.ts'
import { serverPurposes } from './domain/keys.ts'
import { refusalWords } from './domain/refusals.en.ts'
import { BadSettings, type Env, faultsFor, readEnv, refuseSettings } from './env.ts'
import { startJobs } from './jobs/index.ts'
import { type Log, openLog } from './log.ts'
import { sayProgress, sayRecompute } from './say-progress.ts'
import { startInstallation } from './services/first-start.ts'
import { kindOfInstallation } from './services/installation.ts'
import { takeKeysIntoUse } from './services/key-rotation.ts'
import { keyFaults, keyPlaceOf, openKeys } from './services/key-store.ts'
import { folderCarrier, smtpCarrier } from './services/mail-carrier.ts'
import { recomputeIfStale } from './services/recompute.ts'
import { freePort } from './web/free-port.ts'
import { type Listening, listen } from './web/listen.ts'
import { builtPages, livePages } from './web/page-source.ts'
import { makeSite } from './web/site.ts'

/**
 * By how many percent the heap may grow before it is swept. Left to itself it grows to several times of what is in use, as
 * long as the machine has memory; so it costs a tenth of the time of a page, and the server stays small beside a database.
 */
setFlagsFromString('--heap-growing-percent=80')

/** How long requests in flight may take to end once the server was told to stop. */
const graceMs = 10_000

/** The web server: opens the database, answers on this computer, and closes both in order. */
async function main(env: Env, log: Log) {
  const database = await openDatabase({
    databaseUrl: env.DATABASE_URL,
    adminUrl: env.DATABASE_ADMIN_URL,
    dataDir: env.DATA_DIR,
  })
  // Whatever keeps the server from starting, the database is closed in order.
  await serve(env, log, database).catch(async (error) => {
    await database.close()
    throw error
  })
}

async function serve(env: Env, log: Log, database: Database) {
  const isEmpty = process.argv.includes('--empty')
  const kind = await kindOfInstallation(database, isEmpty)
  const keyPlace = keyPlaceOf(env, kind)
  refuseSettings([...faultsFor(kind, env), ...keyFaults(serverPurposes, keyPlace)])
  const now = await startInstallation(database, demonstration, {
    isEmpty,
    countryName: env.COUNTRY_NAME,
    timezone: env.TIMEZONE,
    clock: () => new Date(),
    onProgress: sayProgress(),
  })
  await recomputeIfStale(database, { now: now(), onProgress: sayRecompute() })
  const pages = env.NODE_ENV === 'production' ? await builtPages() : await livePages()
  // Passkeys and the links in messages name the address before anybody has asked for it.
  const port = env.PORT === 0 ? await freePort() : env.PORT
  const publicUrl = env.PUBLIC_URL ?? `http://localhost:${port}`
  const keys = openKeys(serverPurposes, keyPlace)
  await takeKeysIntoUse(database, keys, keyPlace, { now: new Date() })
  const settings = { publicUrl, secret: keys['sign-in'].current }
  const underKeys = { traces: keys.traces.current, secondFactors: keys['second-factors'] }
  const door = {
    cookie: sessionCookie(settings),
    entrance: prepareEntrance(database, { ...settings, ...underKeys, single: singleIn(env) }),
  }
  const where = () => ({ port, publicUrl: env.PUBLIC_URL })
  const clock = () => new Date()
  const site = makeSite({ database, ...door, log, now, clock, proxyHops: env.PROXY_HOPS, pages, where })
  const listening = await listen(pages.inFront(getRequestListener(site.fetch)), env.HOST, port, log)
  const keysDirectory = env.KEYS_DIR ?? join(env.DATA_DIR, 'keys')
  const mail = { carrier: carrierOf(env), publicUrl }
  const context = { db: database, keysDirectory, now, clock: () => new Date(), mail }
  const jobs = startJobs(context, (err, job) => log.error({ err, job }, 'job failed'))
  stopOnSignal(log, () => stop(listening, [pages, jobs, database]))
  console.log(publicUrl)
  log.info({ port, host: env.HOST }, 'listening')
}

/** The provider of accounts that the environment names. */
function singleIn({ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME }: Env) {
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret, name: OIDC_NAME } : undefined
}

/** By SMTP, or into a folder, which is then said: whoever waits for a message must know where to look. */
function carrierOf({ SMTP_URL: url, MAIL_FROM: from, DATA_DIR: dataDir }: Env) {
  if (url && from) return smtpCarrier(url, from)
  const folder = join(dataDir, 'mail')
  console.log(`There is no SMTP_URL: messages (invitations, new passwords) become files in ${folder}`)
  return folderCarrier(folder)
}

async function stop(listening: Listening, parts: { close(): Promise<void> }[]) {
  await listening.close(graceMs)
  for (const part of parts) await part.close()
}

/** Ends once, whichever signal comes first and however often; a starter that was killed outright counts as a signal. */
function stopOnSignal(log: Log, stopAll: () => Promise<void>) {
  let isStopping = false
  const end = async (signal: string) => {
    if (isStopping) return
    isStopping = true
    log.info({ signal }, 'stopping')
    await stopAll().catch((error) => {
      log.error({ err: error }, 'could not stop in order')
      process.exitCode = 1
    })
    log.info('stopped')
    process.exit()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(signal))
  process.on('disconnect', () => end('disconnect'))
}

/** A fault that the reader can mend is told in its own words; anything else is logged whole. */
function refuseToStart(error: unknown, log: Log) {
  const code = (error as NodeJS.ErrnoException).code
  if (error instanceof DomainError) console.error(sayRefusal(error))
  else if (error instanceof BadSettings) console.error(error.message)
  else if (code === 'EADDRINUSE')
    console.error('The port is taken by another program. Choose another one: PORT=3001 npm start')
  else log.fatal({ err: error }, 'could not start')
  process.exit(1)
}

function sayRefusal({ messageId, values }: DomainError): string {
  const words: Record<string, string> = refusalWords
  return String(new IntlMessageFormat(words[messageId] ?? messageId, 'en-GB').format(values))
}

function readEnvOrEnd(): Env {
  try {
    return readEnv(process.env)
  } catch (error) {
    if (!(error instanceof BadSettings)) throw error
    console.error(error.message)
    process.exit(1)
  }
}

const env = readEnvOrEnd()
const log = openLog(env.LOG_LEVEL)
main(env, log).catch((error) => refuseToStart(error, log))
