import type { IndicatorWords } from './define.ts'
import type { women } from './women.ts'

/** The English words of the area women and children. */
export const womenWords: Record<(typeof women)[number]['id'], IndicatorWords> = {
  'restraint-in-birth': {
    title: 'Women restrained in labour or birth',
    measures: 'Women restrained during labour, during birth or straight after it.',
    numerator: 'Women restrained in labour, in birth or straight after; each counted once',
    denominator: 'None',
    pitfalls:
      'Handcuffs on escort seen as mere transport. Unknown is not nought: births of which it is unknown are listed.',
    alert: 'Any woman',
  },
  'antenatal-care-30d': {
    title: 'Antenatal care',
    measures: 'Share of pregnant women with antenatal care in the last 30 days.',
    numerator: 'Pregnant women on the last day seen for antenatal care in the last 30 days',
    denominator: 'Pregnant women on the last day, known for 30 days or more',
    pitfalls:
      'Pregnancies that nobody knows of because no test is offered: read the gender-specific screening beside it.',
  },
  'children-with-parent-safeguards': {
    title: 'Children in prison: decision and health check',
    measures: 'Share of children living with a parent who have a best-interests decision and a health check on record.',
    numerator: 'Children on the last day with a decision in their best interests and a health check on file',
    denominator: 'Children living with a parent on the last day; a country may leave out the first 7 days',
    pitfalls:
      'A child is never a prisoner and must not be counted among the persons held (Mandela Rule 29(2), Bangkok Rule 49).',
    alert: 'A child over 7 days without a decision',
  },
  'child-separation-decision': {
    title: 'Decisions on separating mother and child',
    measures:
      'Share of children who left the prison without their parent by an individual decision in their best interests.',
    numerator: 'Children who left by an individual decision in their best interests',
    denominator: 'Children who lived with a parent and left without the parent, in twelve months',
    pitfalls:
      'A fixed age at which every child leaves is no individual decision. The figure says nothing on contact afterwards.',
  },
  'women-shifts-women-staff': {
    title: 'Women supervised by women',
    measures: 'Share of shifts in women’s units run by women officers alone.',
    numerator: 'Shifts in women’s units with women officers on duty and no men officers',
    denominator: 'Shifts run in units for women in the month',
    pitfalls:
      'A woman on the roster who is posted elsewhere. Men who enter without a woman officer (Mandela Rule 81(2)) are to be read beside it.',
    breakdownWhy: 'Night shifts apart.',
  },
  'women-health-screening': {
    title: 'Gender-specific health screening',
    measures: 'Share of women admitted who were offered the gender-specific screening within 7 days.',
    numerator: 'Women admitted and offered the gender-specific screening within 7 days',
    denominator: 'Women admitted of whom 7 days have passed',
    pitfalls:
      'An offer counts, not its acceptance: women may refuse questions on their reproductive history (Bangkok Rule 8). Forced tests would raise the figure.',
    breakdownWhy: 'Young women and women before trial.',
  },
  'carers-arrangements': {
    title: 'Carers could arrange for their children',
    measures: 'Share of women admitted with caring duties who had the chance to arrange care for their children.',
    numerator: 'Women with caring duties who were given the chance to arrange care, needed or not',
    denominator: 'Women admitted with caring duties',
    pitfalls: 'Unknown counts as not offered. Men who care alone are shown apart, where records of persons are sent.',
    breakdownWhy: 'People before trial come without notice.',
  },
  'carers-arrangements-men': {
    title: 'Men who care could arrange for their children',
    measures: 'Share of men admitted as sole or main carers who had the chance to arrange care for their children.',
    numerator: 'Men who care alone or mainly and were given the chance to arrange care',
    denominator: 'Men admitted who care for a child alone or mainly',
    pitfalls: 'Unknown counts as not offered. Returns do not carry it.',
    breakdownWhy: 'People before trial come without notice.',
  },
}
