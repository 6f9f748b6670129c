import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import type { Letter } from './mail-words.ts'

/** Hands messages over to whoever brings them. */
export interface MailCarrier {
  /** Throws when the message could not be handed over: it stays with us then. */
  hand(letter: Letter, at: Date): Promise<void>
}

/** Hands over by SMTP. `url` is smtp:// or smtps:// with login; what is not answered in half a minute has failed. */
export function smtpCarrier(url: string, from: string): MailCarrier {
  const transport = nodemailer.createTransport(
    { url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 },
    { from, disableFileAccess: true, disableUrlAccess: true },
  )
  return {
    hand: async ({ to, subject, text }) => {
      // One receiver, whatever the address looks like.
      await transport.sendMail({ to: { name: '', address: to }, subject, text })
    },
  }
}

/** Writes each message into a file of `folder` that its owner alone reads: an installation without a mail server. */
export function folderCarrier(folder: string): MailCarrier {
  return {
    hand: async ({ to, subject, text }, at) => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const file = join(folder, `${at.toISOString().replaceAll(':', '-')}-${randomUUID().slice(0, 8)}.txt`)
      await writeFile(file, `To: ${to}\nSubject: ${subject}\n\n${text}\n`, { mode: 0o600, flag: 'wx' })
    },
  }
}
