import { Form } from '@remix-run/react'
import { FormattedMessage } from 'react-intl'
import { longestViewName } from '../../server/domain/saved-views.ts'
import { Labelled } from '../components/labelled.tsx'
import style from './view-menu.module.css'

export interface KeepFormProps {
  /** The page to keep, with its filters. */
  path: string
  /** What was typed before it was refused. */
  name?: string
  latestMonth?: boolean
}

/** Keeps a page under a name: a form, so that it works without scripts. One whose address names a month may go with the latest. */
export function KeepForm({ path, name = '', latestMonth = false }: KeepFormProps) {
  const hasMonth = new URLSearchParams(path.split('?')[1]).has('month')
  return (
    <Form method="post" action="/views" className={style.keep}>
      <input type="hidden" name="path" value={path} />
      <Labelled label={<FormattedMessage id="view.called" />}>
        <input name="name" required maxLength={longestViewName} defaultValue={name} autoComplete="off" />
      </Labelled>
      {hasMonth && (
        <label className={style.latest}>
          <input type="checkbox" name="latest" value="yes" defaultChecked={latestMonth} />
          <FormattedMessage id="view.latest" />
        </label>
      )}
      <button type="submit" name="intent" value="keep">
        <FormattedMessage id="view.keep" />
      </button>
    </Form>
  )
}
