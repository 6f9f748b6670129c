import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { MessageId } from '../messages/ids.ts'
import { Refused, type ShownRefusal } from './entry-form.tsx'
import { askPasskey, canUsePasskeys, type PasskeyDeed } from './passkeys.ts'

export interface PasskeyButtonProps {
  deed: PasskeyDeed
  label: MessageId
  /** Where question and answer go. */
  address: string
  /** What goes along with the answer. */
  extra?: () => Record<string, string>
}

/** A button that asks the device for a passkey; where no script runs, or the browser knows none, it is not there. */
export function PasskeyButton({ deed, label, address, extra }: PasskeyButtonProps) {
  const [isThere, setThere] = useState(false)
  const [refused, setRefused] = useState<ShownRefusal>()
  useEffect(() => setThere(canUsePasskeys()), [])
  if (!isThere) return null
  const ask = async () => {
    setRefused(undefined)
    const answer = await askPasskey(deed, address, extra?.() ?? {})
    if ('to' in answer) location.assign(answer.to)
    else setRefused(answer.refused)
  }
  return (
    <>
      <Button variant="default" onClick={ask}>
        <FormattedMessage id={label} />
      </Button>
      <Refused refused={refused} />
    </>
  )
}
