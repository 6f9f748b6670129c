import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { useIntl } from 'react-intl'
import { usePageHandle } from '../page-handle.ts'
import { errorWords } from './error-page.tsx'

/** The title of the window, in the reader's language: the page's own name, or the name of what went wrong. */
export function DocumentTitle() {
  const intl = useIntl()
  const error = useRouteError()
  const page = usePageHandle()
  if (error) {
    const words = intl.formatMessage({ id: errorWords(isRouteErrorResponse(error) ? error.status : 500) })
    return <title>{intl.formatMessage({ id: 'shell.title' }, { page: words })}</title>
  }
  if (!page) return <title>{intl.formatMessage({ id: 'shell.product' })}</title>
  return <title>{intl.formatMessage({ id: 'shell.title' }, { page: page.handle.title(intl, page.data) })}</title>
}
