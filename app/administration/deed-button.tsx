import { Button } from '@mantine/core'
import { Form } from '@remix-run/react'
import { FormattedMessage } from 'react-intl'
import type { MessageId } from '../messages/ids.ts'

/** A form of one button: `intent` is what it does, `id` to what; `about` tells those who do not see the table. */
export function DeedButton(props: { intent: string; id: string; words: MessageId; about?: string }) {
  return (
    <Form method="post" data-print="no">
      <input type="hidden" name="id" value={props.id} />
      <Button type="submit" name="intent" value={props.intent} size="xs" variant="default">
        <FormattedMessage id={props.words} />
        {props.about && <span className="visually-hidden">: {props.about}</span>}
      </Button>
    </Form>
  )
}
