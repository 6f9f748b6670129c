import type { ReactNode } from 'react'
import { IntlProvider } from 'react-intl'
import { languages } from '../server/domain/languages.ts'
import type { Messages } from './messages/load.ts'
import { type Visit, VisitProvider } from './visit.tsx'

/** What stands around every page on the server and in the browser alike: the visit and the words of its language. */
export function Frame({ visit, messages, children }: { visit: Visit; messages: Messages; children: ReactNode }) {
  return (
    <VisitProvider value={visit}>
      <IntlProvider locale={languages[visit.language].intl} messages={messages}>
        {children}
      </IntlProvider>
    </VisitProvider>
  )
}
