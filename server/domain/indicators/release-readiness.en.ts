import type { IndicatorWords } from './define.ts'
import type { releaseReadiness } from './release-readiness.ts'

/** The English words of the area release readiness. */
export const releaseReadinessWords: Record<(typeof releaseReadiness)[number]['id'], IndicatorWords> = {
  'release-plan-opened': {
    title: 'Release plan opened in time',
    measures: 'Share of people due out within 180 days who have a release plan.',
    numerator: 'Of these, persons with an open release plan',
    denominator:
      'Sentenced persons on the last day who are expected out within 180 days (for short stays within half of the time that remained at admission)',
    pitfalls: 'Empty plans opened in bulk: read them with the readiness score.',
    breakdownWhy: 'People with short sentences and foreign nationals facing expulsion drop out.',
  },
  'release-ready-critical': {
    title: 'Released with every critical item done',
    measures:
      'Share of sentenced releases with every critical item that applies done, and both gates cleared, on the day of release.',
    numerator:
      'Sentenced persons released with every critical item done (identity documents, home, health handover, lead agency, journey, clothing and money) and both gates cleared (release date verified, safeguards for victims)',
    denominator: 'Sentenced persons released to liberty in the month, those without any plan included',
    pitfalls:
      'Items marked as not applicable; done after release; a hostel bed for one night counted as a home: 28 nights or more are asked for.',
    breakdownWhy: 'Women leaving with children, and young adults leaving care.',
  },
  'release-readiness-score': {
    title: 'Readiness score of people due out',
    measures: 'Average weighted readiness of people expected out in the next 30 days.',
    numerator:
      'Sum of the readiness scores of these people: for each 100 times the weights of the items done over the weights of those that apply',
    denominator:
      'Sentenced persons on the last day who are expected out within 30 days; a person without a plan scores 0, and an item of which a plan says nothing applies and is not done',
    pitfalls:
      'A mean hides people with nothing: look at those under 40. The weights are local and are published with the score.',
    breakdownWhy: 'Standard groups: the average can hide unequal treatment (Nelson Mandela Rule 2, Bangkok Rule 1).',
    alert: 'A person due out in 14 days has a score under 40 or a critical item not started',
  },
  'release-checklist-items': {
    title: 'Checklist items done at release',
    measures:
      'Average share of sentenced releases with an item done, over five items of the checklist; each item has a figure of its own.',
    numerator:
      'Sentenced persons released with the item done on the day of release, averaged over papers, home, income, agreed plan, and journey, clothing and money',
    denominator: 'Sentenced persons released to liberty in the month',
    pitfalls:
      'An average hides the one item that fails: read the items. Many refusals by the person may hide poor offers. The gate for victims’ safety is a gate and never scored.',
    breakdownWhy: 'Item by item it shows which partner fails: registry office, housing body, employment service.',
  },
  'release-item-identity-papers': {
    title: 'Released with identity papers',
    measures: 'Share of sentenced releases with this item of the release checklist done.',
    numerator: 'Of these, persons leaving with valid identity documents',
    denominator: 'Sentenced persons released to liberty in the month',
    pitfalls: 'Papers that run out within weeks; papers that stay in the property store.',
    breakdownWhy: 'People with short sentences, women and foreign nationals drop out first.',
  },
  'release-item-home': {
    title: 'Released to a home',
    measures: 'Share of sentenced releases with this item of the release checklist done.',
    numerator: 'Of these, persons with a confirmed place to live for 28 nights or more',
    denominator: 'Sentenced persons released to liberty in the month',
    pitfalls: 'A hostel bed for one night counted as a home; the address of a relative who was never asked.',
    breakdownWhy: 'People with short sentences, women and foreign nationals drop out first.',
  },
  'release-item-income': {
    title: 'Released to work, training or income',
    measures: 'Share of sentenced releases with this item of the release checklist done.',
    numerator: 'Of these, persons with work, training or an income arranged',
    denominator: 'Sentenced persons released to liberty in the month',
    pitfalls: 'An appointment counted as an income.',
    breakdownWhy: 'People with short sentences, women and foreign nationals drop out first.',
  },
  'release-item-plan-agreed': {
    title: 'Released with an agreed plan',
    measures: 'Share of sentenced releases with this item of the release checklist done.',
    numerator: 'Of these, persons with a release plan agreed with them',
    denominator: 'Sentenced persons released to liberty in the month',
    pitfalls: 'A signature on the day of release.',
    breakdownWhy: 'People with short sentences, women and foreign nationals drop out first.',
  },
  'release-item-means': {
    title: 'Released with clothing, journey and money',
    measures: 'Share of sentenced releases with this item of the release checklist done.',
    numerator: 'Of these, persons leaving with clothing for the season, the journey home and money to live on at first',
    denominator: 'Sentenced persons released to liberty in the month',
    pitfalls: 'A ticket to the nearest town; savings that are a debt.',
    breakdownWhy: 'People with short sentences, women and foreign nationals drop out first.',
  },
  'release-first-night-place': {
    title: 'A place for the first night',
    measures: 'Share of sentenced releases with a place to sleep on the first night.',
    numerator: 'Of these, persons with a place for the first night',
    denominator: 'Sentenced persons released to liberty in the month',
    pitfalls: 'A place for one night is not a home: read the share released to a home beside it.',
    breakdownWhy: 'Women with children and young adults leaving care.',
  },
  'release-needs-unmet': {
    title: 'Needs unmet at release',
    measures: 'Share of people released with a priority need for which they never started anything.',
    numerator:
      'Of these, persons who in this custody never started anything that fits one of their high-priority needs',
    denominator:
      'Sentenced persons released in the month with at least one high-priority need identified in this custody',
    pitfalls: 'Needs closed shortly before release; only needs recorded for which a course exists.',
    breakdownWhy: 'Women and people with short sentences leave before their turn.',
  },
  'release-short-notice': {
    title: 'Released at short notice',
    measures: 'Share of releases of which the person knew less than a day before.',
    numerator: 'Releases of which the person had less than one day’s notice',
    denominator: 'Releases to liberty in the month',
    pitfalls:
      'Releases by a court are sudden by nature: read them apart. The hour of the notice is not the hour of the decision.',
    breakdownWhy: 'Pretrial people leave straight from court, without medicine, papers or money.',
  },
  'pretrial-release-ready': {
    title: 'Pretrial people released with the short kit',
    measures: 'Share of unsentenced people released with the short kit.',
    numerator:
      'Of these, persons who left with their papers, a health handover where needed, family told, journey and money, and a contact card',
    denominator: 'Unsentenced persons released in the month',
    pitfalls: 'People released from the court room never come back for the kit: it must wait at court.',
    breakdownWhy: 'Women leave with children; their kit must hold more.',
  },
  'release-health-handover': {
    title: 'Health care handed over',
    measures:
      'Share of sentenced people in continuing treatment released with a handover that the next service confirmed.',
    numerator:
      'Of these, persons whose handover was acknowledged, or whose appointment was confirmed, by the next service',
    denominator: 'Sentenced persons released in the month who are in continuing treatment',
    pitfalls: 'A letter given to the person counted as a handover. Pretrial people are counted with their short kit.',
    breakdownWhy: 'Unplanned releases carry the highest risk of overdose.',
  },
  'release-lead-agency': {
    title: 'Lead agency named 30 days ahead',
    measures: 'Share of sentenced releases with one named lead agency at least 30 days before release.',
    numerator: 'Of these, persons with one lead agency named 30 days or more before release',
    denominator: 'Sentenced persons released in the month after 45 days or more',
    pitfalls: 'An agency named without knowing it: the evidence must be its acknowledgement.',
    breakdownWhy: 'People leaving without supervision have nobody in the lead by default.',
  },
  'followup-90-reached': {
    title: 'Reached 90 days after release',
    measures: 'Share of released people whom the lead agency reached around day 90.',
    numerator: 'Of these, persons reached within 15 days of day 90',
    denominator: 'Persons released with a lead agency who consented and whose day 90 fell in the month',
    pitfalls: 'Refusal treated as success. Those back in prison are shown apart, not dropped.',
    breakdownWhy: 'Standard groups: the average can hide unequal treatment (Nelson Mandela Rule 2, Bangkok Rule 1).',
  },
  'conditional-release-on-time': {
    title: 'Conditional release decided on time',
    measures: 'Share of people eligible for conditional release who had a decision by their first eligible date.',
    numerator: 'Of these, persons with a decision on or before that day',
    denominator: 'Persons held whose first day of eligibility for conditional release fell in the quarter',
    pitfalls: 'Refusal by default to meet the date: read the share granted beside it.',
    breakdownWhy: 'Reports that the prison never wrote delay women and foreign nationals.',
  },
}
