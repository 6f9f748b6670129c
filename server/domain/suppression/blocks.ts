import type { Dimension } from '../measures/define.ts'
import { type CellId, cellParts, groupCell, type MeasureId, measureOf, measures } from '../measures/index.ts'
import { codeLists } from '../records/codes.ts'
import { flowsBySex, openingBySex } from './flows-by-sex.ts'
import {
  amountsOfPeople,
  groupMeasures,
  hardLimitMeasures,
  personalMeasures,
  typicalMeasures,
  wholeOf,
} from './sensitive.ts'

/**
 * Cells that are withheld together or not at all. With one group of a breakdown withheld alone, the whole would give it
 * back; so all groups of a breakdown stand or fall together, and no other cell has to be given up for them.
 */
export interface Block {
  id: string
  /** 'count': one count. 'together': several groups as one count. 'groups': the groups of a count. 'typical': a mean or median. */
  kind: 'count' | 'together' | 'groups' | 'typical'
  cells: readonly CellId[]
  /** The count that these are a part of, or groups of; for a mean or median the number of cases behind it. */
  whole?: CellId
  /** Another count of the whole that is known and that none of these can be in: the rest is what they are a part of. */
  wholeWithout?: CellId
  /** For groups of a mean: the number of cases behind each of them, in the order of the cells. */
  cases?: readonly CellId[]
  /** For a group: a count of several groups together that is known besides the whole. */
  subtotals: readonly { cell: CellId; of: readonly CellId[] }[]
  /** Blocks whose cells these would give back: where one of those is withheld, so is this. */
  coarser: readonly string[]
  /** True where the groups are withheld whatever they count: those of a hard limit. */
  isAlways: boolean
  /**
   * True where no sum is shown as long as a facility withholds it: other sums that are shown are tied to it, and what all
   * of them give together cannot be looked up in a table of two ways.
   */
  isNeverSummed: boolean
}

/** What most blocks are. */
const plain = { subtotals: [], coarser: [], isAlways: false, isNeverSummed: false } as const

const personal = new Set<string>(personalMeasures)

const foreign = ['foreign_resident', 'foreign_non_resident', 'stateless_or_unknown'] as const
/** Whom `pretrial_closing` counts. */
export const awaitingTrial = ['pretrial', 'detained_without_charge'] as const

const popOf = (dimension: Dimension, codes: readonly string[]) =>
  codes.map((code) => groupCell('pop_closing', dimension, code))

/** Groups of one measure that another measure counts together. */
const subtotals: Record<string, Block['subtotals']> = {
  'pop_closing@nationality_group': [{ cell: 'foreign_closing', of: popOf('nationality_group', foreign) }],
  'pop_closing@legal_status': [{ cell: 'pretrial_closing', of: popOf('legal_status', awaitingTrial) }],
}

/**
 * Groups of which the catalogue shows the number together: the base of the unsentenced share (SDG 16.3.2) is all people held
 * without those held on other law. With who awaits trial known too, they leave who is sentenced, or held on other grounds.
 * Which of them a person is stays in the block of the groups.
 */
export const heldOnOtherLaw: Block = {
  id: 'held-on-other-law',
  kind: 'together',
  cells: popOf('legal_status', ['administrative', 'civil']),
  whole: 'pop_closing',
  wholeWithout: 'pretrial_closing',
  ...plain,
}

/** The blocks of several groups as one count, by the indicator that reads no more of them than their sum. */
export const readTogether: Readonly<Record<string, Block>> = { 'unsentenced-share': heldOnOtherLaw }

/** Both are tied to sums that are shown: the people of a month's end to the flows, people by legal status to those held on other law. */
const neverSummed: readonly string[] = [openingBySex, ...flowsBySex, 'pop_closing@legal_status']

function countBlock(id: MeasureId): Block {
  const whole = wholeOf(id)
  return { id, kind: 'count', cells: [id], ...(whole && { whole }), ...plain }
}

function typicalBlock(id: MeasureId): Block {
  return { id, kind: 'typical', cells: [id], whole: typicalMeasures[id]!, ...plain }
}

function groupsBlock(id: MeasureId, dimension: Dimension): Block {
  const codes: readonly string[] = codesOf(dimension)
  const block = `${id}@${dimension}`
  const parts = Object.entries(groupMeasures).flatMap(([part, whole]) => (whole === id ? [part] : []))
  const margins = dimension === 'sex_x_legal_status' ? [`${id}@sex`, `${id}@legal_status`] : []
  const cells = codes.map((code) => groupCell(id, dimension, code))
  const people = (amountsOfPeople[id] ?? []).filter((one) => measureOf(one)!.breakdowns.includes(dimension))
  const behind = typicalMeasures[id]
  const together = heldOnOtherLaw.cells.every((cell) => cells.includes(cell)) ? [heldOnOtherLaw.id] : []
  return {
    id: block,
    kind: 'groups',
    cells,
    whole: id,
    ...(behind && { cases: codes.map((code) => groupCell(behind, dimension, code)) }),
    subtotals: subtotals[block] ?? [],
    coarser: [
      ...(personal.has(id) ? [id] : []),
      ...parts.filter((part) => isSeenIn(part, dimension)),
      ...margins,
      ...together,
      ...people.map((one) => `${one}@${dimension}`),
    ],
    isAlways: hardLimitMeasures.has(id),
    isNeverSummed: neverSummed.includes(block) || dimension === 'sex_x_legal_status',
  }
}

/** Whether the groups of a dimension would give a measure back: those of sex the women among those admitted. */
function isSeenIn(id: string, dimension: Dimension): boolean {
  const seen: Record<string, readonly Dimension[]> = { women_adm: ['sex'] }
  return seen[id]?.includes(dimension) ?? true
}

function codesOf(dimension: Dimension): readonly string[] {
  if (dimension === 'sex_x_legal_status')
    return codeLists.sex.flatMap((sex) => codeLists.legal_status.map((status) => `${sex}_x_${status}`))
  return codeLists[dimension]
}

/** Every block that may be withheld; a block stands after the coarser ones that it follows. */
export const blocks: readonly Block[] = [
  ...personalMeasures.map(countBlock),
  ...(Object.keys(typicalMeasures) as MeasureId[]).map(typicalBlock),
  heldOnOtherLaw,
  ...measures
    .filter(({ id, kind }) => kind === 'count' || id in amountsOfPeople)
    .flatMap(({ id, breakdowns }) => breakdowns.map((dimension) => groupsBlock(id, dimension))),
]

const byId = new Map(blocks.map((block) => [block.id, block]))

export function findBlock(id: string): Block | undefined {
  return byId.get(id)
}

/** The cells that are looked at where a block is decided: its own, and what is known beside them. */
export function cellsRead({ cells, whole, wholeWithout, subtotals: known }: Block): CellId[] {
  return [...cells, ...[whole, wholeWithout].filter((cell) => cell !== undefined), ...known.map((one) => one.cell)]
}

/** The block of a cell by itself; undefined for what is never withheld. */
export function blockOf(cell: CellId): Block | undefined {
  const { measureId, breakdown } = cellParts(cell)
  if (breakdown === '') return byId.get(measureId)
  return byId.get(`${measureId}@${breakdown.slice(0, breakdown.indexOf(':'))}`)
}
