import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { Frame } from './frame.tsx'
import { loadMessages } from './messages/load.ts'
import { guardMarkup } from './trusted-types.ts'
import { visitOf } from './visit.tsx'

/** Wakes the page that the server drew. */
async function wake() {
  const visit = visitOf(document.documentElement)
  const messages = await loadMessages(visit.language)
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <Frame visit={visit} messages={messages}>
          <RemixBrowser />
        </Frame>
      </StrictMode>,
    )
  })
}

guardMarkup()
wake()
