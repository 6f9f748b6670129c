import type { IndicatorWords } from './define.ts'
import type { safety } from './safety.ts'

/** The English words of the area safety and discipline. */
export const safetyWords: Record<(typeof safety)[number]['id'], IndicatorWords> = {
  'violence-rate': {
    title: 'Assaults',
    measures: 'Assaults per 1,000 person-days, on prisoners and on staff, sexual violence included.',
    numerator: 'Assaults between prisoners, assaults on staff and reports of sexual violence',
    denominator: 'Person-days of custody',
    pitfalls:
      'Zeal in recording drives the count: the serious assaults are steadier. Low counts where people say in surveys that they do not feel safe contradict each other.',
    breakdownWhy:
      'Young adults and crowded units. Under five reports of sexual violence are shown to the director, health staff and inspectors only.',
    alert:
      'At least five serious assaults, and more than the 99.8% negative-binomial predictive limit from the facility’s own last twelve months',
  },
  'serious-assault-rate': {
    title: 'Serious assaults',
    measures: 'Assaults that led to hospital treatment or endangered life, per 1,000 person-days.',
    numerator: 'Assaults, on prisoners or on staff, that led to hospital treatment',
    denominator: 'Person-days of custody',
    pitfalls: 'Depends less on zeal in recording than the count of all assaults, but on access to a hospital.',
    breakdownWhy: 'Crowded units.',
  },
  'assaults-on-staff-rate': {
    title: 'Assaults on staff',
    measures: 'Assaults on staff per 1,000 person-days.',
    numerator: 'Assaults on staff',
    denominator: 'Person-days of custody',
    pitfalls: 'Resistance during a use of force may be recorded as an assault: read the use of force beside it.',
    breakdownWhy: 'Crowded units.',
  },
  'sexual-violence-rate': {
    title: 'Reports of sexual violence',
    measures: 'Reports of sexual violence per 1,000 person-days.',
    numerator: 'Reports of sexual violence',
    denominator: 'Person-days of custody',
    pitfalls:
      'Few reports may mean safety or silence: it is never coloured. More reports after a new way to report are a good sign.',
    breakdownWhy: 'Women, and who is held with whom.',
  },
  'force-rate': {
    title: 'Use of force',
    measures: 'Uses of force on persons per 1,000 person-days.',
    numerator: 'Uses of force on a person; handcuffs on escort are counted apart',
    denominator: 'Person-days of custody',
    pitfalls:
      'Planned moves may be called escorts. Instruments that are inherently degrading or painful are prohibited (Mandela Rule 47(1)); the country lists them.',
    breakdownWhy: 'Force may fall on some groups more than on others.',
    alert: 'Any use of an instrument that Mandela Rule 47(1) bans; any use of a firearm',
  },
  'restraint-rate': {
    title: 'Use of restraints',
    measures: 'Uses of instruments of restraint per 1,000 person-days.',
    numerator: 'Uses of instruments of restraint, handcuffs on escort left out',
    denominator: 'Person-days of custody',
    pitfalls: 'Counts uses and not their length. Restraints on health grounds belong in.',
    breakdownWhy: 'Women, above all in pregnancy.',
  },
  'force-safeguards': {
    title: 'Force reported and followed by a health check',
    measures:
      'Share of uses of force reported to the director the same day and followed by a health examination within 24 hours.',
    numerator: 'Uses of force both reported the same day and followed by an examination within 24 hours',
    denominator: 'Uses of force of which 24 hours have passed',
    pitfalls:
      'Reports written together days later: compare when they were recorded. Rule 82 asks for a report at once; the hours are local. The two halves alone cannot show how often both were done.',
    breakdownWhy: 'The average can hide a unit in which force goes unreported.',
    alert: 'A use of force not reported within 24 hours',
  },
  'force-reported-share': {
    title: 'Force reported to the director',
    measures: 'Share of uses of force reported to the director the same day.',
    numerator: 'Uses of force reported to the director the same day',
    denominator: 'Uses of force',
    pitfalls: 'Uses that nobody reports are not in the denominator either: read complaints and injuries beside it.',
    breakdownWhy: 'The average can hide a unit in which force goes unreported.',
  },
  'force-examined-share': {
    title: 'Examined after force',
    measures: 'Share of uses of force followed by a health examination within 24 hours.',
    numerator: 'Uses of force followed by an examination within 24 hours',
    denominator: 'Uses of force',
    pitfalls: 'The 24 hours are local. An officer’s look is no examination.',
    breakdownWhy: 'The average can hide a unit in which nobody is examined.',
  },
  'intrusive-search-rate': {
    title: 'Strip and cavity searches',
    measures: 'Intrusive searches per 1,000 person-days.',
    numerator: 'Strip searches and body-cavity searches',
    denominator: 'Person-days of custody',
    pitfalls:
      'Routine searches that are never recorded. How often something is found shows whether they serve any purpose.',
    breakdownWhy: 'Women: scans should replace strip searches (Bangkok Rule 20).',
    alert:
      'A cavity search without full record and authority, or done by anybody but health staff who do not treat the person or medically trained staff of the same sex',
  },
  'search-record-complete': {
    title: 'Intrusive searches done by the rules',
    measures: 'Share of intrusive searches with reasons, authority, the right searcher and the result on record.',
    numerator:
      'Searches with a full record and a named authority; strip searches by staff of the same sex; cavity searches by health staff who do not treat the person or, at the least, by medically trained staff of the same sex',
    denominator: 'Strip searches and body-cavity searches in the month',
    pitfalls:
      'Mandela Rule 52(2) lets medically trained staff of the same sex do what health staff should: a country may read it more strictly.',
    breakdownWhy: 'Women, and the reasons given.',
  },
  'cell-search-rate': {
    title: 'Cell searches',
    measures: 'Searches of cells per 1,000 person-days.',
    numerator: 'Searches of cells',
    denominator: 'Person-days of custody',
    pitfalls:
      'Neither none nor many are good. Searches must not be used to harass: look at repeats on the same people.',
    breakdownWhy: 'Searches may fall on some units or reasons only.',
  },
  'cell-search-record-complete': {
    title: 'Cell searches on record',
    measures: 'Share of cell searches with reasons, searchers and result on record.',
    numerator: 'Cell searches with reasons, who searched and the result on record',
    denominator: 'Searches of cells in the month',
    pitfalls: 'Searches that were never written down are in neither number.',
    breakdownWhy: 'Searches may fall on some units or reasons only.',
  },
  'discipline-process-complete': {
    title: 'Fair disciplinary process',
    measures:
      'Share of cases heard in which the accusation was told, a defence was possible, mental health was considered and an appeal was offered.',
    numerator:
      'Cases closed by hearing with the accusation told before it, legal help offered where serious, mental health considered and appeal offered',
    denominator: 'Cases closed by hearing in the month; cases settled by mediation are left out',
    pitfalls:
      'Informal punishments outside the register. An appeal offered after the sanction was served. Returns say less than records about legal help and mental health.',
    breakdownWhy: 'Language and disability decide who can defend themselves.',
    alert:
      'Five or more equal sanctions in one unit on one day: a pattern of collective punishment (Mandela Rule 43(1)(e))',
  },
  'discipline-mediated-share': {
    title: 'Cases settled by mediation',
    measures: 'Share of disciplinary cases settled by mediation or other means than a hearing.',
    numerator: 'Disciplinary cases settled by mediation',
    denominator: 'Disciplinary cases closed in the month',
    pitfalls: 'Agreement under pressure is no mediation. Small matters that would not have become a case raise it.',
  },
}
