import { Form, Link, useLocation } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Person } from '../person.ts'
import { stepAt, tourOf } from './steps.ts'
import style from './tour-bar.module.css'

/** One step of the tour, above the page that it speaks of: links and a form, so that it works without scripts. */
export function TourBar({ person: { acting, home } }: { person: Person }) {
  const intl = useIntl()
  const { pathname, search } = useLocation()
  const steps = acting ? tourOf(acting.role, home) : []
  const step = stepAt(steps, pathname, search)
  if (!step) return null
  return (
    <aside className={style.bar} aria-label={intl.formatMessage({ id: 'tour.title' })} data-print="no">
      <p aria-live="polite">
        <strong>
          <FormattedMessage id="tour.step" values={{ number: step.number, count: steps.length }} />
        </strong>{' '}
        <FormattedMessage id={`tour.step.${step.id}`} />
      </p>
      <div className={style.ways}>
        {step.before && (
          <Link to={step.before.to}>
            <FormattedMessage id="tour.back" />
          </Link>
        )}
        {step.next && (
          <Link to={step.next.to} className={style.next}>
            <FormattedMessage id="tour.next" />
          </Link>
        )}
        <Form method="post" action="/tour">
          <input type="hidden" name="to" value={step.here} />
          <button type="submit">
            <FormattedMessage id={step.next ? 'tour.end' : 'tour.done'} />
          </button>
        </Form>
      </div>
    </aside>
  )
}
