import type { QuietQuestionId } from './questions.ts'

/** What each question says, in English: what was seen, and what is asked. None of them accuses anybody. */
export const quietQuestionWords: Record<QuietQuestionId, { title: string; seen: string; asks: string }> = {
  'zero-run': {
    title: 'Noughts for a long time',
    seen: 'Six months or more without a single event, where the months before, or other facilities, make four or more likely, and chance among all that is asked does not give it.',
    asks: 'Did nothing happen, or was it not written down? A small or changed population is a good answer. This is a question, not an accusation.',
  },
  'copied-forward': {
    title: 'The same as the month before',
    seen: 'More than 60% of the values repeat those of the month before.',
    asks: 'Were they counted again? A month without movement is a good answer. This is a question, not an accusation.',
  },
  'round-numbers': {
    title: 'Round numbers',
    seen: 'More than 60% of the values of 20 or more end in 0 or 5, where about one in five would.',
    asks: 'Were they counted or estimated? An estimate that says so is welcome. This is a question, not an accusation.',
  },
  'just-under-a-limit': {
    title: 'Just under a limit',
    seen: 'More values just under a limit (15 days, 22 hours) than the values on either side make likely.',
    asks: 'What happens to the placement when the limit is reached? Reviews that take effect in time are a good answer. This is a question, not an accusation.',
  },
  'moved-denominator': {
    title: 'Reckoned from others than before',
    seen: 'A share turned from concern to within: what is counted stayed as it was, and those among whom it is counted became fewer or more.',
    asks: 'Who is counted now, and who no longer? A part of the prison that closed, or a new way of counting that was told, is a good answer. This is a question, not an accusation.',
  },
  'late-entries': {
    title: 'Written down late',
    seen: 'Many records of a month were entered more than a week after what they tell, more than chance makes of one in ten.',
    asks: 'When were they written, and from what? A new system, or a month of illness in the office, is a good answer. This is a question, not an accusation.',
  },
  'capacity-without-area': {
    title: 'More places on the same floor',
    seen: 'A new certificate adds places without 4 m² of floor for each of them (CPT, a regional standard).',
    asks: 'Where are the new places? Space that was not certified before is a good answer. This is a question, not an accusation.',
  },
}
