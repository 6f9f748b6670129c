import { Link, useLocation } from '@remix-run/react'
import { FormattedMessage } from 'react-intl'
import { keepingScope } from '../menu.ts'
import { usePerson } from '../person.ts'
import { questionsOf } from '../tour/steps.ts'
import style from './next-questions.module.css'

/** The questions that a role asks after its first page, each a link to the page that answers it. */
export function NextQuestions() {
  const person = usePerson()
  const { search } = useLocation()
  const questions = person?.acting ? questionsOf(person.acting.role) : []
  if (questions.length === 0) return null
  return (
    <section aria-labelledby="ask" data-print="no">
      <h2 id="ask" className={style.title}>
        <FormattedMessage id="help.ask" />
      </h2>
      <ul className={style.questions}>
        {questions.map(({ id, to }) => (
          <li key={id}>
            <Link to={keepingScope(to, search)}>
              <FormattedMessage id={`help.ask.${id}`} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
