import { type CellId, cellParts, findMeasure, groupCell, measures } from '../../../server/domain/measures/index.ts'
import { codeLists } from '../../../server/domain/records/codes.ts'
import { blockOf, blocks, heldOnOtherLaw } from '../../../server/domain/suppression/blocks.ts'
import { isFew } from '../../../server/domain/suppression/sensitive.ts'
import { isToldAlone, rowOf } from './attacker.ts'
import { eliminate, learnBounds, learnSum, narrowAll, nothingKnown } from './system.ts'

/** What a facility counted in a month, with the blocks that the reader is not shown. */
export interface CountedMonth {
  counts: ReadonlyMap<CellId, number>
  withheld: ReadonlySet<string>
}

/** A facility month by month, by the index of the month. */
export interface CountedMonths {
  id: string
  months: ReadonlyMap<number, CountedMonth>
}

/** One count among those that a number is made of. */
export interface Term {
  facilityId: string
  month: number
  cell: CellId
  factor: number
}

/** A number that a page or a file says, and what it is made of. */
export interface Said {
  where: string
  terms: readonly Term[]
  total: number
}

/** What holds among the counts of a facility whatever they are: they add up to nought, or to no more than that. */
interface Fact {
  terms: readonly (readonly [month: number, cell: CellId, factor: number])[]
  isAtMost: boolean
}

/** A small count that the attacker came to know. */
export interface Learnt {
  facilityId: string
  month: number
  cell: CellId
  how: 'by elimination' | 'no other value is left'
}

/** No count of the demonstration is larger. */
const most = 10_000_000

/**
 * Puts together all that one reader is shown of many months: the counts of facilities, each number of pages and files, and
 * what holds among the counts of a month and of its neighbours. Gives every small count that is known then.
 */
export function attackMonths(
  facilities: readonly CountedMonths[],
  said: readonly Said[],
): { learnt: Learnt[]; tried: number; used: number } {
  const known = nothingKnown(most)
  const byId = new Map(facilities.map((one) => [one.id, one.months]))
  const nameOf = (facilityId: string, month: number, cell: CellId) => {
    const found = byId.get(facilityId)!.get(month)!
    return found.withheld.has(blockOf(cell)?.id ?? '') ? `${cell} of ${facilityId} in ${month}` : undefined
  }
  const learn = (terms: readonly Term[], total: number, slack?: string): boolean => {
    const unknown: [string, number][] = []
    let rest = total
    for (const { facilityId, month, cell, factor } of terms) {
      const name = nameOf(facilityId, month, cell)
      if (name) unknown.push([name, factor])
      else rest -= factor * byId.get(facilityId)!.get(month)!.counts.get(cell)!
    }
    if (unknown.length > 0) learnSum(known, slack ? [...unknown, [slack, 1]] : unknown, rest)
    return unknown.length > 0
  }
  const atMost: Term[][] = []
  const secrets: (Omit<Learnt, 'how'> & { name: string })[] = []
  for (const { id: facilityId, months } of facilities) {
    for (const [month, { counts, withheld }] of months) {
      for (const [cell, count] of counts) {
        const name = nameOf(facilityId, month, cell)
        if (!name) continue
        learnBounds(known, name, 0)
        const { kind, whole } = blockOf(cell)!
        if (kind === 'typical') continue
        const shownWhole = whole && !withheld.has(blockOf(whole)?.id ?? '') ? counts.get(whole) : undefined
        if (shownWhole !== undefined) learnBounds(known, name, 0, shownWhole)
        // That a group is all of a count that is shown is no number of its own.
        const isAll = count === rowOf({ counts }, cell)
        if (isFew(count) && !isAll && !isToldAlone(cell)) secrets.push({ facilityId, month, cell, name })
      }
    }
    for (const { terms, isAtMost } of factsOf(months)) {
      const own = terms.map(([month, cell, factor]) => ({ facilityId, month, cell, factor }))
      if (isAtMost) atMost.push(own)
      else learn(own, 0)
    }
  }
  const used = said.filter(({ terms, total }) => learn(terms, total)).length
  const { told, rows } = eliminate(known)
  // What follows from several sums together narrows more than each of them.
  known.equations.push(...rows.filter(({ terms }) => terms.size <= 12))
  // What is at most something determines nothing by itself: it narrows.
  for (const [at, terms] of atMost.entries()) learn(terms, 0, `rest ${at}`)
  const left = narrowAll(known)
  const learnt = secrets.flatMap(({ name, ...secret }): Learnt[] => {
    if (told.has(name)) return [{ ...secret, how: 'by elimination' }]
    return left.has(name) ? [{ ...secret, how: 'no other value is left' }] : []
  })
  return { learnt, tried: secrets.length, used }
}

/** All that holds among the counts of a facility; what its own counts contradict is none of it. */
function factsOf(months: CountedMonths['months']): Fact[] {
  const facts = [...months.keys()].flatMap((month) => [
    ...wholes.map((terms) => inMonth(month, terms)),
    ...parts.map((terms) => ({ ...inMonth(month, terms), isAtMost: true })),
    ...personDays(month),
    ...stocks.map((cell): Fact => {
      const opening = cell.replace('pop_closing', 'pop_opening') as CellId
      return equal([month, cell, 1], [month + 1, opening, -1])
    }),
    ...flows.map((terms) => inMonth(month, terms)),
  ])
  const amount = ([month, cell, factor]: Fact['terms'][number]) => {
    const count = months.get(month)?.counts.get(cell)
    return count === undefined ? undefined : factor * count
  }
  return facts.flatMap(({ terms, isAtMost }) => {
    const there = terms.filter((term) => amount(term) !== undefined)
    // A group of which nobody is told is nobody; of anything else that is not there the fact says nothing.
    const isThere = terms.every((term) => there.includes(term) || term[1].includes('@'))
    const sum = there.reduce((all, term) => all + amount(term)!, 0)
    const isCounted = there.every((term) => Number.isSafeInteger(amount(term)))
    return isCounted && isThere && there.length > 1 && (isAtMost ? sum <= 0 : sum === 0)
      ? [{ terms: there, isAtMost }]
      : []
  })
}

type Terms = readonly (readonly [CellId, number])[]

function inMonth(month: number, terms: Terms): Fact {
  return { terms: terms.map(([cell, factor]) => [month, cell, factor] as const), isAtMost: false }
}

function equal(...terms: Fact['terms']): Fact {
  return { terms, isAtMost: false }
}

const sum = (whole: CellId, groups: readonly CellId[]): Terms => [
  [whole, 1],
  ...groups.map((cell) => [cell, -1] as const),
]

/** The breakdowns in which everybody stands once. */
const partitions = [
  'sex',
  'age_group',
  'legal_status',
  'nationality_group',
  'pretrial_length',
  'solitary_length',
] as const

const pairOf = (sex: string, status: string) => `pop_closing@sex_x_legal_status:${sex}_x_${status}` as CellId

/** Groups add up to their whole, pairs of two breakdowns to each of them, and some groups to a count of their own. */
const wholes: readonly Terms[] = [
  ...measures.flatMap(({ id, breakdowns }) =>
    partitions.flatMap((dimension) =>
      breakdowns.includes(dimension)
        ? [
            sum(
              id,
              codeLists[dimension].map((code) => groupCell(id, dimension, code)),
            ),
          ]
        : [],
    ),
  ),
  ...blocks.flatMap(({ subtotals }) => subtotals.map(({ cell, of }) => sum(cell, of))),
  sum(heldOnOtherLaw.id as CellId, heldOnOtherLaw.cells),
  ...codeLists.sex.map((sex) =>
    sum(
      groupCell('pop_closing', 'sex', sex),
      codeLists.legal_status.map((status) => pairOf(sex, status)),
    ),
  ),
  ...codeLists.legal_status.map((status) =>
    sum(
      groupCell('pop_closing', 'legal_status', status),
      codeLists.sex.map((sex) => pairOf(sex, status)),
    ),
  ),
]

/** A part is no more than its whole, neither among all nor in any group of which both are counted. */
const parts: readonly Terms[] = measures.flatMap(({ id, partOf, breakdowns }) => {
  const whole = partOf && findMeasure(cellParts(partOf as CellId).measureId)
  if (!whole || partOf.includes('@')) return []
  const shared = partitions.filter((one) => breakdowns.includes(one) && whole.breakdowns.includes(one))
  const groups = shared.flatMap((dimension) =>
    codeLists[dimension].map(
      (code): Terms => [
        [groupCell(id, dimension, code), 1],
        [groupCell(whole.id as typeof id, dimension, code), -1],
      ],
    ),
  )
  return [
    [
      [id, 1],
      [whole.id as CellId, -1],
    ] as Terms,
    ...groups,
  ]
})

const ofAll = ['', ...codeLists.sex.map((sex) => `@sex:${sex}`)]
const cellOf = (id: string, of: string) => `${id}${of}` as CellId

/** What a month ends with is what the next one begins with. */
const stocks = ofAll.map((of) => cellOf('pop_closing', of))

const comings = ['adm_new', 'adm_transfer_in'] as const
const goings = ['rel_liberty', 'rel_transfer_out', 'deaths_custody'] as const

/** Who was there and came is who went or is there still. */
const flows: readonly Terms[] = ofAll.map((of) => [
  [cellOf('pop_opening', of), 1],
  ...comings.map((id) => [cellOf(id, of), 1] as const),
  ...goings.map((id) => [cellOf(id, of), -1] as const),
  [cellOf('pop_closing', of), -1],
])

/** Days of a month as its index counts it. */
function daysIn(month: number): number {
  return new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate()
}

/** Whoever was there all month gave every day of it, and nobody who came or went more than those. */
function personDays(month: number): Fact[] {
  const days = daysIn(month)
  return ofAll.flatMap((of): Fact[] => {
    const term = (id: string, factor: number) => [month, cellOf(id, of), factor] as const
    const [opening, closing, spent] = ['pop_opening', 'pop_closing', 'person_days']
    const facts: Fact['terms'][] = [
      [term(spent!, 1), term(opening!, -days), ...comings.map((id) => term(id, -days))],
      [term(spent!, 1), term(closing!, -days), ...goings.map((id) => term(id, -days))],
      [term(spent!, -1), term(opening!, days), ...goings.map((id) => term(id, -days))],
      [term(spent!, -1), term(closing!, days), ...comings.map((id) => term(id, -days))],
    ]
    return facts.map((terms) => ({ terms, isAtMost: true }))
  })
}
