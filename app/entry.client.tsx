import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { Frame } from './frame.tsx'
import { loadMessages } from './messages/load.ts'
import { guardMarkup } from './trusted-types.ts'
import { visitOf } from './visit.tsx'

/**
 * Waits until the data of the page have come. `RemixBrowser` throws their promise until then. Were it to do so while React
 * already listens, the first choice of a quick hand on a slow computer would end in "Root did not complete", and the page
 * would never wake.
 */
async function pageData(): Promise<void> {
  try {
    RemixBrowser({})
  } catch (waiting) {
    if (waiting instanceof Promise) await waiting
  }
}

/** Wakes the page that the server drew. */
async function wake() {
  const visit = visitOf(document.documentElement)
  const [messages] = await Promise.all([loadMessages(visit.language), pageData()])
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
