import { FormattedMessage } from 'react-intl'
import type { Month } from '../../server/domain/period.ts'
import { useFormat } from '../format.ts'
import { BothTable } from './both-table.tsx'
import type { QualityFacts } from './month-quality.server.ts'
import { NoteList } from './note-list.tsx'

/** A return that comes later than this many days after its month is late. Source: the catalogue, data quality, timeliness. */
const allowedDays = 10

/** What the figures of a month rest on: what is missing, what does not hold, what is asked, and where two sources differ. */
export function QualitySection({
  quality,
  month,
  linkTo,
}: {
  quality: QualityFacts
  month: Month
  linkTo: (indicator: string) => string
}) {
  const { checks, questions, both } = quality
  const format = useFormat()
  return (
    <section aria-labelledby="quality">
      <h2 id="quality">
        <FormattedMessage id="quality.title" />
      </h2>
      <p>
        <FormattedMessage id="quality.lede" values={{ month: format.month(month) }} />
      </p>
      <ul>
        <li>
          <Returned quality={quality} month={month} />
        </li>
        <li>
          <FormattedMessage id="quality.missing" values={{ count: quality.missing }} />
        </li>
      </ul>
      <h3>
        <FormattedMessage id="quality.checks" />
      </h3>
      {checks.length > 0 ? (
        <NoteList notes={checks} linkTo={linkTo} />
      ) : (
        <p>
          <FormattedMessage id="quality.checks.none" />
        </p>
      )}
      <h3>
        <FormattedMessage id="quality.questions" />
      </h3>
      <p>
        <FormattedMessage id={questions.length > 0 ? 'quality.questions.lede' : 'quality.questions.none'} />
      </p>
      {questions.length > 0 && <NoteList notes={questions} linkTo={linkTo} />}
      {both.count > 0 && <Both both={both} />}
    </section>
  )
}

function Returned({ quality: { returned }, month }: { quality: QualityFacts; month: Month }) {
  const format = useFormat()
  const of = { month: format.month(month) }
  if (!returned) return <FormattedMessage id="quality.returned.none" values={of} />
  const { on, days } = returned
  if (days <= allowedDays) return <FormattedMessage id="quality.returned" values={{ ...of, day: format.day(on) }} />
  return <FormattedMessage id="quality.returned.late" values={{ ...of, day: format.day(on), days }} />
}

function Both({ both }: { both: QualityFacts['both'] }) {
  return (
    <>
      <h3>
        <FormattedMessage id="quality.both" />
      </h3>
      <p>
        <FormattedMessage id="quality.both.lede" values={{ count: both.count, differ: both.differing.length }} />
      </p>
      {both.differing.length > 0 && <BothTable rows={both.differing} />}
    </>
  )
}
