import type { Database } from '../../db/client.ts'
import type { MailCarrier } from '../services/mail-carrier.ts'
import { checkAuditJob, wantAuditChecksJob } from './check-audit.ts'
import { forgetAttemptsJob } from './forget-attempts.ts'
import { makeWaitingJob } from './make-waiting.ts'
import { deletePassedJob, proposeDeletionJob } from './retention.ts'
import { sealAuditJob } from './seal-audit.ts'
import { sendMailJob } from './send-mail.ts'
import { settleLogJob } from './settle-log.ts'

/** What a job is given: the database, where keys lie, the clocks, and the way of messages out of the house. */
export interface JobContext {
  db: Database
  keysDirectory: string
  now: () => Date
  /** The world's time; that of a demonstration stands still. */
  clock: () => Date
  mail: { carrier: MailCarrier; publicUrl: string }
}

/** What happens by itself. Several processes may run the same job: the job itself sees to it that they take turns. */
export interface Job {
  name: string
  /** From the end of one run to the beginning of the next. */
  everyMs: number
  run(context: JobContext): Promise<unknown>
}

export const jobs: readonly Job[] = [
  sealAuditJob,
  checkAuditJob,
  wantAuditChecksJob,
  sendMailJob,
  forgetAttemptsJob,
  makeWaitingJob,
  proposeDeletionJob,
  deletePassedJob,
  settleLogJob,
]

/** Runs every job at its pace until it is closed; a run that fails is reported, and tried again at the next. */
export function startJobs(context: JobContext, report: (error: unknown, job: string) => void) {
  let isOpen = true
  const running = jobs.map((job) => {
    let timer: NodeJS.Timeout | undefined
    let run: Promise<void> = Promise.resolve()
    const next = () => {
      run = job
        .run(context)
        .catch((error) => report(error, job.name))
        .then(() => {
          if (isOpen) timer = setTimeout(next, job.everyMs)
        })
    }
    timer = setTimeout(next, job.everyMs)
    return { stop: () => clearTimeout(timer), ended: () => run }
  })
  return {
    close: async () => {
      isOpen = false
      for (const job of running) job.stop()
      await Promise.all(running.map((job) => job.ended()))
    },
  }
}
