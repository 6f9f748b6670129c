import { sendWaiting } from '../services/outgoing-mail.ts'
import type { Job } from './index.ts'

/** Brings the messages that wait on their way. */
export const sendMailJob: Job = {
  name: 'send-mail',
  everyMs: 2000,
  run: async ({ db, mail, clock }) => {
    const { failed, fault } = await sendWaiting({ db, ...mail, clock })
    if (failed > 0) throw new Error(`${failed} messages wait: they could not be handed over`, { cause: fault })
  },
}
