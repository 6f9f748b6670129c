import { Button } from '@mantine/core'
import { type InputHTMLAttributes, type ReactNode, useId } from 'react'
import { FormattedMessage } from 'react-intl'
import { Icon } from '../components/icon.tsx'
import type { MessageId } from '../messages/ids.ts'
import style from './entry-form.module.css'

export interface EntryFormProps {
  submit: MessageId
  /** Tells several forms of one page apart. */
  deed?: string
  action?: string
  refused?: ShownRefusal | undefined
  /** Not the first thing to do on its page. */
  isMinor?: boolean
  children?: ReactNode
}

/** Why a form was refused: the id of the words and the values in them. */
export interface ShownRefusal {
  messageId: string
  values: Record<string, string | number>
}

/** A form of few fields one below the other, which works without scripts; what was refused is said above its button. */
export function EntryForm({ submit, deed, action, refused, isMinor, children }: EntryFormProps) {
  return (
    <form method="post" action={action} className={style.form}>
      {deed && <input type="hidden" name="deed" value={deed} />}
      {children}
      <Refused refused={refused} />
      <div>
        <Button type="submit" variant={isMinor ? 'default' : 'filled'}>
          <FormattedMessage id={submit} />
        </Button>
      </div>
    </form>
  )
}

export function Refused({ refused }: { refused: ShownRefusal | undefined }) {
  if (!refused) return null
  return (
    <p role="alert" className={style.refused}>
      <Icon name="serious" />
      <span>
        <FormattedMessage id={refused.messageId as MessageId} values={refused.values} />
      </span>
    </p>
  )
}

export interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'className'> {
  name: string
  label: MessageId
  hint?: MessageId
}

/** One field: its name above it, and below it what may be put in. */
export function Field({ label, hint, ...input }: FieldProps) {
  const id = useId()
  return (
    <div className={style.field}>
      <label htmlFor={id}>
        <FormattedMessage id={label} />
      </label>
      <input {...input} id={id} className={style.input} aria-describedby={hint && `${id}-hint`} />
      {hint && (
        <span id={`${id}-hint`} className={style.hint}>
          <FormattedMessage id={hint} />
        </span>
      )}
    </div>
  )
}

/** A new password, typed twice. */
export function NewPasswordFields() {
  return (
    <>
      <Field
        name="password"
        label="password.new"
        hint="password.hint"
        type="password"
        autoComplete="new-password"
        required
      />
      <Field name="again" label="password.again" type="password" autoComplete="new-password" required />
    </>
  )
}
