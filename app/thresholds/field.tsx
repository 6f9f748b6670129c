import type { ReactNode } from 'react'
import { useId } from 'react'
import { FormattedMessage } from 'react-intl'
import { Icon } from '../components/icon.tsx'
import type { MessageId } from '../messages/ids.ts'
import style from './thresholds.module.css'

/** What a field that was refused is told. */
export interface Fault {
  words: MessageId
  values?: Record<string, string | number>
}

/** What a control needs to be known by its name, and to say below it what was refused. */
interface ControlProps {
  id: string
  error?: ReactNode
}

/** One field of a form: its name, its control, and below it what is to be mended. */
export function Field(props: {
  words: MessageId
  fault: Fault | undefined
  children: (control: ControlProps) => ReactNode
}) {
  const id = useId()
  const { words, fault, children } = props
  return (
    <div className={style.field}>
      <label htmlFor={id}>
        <span>
          <FormattedMessage id={words} />
        </span>
      </label>
      {children({ id, ...(fault && { error: <Words {...fault} /> }) })}
    </div>
  )
}

function Words({ words, values }: Fault) {
  return (
    <span className={style.fault}>
      <Icon name="warning" />
      <span>
        <FormattedMessage id={words} values={values} />
      </span>
    </span>
  )
}
