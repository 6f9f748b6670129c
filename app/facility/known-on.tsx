import { Button, TextInput } from '@mantine/core'
import { Form } from '@remix-run/react'
import { FormattedMessage } from 'react-intl'
import style from '../components/filter-form.module.css'
import { FilterField } from '../components/filter-form.tsx'
import { useFormat } from '../format.ts'
import { Side, type SideText } from './side.tsx'

/** What a figure was known to be at the end of a day, and the field that asks for one; it works without JavaScript. */
export function KnownOn({ month, known }: { month: string; known: { on: string; side: SideText } | undefined }) {
  const format = useFormat()
  return (
    <section aria-labelledby="known">
      <h2 id="known">
        <FormattedMessage id="explain.known" />
      </h2>
      <p>
        <FormattedMessage id="explain.known.hint" />
      </p>
      <Form method="get" className={style.form} preventScrollReset data-print="no">
        <input type="hidden" name="month" value={month} />
        <FilterField label="explain.known.day">
          <TextInput type="date" name="known" size="sm" defaultValue={known?.on} required />
        </FilterField>
        <Button type="submit" size="sm" variant="default">
          <FormattedMessage id="explain.known.show" />
        </Button>
      </Form>
      {known && (
        <p role="status">
          <FormattedMessage
            id="explain.known.was"
            values={{ on: format.day(known.on), side: <Side side={known.side} /> }}
          />
        </p>
      )}
    </section>
  )
}
