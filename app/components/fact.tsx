import type { ReactNode } from 'react'
import { FormattedMessage } from 'react-intl'
import type { MessageId } from '../messages/ids.ts'

/** One term of a definition list with what it stands for. */
export function Fact({ name, children }: { name: MessageId; children: ReactNode }) {
  return (
    <>
      <dt>
        <FormattedMessage id={name} />
      </dt>
      <dd>{children}</dd>
    </>
  )
}
