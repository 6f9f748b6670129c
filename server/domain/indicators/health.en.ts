import type { IndicatorWords } from './define.ts'
import type { health } from './health.ts'

/** The English words of the area health; the staff ratios stand in staffing.en.ts. */
export const healthWords: Record<(typeof health)[number]['id'], IndicatorWords> = {
  'health-screening-24h': {
    title: 'Health check within 24 hours',
    measures: 'Share of arrivals seen in private by qualified health staff within 24 hours.',
    numerator: 'Arrivals examined in private by qualified health staff within 24 hours',
    denominator:
      'All arrivals (new, by transfer, on recall) of whom 24 hours have passed; those who left earlier are shown apart',
    pitfalls:
      'The Mandela Rules say as soon as possible; the 24 hours follow CPT practice and are not a UN limit. Questionnaires filled in by officers are no screening, nor is a word in the corridor.',
    breakdownWhy: 'People who arrive at night or at weekends wait longest.',
    alert: 'An arrival not seen by the twentieth hour',
  },
  'deaths-rate': {
    title: 'Deaths in custody',
    measures: 'Deaths per 1,000 persons held for a year.',
    numerator: 'Deaths in custody in twelve months, deaths in hospital while in custody included',
    denominator: 'Person-days of the same twelve months, as years',
    pitfalls:
      'Release on the deathbed takes deaths out of the count: read the deaths after release beside it. A cause that is still open is never counted as natural. There is no good level, and so no colour.',
    breakdownWhy:
      'Suicide, homicide and undetermined causes are shown apart; deaths in the first 30 days and in separation are marked.',
    alert: 'Every death: the independent authority is to be told (Mandela Rule 71)',
  },
  'suicide-rate': {
    title: 'Suicides',
    measures: 'Deaths by suicide per 1,000 persons held for a year.',
    numerator: 'Suicides in custody in twelve months',
    denominator: 'Person-days of the same twelve months, as years',
    pitfalls:
      'Causes that are still open or were recorded as undetermined hide suicides. In a small prison one death makes the rate: read the count.',
    breakdownWhy: 'The first weeks in custody and separation are the times of greatest risk.',
  },
  'deaths-in-separation': {
    title: 'Deaths in separation',
    measures: 'Deaths during separation or within 14 days of its end, in twelve months.',
    numerator: 'Deaths in custody in a separation, or within 14 days of one',
    denominator: 'None',
    pitfalls: 'A move to hospital or to an ordinary cell shortly before the death. The 14 days are a local choice.',
    alert: 'Every death in separation',
  },
  'death-family-told': {
    title: 'Family told of a death',
    measures: 'Share of deaths of which the family was told within 24 hours, in twelve months.',
    numerator: 'Deaths in custody of which the family, or whom the person had named, was told within 24 hours',
    denominator: 'Deaths in custody in twelve months',
    pitfalls:
      'The rule says at once; the 24 hours are a local reading of it. A letter sent is not a family told. Families never traced count as not told.',
    alert: 'A family not told after 24 hours',
  },
  'death-reported-independent': {
    title: 'Deaths reported to an independent authority',
    measures: 'Share of deaths reported in time to an authority outside the prison administration, in twelve months.',
    numerator: 'Deaths in custody reported to an independent authority within the national limit',
    denominator: 'Deaths in custody in twelve months',
    pitfalls:
      'Mandela Rule 71 asks for a report of every death, without delay, whatever its cause; deaths held to be natural are those left out. The limit in hours is national.',
    alert: 'A death not reported within the national limit',
  },
  'serious-illness-family-told': {
    title: 'Family told of a serious illness',
    measures:
      'Share of serious illnesses, injuries and moves to hospital of which the family was told within 24 hours.',
    numerator:
      'Cases in which the family, or whom the person had named, was told within 24 hours, or the person asked that nobody be told',
    denominator: 'Serious illnesses, serious injuries and moves to a hospital in the month',
    pitfalls:
      'What counts as serious is decided by health staff; too narrow a reading makes the figure look better. A person’s own wish that nobody be told counts as met.',
  },
  'self-harm-rate': {
    title: 'Self-harm',
    measures: 'Self-harm events per 1,000 person-days.',
    numerator: 'Self-harm events in the month',
    denominator: 'Person-days of custody',
    pitfalls:
      'Better recording looks like more harm. Never a target to be met by discipline. One person with many events can make the figure: read the persons beside it.',
    breakdownWhy: 'Women and young adults have much higher rates, and more events each.',
    alert:
      'At least five events, and more than the 99.8% negative-binomial predictive limit from the facility’s own last twelve months',
  },
  'self-harm-persons': {
    title: 'Persons who self-harmed',
    measures: 'Different persons who harmed themselves in the month, per 1,000 person-days.',
    numerator: 'Different persons who self-harmed in the month',
    denominator: 'Person-days of custody',
    pitfalls:
      'The same person counts again in each month: months cannot be added. Events that nobody recorded under a name are missing here.',
    breakdownWhy: 'Women and young adults have much higher rates.',
  },
  'self-harm-in-separation': {
    title: 'Self-harm in separation',
    measures: 'Share of self-harm events during separation or within 14 days of its end, in twelve months.',
    numerator: 'Self-harm events in a separation, or within 14 days of one',
    denominator: 'All self-harm events in twelve months',
    pitfalls:
      'People may be separated because they harmed themselves. Compare it with the share of person-days spent in separation. One person with many events can make the figure.',
  },
  'health-request-on-time': {
    title: 'Health requests met in time',
    measures: 'Share of requests to see health staff met within the local limit for the level of care.',
    numerator:
      'Requests met within the limit (unless set otherwise: emergency 1 hour, primary care 3 days, mental health 7, dental 14)',
    denominator: 'Requests whose limit passed in the month; people released before it are left out',
    pitfalls:
      'Officers who sift the slips: requests that were never logged. Mandela Rule 31 speaks of daily access for the sick.',
    breakdownWhy: 'People in separation, and women.',
  },
  'specialist-missed-share': {
    title: 'Outside appointments missed by the prison',
    measures: 'Share of booked outside appointments lost for want of an escort or other prison reasons.',
    numerator: 'Outside appointments missed for prison reasons',
    denominator: 'Outside appointments booked for the month',
    pitfalls: 'Appointments booked again and not counted as missed; appointments never booked.',
    breakdownWhy: 'Antenatal and cancer follow-up.',
  },
  'injury-reported-share': {
    title: 'Signs of ill-treatment reported',
    measures: 'Share of examinations with signs of ill-treatment that were reported to the competent authority.',
    numerator: 'Examinations with signs of ill-treatment that were reported within 48 hours (a local reading)',
    denominator: 'Examinations with signs of ill-treatment',
    pitfalls:
      'No sign in a year at a busy remand prison is a warning and not good news. Reporting needs safeguards against reprisal. The director does not see the examinations; the ministry sees this figure under its suppression.',
    breakdownWhy: 'Arrivals from police custody.',
    alert: 'A sign not reported after 48 hours',
  },
  'treatment-continued-48h': {
    title: 'Treatment continued after arrival',
    measures: 'Share of people arriving in treatment whose treatment was continued within 48 hours.',
    numerator: 'Arrivals in treatment whose treatment was continued within 48 hours',
    denominator: 'Arrivals in treatment',
    pitfalls:
      'Who was not asked is not counted: read the share of arrivals in treatment beside it. Returns do not carry it; only records of examinations do.',
    breakdownWhy:
      'Treatment of addiction, HIV, tuberculosis, diabetes and psychiatric care is followed without naming any of them.',
  },
}
