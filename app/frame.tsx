import type { ReactNode } from 'react'
import { RawIntlProvider } from 'react-intl'
import type { Messages } from './messages/load.ts'
import { shapeOf } from './messages/shape.ts'
import { type Visit, VisitProvider } from './visit.tsx'

/** What stands around every page on the server and in the browser alike: the visit and the words of its language. */
export function Frame({ visit, messages, children }: { visit: Visit; messages: Messages; children: ReactNode }) {
  return (
    <VisitProvider value={visit}>
      <RawIntlProvider value={shapeOf(visit.language, messages)}>{children}</RawIntlProvider>
    </VisitProvider>
  )
}
