import type { IndicatorWords } from './define.ts'
import type { legalStatus } from './legal-status.ts'

/** The English words of the area legal status and justice. */
export const legalStatusWords: Record<(typeof legalStatus)[number]['id'], IndicatorWords> = {
  'unsentenced-share': {
    title: 'Unsentenced share (SDG 16.3.2)',
    measures: 'Share of people held who have no first-instance sentence.',
    numerator: 'Persons pretrial or detained without charge on the last day',
    denominator: 'All persons held, people under administrative and civil holds left out',
    pitfalls:
      'The SDG counts a first-instance sentence that is not final as sentenced; SPACE I does not count it as final. A facility’s figure reflects where courts send people, not how it treats them: read it by region or country.',
    breakdownWhy: 'Women and foreign nationals are over-represented.',
  },
  'women-share': {
    title: 'Women’s share',
    measures: 'Share of people held who are women.',
    numerator: 'Women held on the last day',
    denominator: 'All persons held on the last day',
    pitfalls:
      'It describes who is held and is neither good nor bad. In a men’s prison a few women are most at risk of being overlooked: look at the count, not at the share.',
  },
  'foreign-national-share': {
    title: 'Foreign nationals’ share',
    measures: 'Share of people held who are foreign nationals.',
    numerator: 'Foreign nationals and stateless persons held on the last day, by citizenship',
    denominator: 'All persons held on the last day',
    pitfalls:
      'It describes who is held and is neither good nor bad. Citizenship counts, not birthplace. Countries differ in how they count stateless persons and people with two citizenships.',
    breakdownWhy: 'Foreign women are the group most often far from family and language.',
  },
  'pretrial-duration': {
    title: 'Time spent in pretrial detention',
    measures: 'Median days of pretrial detention, spells still running taken into account.',
    numerator:
      'Kaplan–Meier median length of the pretrial spells that began in the last 24 months; spells run on across transfers within one custody',
    denominator: 'Pretrial spells begun in the last 24 months',
    pitfalls:
      'People inside today are those who stay long: never compare how long they have been there with how long ended spells took. Returns carry bands only.',
    breakdownWhy: 'The average can hide unequal treatment.',
  },
  'pretrial-spells': {
    title: 'Pretrial spells, by how long they last',
    measures: 'How many pretrial spells began in the last 24 months, and how long they lasted or have lasted so far.',
    numerator: 'Pretrial spells begun in the last 24 months, those that still run included',
    denominator: 'None: it is a count',
    pitfalls:
      'Those still running have not lasted as long as they will: a group of spells that ended says nothing alone. The curve on the page of the median puts both together.',
    breakdownWhy: 'The middle says nothing of those who stay longest.',
  },
  'pretrial-over-180-days': {
    title: 'Unsentenced for more than 180 days',
    measures: 'Of the unsentenced people held, the share in custody for more than 180 days so far.',
    numerator: 'Unsentenced persons on the last day in custody for more than 180 days',
    denominator: 'Unsentenced persons on the last day in all four bands of time',
    pitfalls:
      'It shows time so far of those inside and not how long detention takes; many new arrivals lower it. That is why it has no colour.',
  },
  'pretrial-over-limit': {
    title: 'Pretrial beyond the legal limit',
    measures: 'People held before trial beyond the national time limit.',
    numerator: 'Unsentenced persons past the national limit, or past the date of their order, on any day of the month',
    denominator: 'None',
    pitfalls: 'Limits that nobody wrote down: people without a date are listed as unknown.',
    breakdownWhy: 'The average can hide unequal treatment.',
    alert: 'Any person past the limit (critical); 7 days before the limit (high, to the director only)',
  },
  'held-past-release': {
    title: 'Held past the release date',
    measures: 'People kept after the day on which the law required their release.',
    numerator: 'Persons in custody after their lawful release date at any time in the month',
    denominator: 'None',
    pitfalls: 'Dates calculated anew and entered late.',
    breakdownWhy: 'Unpaid fines and waits for deportation.',
    alert: 'Any person',
  },
  'separation-breaches': {
    title: 'Categories not kept apart',
    measures: 'Unsentenced people held with sentenced, children with adults, women with men.',
    numerator:
      'Unsentenced persons with sentenced, persons under 18 with adults and women not separate from men, in one cell or unit, on any night of the month',
    denominator: 'None',
    pitfalls:
      'A person who counts in two groups counts twice. Lawful exceptions for young persons and mother-and-child units are recorded and not counted. Civil prisoners are shown apart, because returns do not carry them.',
    breakdownWhy: 'The lines differ in gravity.',
    alert: 'Any child with adults, any woman with men',
  },
  'civil-with-criminal': {
    title: 'Civil prisoners not kept apart',
    measures: 'People held for debt or another civil matter together with people held for an offence.',
    numerator:
      'Persons held on civil grounds who shared a cell or a unit with persons held for an offence on any night of the month',
    denominator: 'None',
    pitfalls: 'Countries without imprisonment on civil grounds have none. Returns do not carry it.',
    breakdownWhy: 'Small units are where people are mixed.',
  },
  'lawyer-contact-30d': {
    title: 'Pretrial people who saw a lawyer',
    measures: 'Share of unsentenced people with contact with a lawyer in 30 days.',
    numerator: 'Of these, persons with a lawyer contact in the last 30 days, or since admission if shorter',
    denominator: 'Unsentenced persons on the last day held for 7 days or more',
    pitfalls: 'It counts that there was contact and never what was said. Contacts at court are missed.',
    breakdownWhy: 'The average can hide unequal treatment.',
  },
  'first-lawyer-access': {
    title: 'First access to a lawyer',
    measures: 'Share of people admitted unsentenced who were in contact with a lawyer by the second day.',
    numerator: 'Of these, persons in contact with a lawyer by the second day after admission',
    denominator: 'Persons admitted unsentenced whose second day after admission fell in the month',
    pitfalls:
      'The UN Basic Principles count 48 hours from arrest, which the prison does not know: a good figure here can still be late. Contacts at a police station or a court are missed.',
    breakdownWhy: 'Foreign nationals and young people wait longest.',
  },
  'short-sentence-admissions': {
    title: 'Prison for six months or less',
    measures: 'Share of sentenced admissions with a term of six months or less, over three months.',
    numerator: 'Sentenced admissions with a term of 183 days or less',
    denominator: 'Sentenced admissions with a known term',
    pitfalls:
      'The line of six months is local: the Kyoto strategies give none. It speaks of the courts and is no fault of a facility.',
    breakdownWhy: 'Women get short terms more often.',
  },
  'diversion-share': {
    title: 'Diversion',
    measures: 'Share of eligible suspects diverted from formal proceedings.',
    numerator: 'Suspects referred to diversion in the quarter',
    denominator: 'Suspects eligible for diversion in the quarter',
    pitfalls:
      'Diverting cases that would have been dropped widens the net: look at all people under any control. No colour: trend and comparison only.',
    breakdownWhy: 'Young adults.',
  },
  'pretrial-alternatives-share': {
    title: 'Alternatives to pretrial detention',
    measures: 'Share of pretrial decisions that ordered an alternative to detention.',
    numerator: 'Pretrial decisions that ordered an alternative in the quarter',
    denominator: 'Pretrial decisions in the quarter',
    pitfalls: 'Alternatives ordered for people who would have gone free. No colour: trend and comparison only.',
    breakdownWhy: 'The average can hide unequal treatment.',
  },
  'noncustodial-sentence-share': {
    title: 'Non-custodial sentences',
    measures: 'Share of sentences that are non-custodial.',
    numerator: 'Sentences without prison in the quarter',
    denominator: 'Sentences in the quarter',
    pitfalls:
      'The mix of offences moves it; fines for minor traffic matters swamp it and should be left out. No colour: trend and comparison only.',
    breakdownWhy: 'The average can hide unequal treatment.',
  },
  'presentence-report-share': {
    title: 'Court had a report on the person',
    measures: 'Share of sentences before which the court had a pre-sentence or social inquiry report.',
    numerator: 'Sentences before which the court had a report on the person',
    denominator: 'Sentences in cases in which national rules allow or require a report',
    pitfalls: 'Reports copied from a template.',
    breakdownWhy: 'Women, young adults and people in vulnerable situations come first.',
  },
  'supervision-completed-share': {
    title: 'Supervision in the community completed',
    measures: 'Share of periods of supervision that ended as completed.',
    numerator: 'Periods of supervision completed in the quarter',
    denominator: 'Periods of supervision that ended in the quarter',
    pitfalls:
      'Easy cases put under supervision raise it and widen the net. Read the caseload and the technical revocations beside it.',
    breakdownWhy: 'The average can hide unequal treatment.',
  },
  'supervision-caseload': {
    title: 'People per supervision officer',
    measures: 'How many people under supervision in the community each officer has.',
    numerator: 'Persons under supervision on the last day',
    denominator: 'Full-time equivalents of officers who supervise them',
    pitfalls: 'Officers who write reports and supervise nobody. No international figure exists, and so no colour.',
    breakdownWhy: 'Cities and the country differ.',
  },
  'technical-revocation-share': {
    title: 'Revocations on technical grounds',
    measures: 'Share of revocations of supervision for a breach of conditions without a new offence.',
    numerator: 'Revocations on technical grounds in the quarter',
    denominator: 'Revocations of supervision in the quarter',
    pitfalls: 'A revocation may have several grounds: count the gravest. No colour.',
    breakdownWhy: 'The average can hide unequal treatment.',
  },
}
