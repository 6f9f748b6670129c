import { FormattedMessage } from 'react-intl'
import { PageHead } from '../components/page-head.tsx'
import type { PageHandle } from '../page-handle.ts'

export const handle: PageHandle = { title: (intl) => intl.formatMessage({ id: 'overview.title' }) }

export function loader() {
  return null
}

/** The first page. */
export default function Overview() {
  return <PageHead title={<FormattedMessage id="overview.title" />} />
}
