import type { Role } from '../../server/domain/access.ts'

/** Month that the tests of the demonstration ask for: its last one that has ended. */
export const shownMonth = '2026-02'

/** A page of each kind in the demonstration, by what it is. */
export const pages = {
  overview: '/',
  facilities: '/facilities',
  facility: '/facilities/kel-01',
  figure: '/facilities/kel-01/occupancy-rate',
  indicators: '/indicators',
  indicator: '/indicators/occupancy-rate',
  compare: '/compare',
  map: '/map',
  two: '/compare/two',
  equity: '/compare/equity',
  changes: '/changes',
  questions: '/questions',
  questionMap: '/questions/map',
  population: '/population',
  transition: '/transition',
  outcomes: '/outcomes',
  strategies: '/rules/strategies',
  rules: '/rules',
  rule: '/rules/nmr-45',
  selfAssessment: '/rules/self-assessment',
  views: '/views',
  nothing: '/no-such-page',
} as const

/** The pages that answer 200. */
export const answered: readonly string[] = Object.values(pages).filter((path) => path !== pages.nothing)

/** Pages that not everybody sees, each as one who does. */
export const pagesOfOthers: readonly (readonly [path: string, as: Role])[] = [
  ['/administration/people', 'administration-administrator'],
  ['/administration/sessions', 'administration-administrator'],
  ['/administration/retention', 'administration-administrator'],
  ['/administration/security', 'administration-administrator'],
  ['/administration/audit', 'administration-auditor'],
  ['/events', 'ministry-decision-maker'],
  ['/thresholds', 'ministry-decision-maker'],
  ['/compare/equity', 'ministry-analyst'],
  ['/compare/two', 'ministry-analyst'],
  ['/account', 'facility-director'],
  ['/account/record', 'facility-director'],
]
