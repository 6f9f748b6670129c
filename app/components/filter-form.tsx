import { Button } from '@mantine/core'
import { Form, useSearchParams } from '@remix-run/react'
import type { ReactNode } from 'react'
import { FormattedMessage } from 'react-intl'
import type { MessageId } from '../messages/ids.ts'
import style from './filter-form.module.css'

/** A form that changes the parameters `names` of the address and keeps all others: a link reproduces the view. */
export function FilterForm(props: { names: readonly string[]; children: ReactNode }) {
  const [search] = useSearchParams()
  const kept = [...search].filter(([name]) => !props.names.includes(name))
  return (
    <Form method="get" className={style.form} data-print="no">
      {kept.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      {props.children}
      <Button type="submit" size="sm" variant="default">
        <FormattedMessage id="filter.show" />
      </Button>
    </Form>
  )
}

/** One choice of a filter form, with its name before it. */
export function FilterField({ label, children }: { label: MessageId; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is its child
    <label className={style.label}>
      <span>
        <FormattedMessage id={label} />
      </span>
      {children}
    </label>
  )
}

/** The address of this page with `name` set to `value`; without it when `value` is undefined. */
export function useSearchLink(): (name: string, value: string | undefined) => string {
  const [search] = useSearchParams()
  return (name, value) => {
    const params = new URLSearchParams(search)
    if (value === undefined) params.delete(name)
    else params.set(name, value)
    return `?${params}`
  }
}
