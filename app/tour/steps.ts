import type { Role } from '../../server/domain/access.ts'

/** The steps of the tours, each with the page that it stands on; the first of a tour stands on the role's own first page. */
const pages = {
  facility: undefined,
  figure: undefined,
  register: '/facilities',
  overview: '/',
  questions: '/questions',
  silent: '/questions?kind=silent',
  map: '/map?indicator=solitary-over-15-days',
  compare: '/compare',
  equity: '/compare/equity',
  changes: '/changes',
  population: '/population',
  transition: '/transition',
  outcomes: '/outcomes',
  strategies: '/rules/strategies',
  rules: '/rules',
  people: '/administration/people',
  security: '/administration/security',
  audit: '/administration/audit',
  record: '/account/record',
  views: '/views',
} as const
export type StepId = keyof typeof pages

const atFacility: readonly StepId[] = ['facility', 'figure', 'changes', 'rules', 'views']
const withoutFigures: readonly StepId[] = ['register', 'rules', 'views']
const visiting: readonly StepId[] = ['questions', 'map', 'compare', 'equity', 'rules', 'views']
const administering: readonly StepId[] = ['people', 'security', 'record']
const auditing: readonly StepId[] = ['audit', 'security', 'record']

/** The tour of each role that a person can hold: the pages that answer its questions, in the order in which it asks them. */
const tours: Partial<Record<Role, readonly StepId[]>> = {
  'facility-director': atFacility,
  'facility-data-officer': atFacility,
  'facility-health-lead': atFacility,
  'facility-liaison': withoutFigures,
  'lead-inspector': visiting,
  inspector: visiting,
  'health-inspector': visiting,
  'expert-or-interpreter': withoutFigures,
  'quality-reader': ['questions', 'compare', 'equity', 'rules', 'views'],
  'npm-member': visiting,
  'ministry-analyst': ['overview', 'silent', 'compare', 'equity', 'changes', 'views'],
  'ministry-duty-desk': ['overview', 'map', 'questions', 'views'],
  'ministry-decision-maker': ['overview', 'population', 'transition', 'outcomes', 'strategies', 'views'],
  'administration-administrator': administering,
  'inspectorate-administrator': administering,
  'npm-administrator': administering,
  'administration-auditor': auditing,
  'inspectorate-auditor': auditing,
  'npm-auditor': auditing,
}

/** Steps that answer a question of their own, which can be asked in words. */
const asked = [
  'silent',
  'questions',
  'map',
  'compare',
  'equity',
  'changes',
  'population',
  'transition',
  'outcomes',
  'strategies',
] as const satisfies readonly StepId[]

/** What a role asks after its first page, in its order, each with the page that answers it. */
export function questionsOf(role: Role): { id: (typeof asked)[number]; to: string }[] {
  const [, ...rest] = tours[role] ?? []
  return rest.flatMap((step) => asked.filter((id) => id === step).map((id) => ({ id, to: pages[id] })))
}

/** One step of a tour: what it says, and the address of its page with the step in it. */
export interface Step {
  id: StepId
  to: string
}

/** The steps of a role whose first page is `home`; none for whoever has no tour. */
export function tourOf(role: Role, home: string): Step[] {
  return (tours[role] ?? []).map((id, at) => ({ id, to: withStep(at === 0 ? home : pageOf(id, home), at + 1) }))
}

/** Of one figure the own facility's: its first page stands at the home of whoever has that step. */
function pageOf(id: StepId, home: string): string {
  return pages[id] ?? (id === 'figure' ? `${home}/occupancy-rate` : home)
}

/** An address at which the tour stands at its step `number`, from 1 on. */
function withStep(path: string, number: number): string {
  return `${path}${path.includes('?') ? '&' : '?'}tour=${number}`
}

/** Where the tour stands at an address, and the address without it; undefined where none is asked for. */
export function stepAt(steps: readonly Step[], pathname: string, search: string) {
  const given = new URLSearchParams(search)
  const number = Number(given.get('tour'))
  const step = steps[number - 1]
  if (!step) return undefined
  given.delete('tour')
  const here = given.size > 0 ? `${pathname}?${given}` : pathname
  return { ...step, number, before: steps[number - 2], next: steps[number], here }
}
