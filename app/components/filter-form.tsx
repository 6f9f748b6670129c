import { Button } from '@mantine/core'
import { Form, useSearchParams, useSubmit } from '@remix-run/react'
import { type ReactNode, useEffect, useRef } from 'react'
import { FormattedMessage } from 'react-intl'
import type { MessageId } from '../messages/ids.ts'
import style from './filter-form.module.css'
import { Labelled } from './labelled.tsx'

export interface FilterFormProps {
  names: readonly string[]
  /** With scripts a choice takes effect at once; without them its button does it. */
  takesEffectAtOnce?: boolean
  children: ReactNode
}

/** A form that changes the parameters `names` of the address and keeps all others: a link reproduces the view. */
export function FilterForm(props: FilterFormProps) {
  const [search] = useSearchParams()
  const submit = useSubmit()
  const kept = [...search].filter(([name]) => !props.names.includes(name))
  return (
    <Form
      method="get"
      className={style.form}
      data-print="no"
      onChange={props.takesEffectAtOnce ? ({ currentTarget }) => submit(currentTarget) : undefined}
    >
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

export interface FilterFieldProps {
  label: MessageId
  /** On a telephone the name stays for those alone who do not see the choice: a month, a region. */
  saysItself?: boolean
  children: ReactNode
}

/** One choice of a filter form, with its name before it. */
export function FilterField({ label, saysItself, children }: FilterFieldProps) {
  return (
    <Labelled
      className={saysItself ? `${style.label} ${style.plain}` : style.label}
      label={<FormattedMessage id={label} />}
    >
      {children}
    </Labelled>
  )
}

/** A list that shows `value` again whenever the page's address changes it, and keeps the focus meanwhile. */
export function useShownChoice(value: string) {
  const list = useRef<HTMLSelectElement>(null)
  useEffect(() => {
    if (list.current) list.current.value = value
  }, [value])
  return list
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
