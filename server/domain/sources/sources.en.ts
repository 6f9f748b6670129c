import type { sources } from './index.ts'

/** How each source is named on screen, in English. */
export const sourceWords: Record<keyof typeof sources, string> = {
  'local-default': 'Local default, to be reviewed by each country; no international figure exists',
  definition: 'Follows from the meaning of the measure',
  'national-law': 'Limit of national law, entered by the country',
  'break-rule': 'More than 15 days counting gaps under the country’s break rule; the UN rule names no gap',
  'havana-67': 'UN Rules for the Protection of Juveniles Deprived of their Liberty (Havana Rules), rule 67',
  'rnr-model': 'Risk, need and responsivity model of offender rehabilitation',
  'coe-overcrowding-2016': 'Council of Europe, White Paper on Prison Overcrowding (2016)',
  'cpt-space-2015': 'CPT, Living space per prisoner, CPT/Inf(2015)44',
  'cpt-report-2': 'CPT, 2nd General Report, paragraph 47, CPT/Inf(92)3',
  'cpt-report-21': 'CPT, 21st General Report, CPT/Inf(2011)28',
  'cpt-practice': 'CPT, practice in country reports',
  'ecthr-mursic-2016': 'European Court of Human Rights, Muršić v. Croatia (Grand Chamber, 2016)',
  'epr-2020': 'European Prison Rules, as revised in 2020',
  'icrc-2012': 'ICRC, Water, sanitation, hygiene and habitat in prisons: supplementary guidance (2012)',
  'icrc-wash': 'ICRC, Water, sanitation, hygiene and habitat in prisons',
  'hmip-expectations': 'HM Inspectorate of Prisons, Expectations (England and Wales)',
  'space-i': 'Council of Europe, Annual Penal Statistics, SPACE I',
  'un-cts': 'UNODC, Crime Trends Survey, prison section',
  'sdg-16-3-2': 'SDG indicator 16.3.2, custodian UNODC',
  'iccpr-9': 'International Covenant on Civil and Political Rights, article 9',
  opcat: 'Optional Protocol to the Convention against Torture, articles 19 to 23',
  'tokyo-rules': 'UN Standard Minimum Rules for Non-custodial Measures (Tokyo Rules)',
  'basic-principles-lawyers-1990':
    'UN Basic Principles on the Role of Lawyers (1990), principle 7: within 48 hours of arrest',
  'world-prison-brief': 'World Prison Brief',
}
