import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import style from './entry-form.module.css'

/** Recovery codes, shown this once: to be written down, printed, or kept as a file. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const intl = useIntl()
  const [canPrint, setPrint] = useState(false)
  useEffect(() => setPrint(true), [])
  const text = `${intl.formatMessage({ id: 'recovery.title' })}\n\n${codes.join('\n')}\n`
  return (
    <section aria-labelledby="recovery">
      <h2 id="recovery">
        <FormattedMessage id="recovery.title" />
      </h2>
      <p>
        <FormattedMessage id="recovery.note" />
      </p>
      <ol className={style.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <p className={style.ways} data-print="no">
        <a href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`} download="daylight-recovery-codes.txt">
          <FormattedMessage id="recovery.download" />
        </a>
        {canPrint && (
          <Button variant="default" onClick={() => window.print()}>
            <FormattedMessage id="recovery.print" />
          </Button>
        )}
      </p>
    </section>
  )
}
