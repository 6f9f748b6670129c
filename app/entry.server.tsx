import { Writable } from 'node:stream'
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { Frame } from './frame.tsx'
import { loadMessages } from './messages/load.ts'
import { preferencesOf } from './preferences.ts'

/** Draws a page on the server, whole: it must read the same where no script runs. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const preferences = preferencesOf(request.headers)
  const messages = await loadMessages(preferences.language)
  const page = (
    <Frame visit={{ ...preferences, nonce: context.nonce, reference: context.requestId }} messages={messages}>
      <RemixServer context={remixContext} url={request.url} nonce={context.nonce} />
    </Frame>
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  const wait = retryAfter(remixContext)
  if (wait) headers.set('Retry-After', wait)
  let answer = status
  const body = await draw(page, context, () => {
    answer = 500
  })
  return new Response(body, { status: answer, headers })
}

/** How many seconds a refusal asks its reader to wait; of a page that is drawn the library passes on no head of its data. */
function retryAfter({ staticHandlerContext: { actionHeaders, loaderHeaders } }: EntryContext): string | undefined {
  const heads = [...Object.values(actionHeaders), ...Object.values(loaderHeaders)]
  return heads.map((head) => head.get('Retry-After')).find((seconds) => seconds !== null) ?? undefined
}

function draw(
  page: React.ReactElement,
  context: AppLoadContext,
  onFault: () => void,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((done, fail) => {
    const { pipe } = renderToPipeableStream(page, {
      nonce: context.nonce,
      onAllReady() {
        pipe(wholeOf(done))
      },
      onShellError: fail,
      onError(error) {
        onFault()
        context.report(error)
      },
    })
  })
}

/** Gathers what is written: nothing is sent before the whole is drawn, and one piece is compressed faster than hundreds. */
function wholeOf(done: (whole: Uint8Array<ArrayBuffer>) => void): Writable {
  const pieces: Uint8Array[] = []
  return new Writable({
    write(piece: Uint8Array, _encoding, next) {
      pieces.push(piece)
      next()
    },
    final(end) {
      done(Buffer.concat(pieces))
      end()
    },
  })
}

/**
 * Faults outside of the API's questions: a page's own code. A request that its reader gave up is none, nor is one that the
 * page does not take (405).
 */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  const isRefusal = isRouteErrorResponse(error) && error.status < 500
  if (!request.signal.aborted && !isRefusal) context.report(error)
}
