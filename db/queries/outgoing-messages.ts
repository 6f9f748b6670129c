import type { MessageKind } from '../../server/domain/mail/message.ts'
import type { Tx } from '../client.ts'
import { outgoingMessages } from '../schema/index.ts'

/** Puts a message among those that wait, in the transaction of what it tells about. */
export async function saveMessage(tx: Tx, kind: MessageKind, about: string): Promise<void> {
  await tx.insert(outgoingMessages).values({ kind, about })
}
