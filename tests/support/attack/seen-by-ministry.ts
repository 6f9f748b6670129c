import { type Actor, systemActor } from '../../../server/domain/access.ts'
import { findIndicator } from '../../../server/domain/indicators/index.ts'
import type { CellId } from '../../../server/domain/measures/index.ts'
import type { Month } from '../../../server/domain/period.ts'
import { blockOf, readTogether } from '../../../server/domain/suppression/blocks.ts'
import type { Value } from '../../../server/domain/value.ts'
import type { callAs } from '../call-as.ts'
import { addUp, groupsOf, type Identity } from './attacker.ts'
import { type Published, withTogether } from './published.ts'

type Api = ReturnType<typeof callAs>

export interface Count {
  cell: CellId
  value: Value
}

/** What a facility counted in a month, as a reader is shown it. */
export async function countsOf(api: Api, facility: string, month: Month): Promise<Count[]> {
  const rows = await api.measures.ofFacility({ facility, month })
  return rows.map(({ measureId, breakdown, value }) => ({
    cell: (breakdown === '' ? measureId : `${measureId}@${breakdown}`) as CellId,
    value,
  }))
}

/** All that the ministry is shown of a month, put together from the API's answers. */
export async function seenByMinistry(ask: (actor: Actor) => Api, month: Month): Promise<Published> {
  const ministry: Actor = { userId: 'x', role: 'ministry-analyst', bodyId: null, facilities: 'all' }
  const all = await ask(systemActor).facilities.list({ month })
  const regions = await ask(systemActor).facilities.regions({ month })
  const list: Published['facilities'][number][] = []
  const shares = await ask(ministry).indicators.matrix({ month, indicators: Object.keys(readTogether) })
  for (const { key, regionId } of all) {
    const region = regions.find(({ id }) => id === regionId)
    const [truth, seen] = [await countsOf(ask(systemActor), key, month), await countsOf(ask(ministry), key, month)]
    const counted = truth.flatMap(({ cell, value }): [CellId, number][] => {
      if (value.state === 'counted') return [[cell, value.value]]
      return value.state === 'nothing-to-report' ? [[cell, 0]] : []
    })
    const hidden = seen.filter(({ value }) => value.state === 'suppressed').map(({ cell }) => blockOf(cell)!.id)
    const { readings } = shares.find(({ facility }) => facility.key === key)!
    for (const [at, { id }] of Object.values(readTogether).entries())
      if (readings[at]!.figure.state === 'suppressed') hidden.push(id)
    const placeIds = ['country', ...(region ? [region.key] : [])]
    list.push({ id: key, placeIds, counts: withTogether(new Map(counted)), withheld: new Set(hidden) })
  }
  const sums: Published['sums'][number][] = []
  for (const placeId of new Set(list.flatMap((one) => one.placeIds))) {
    const place = placeId === 'country' ? ({ country: true } as const) : { region: placeId }
    const { series } = await ask(ministry).indicators.series({ place, from: month, to: month, withGroups: true })
    for (const { indicatorId, breakdown, readings } of series) {
      const figure = readings[0]!.figure
      const { needs, months = 1 } = findIndicator(indicatorId)!
      if (figure.state !== 'counted' || figure.denominator === null || months > 1) continue
      const together = readTogether[indicatorId]?.id as CellId | undefined
      if (together) {
        const inside = list.filter((one) => one.placeIds.includes(placeId) && one.counts.has(together))
        const held = inside.reduce((sum, one) => sum + one.counts.get('pop_closing')!, 0)
        sums.push({
          placeId,
          cell: together,
          facilityIds: inside.map((one) => one.id),
          total: held - figure.denominator,
        })
      }
      const cells = Object.values(needs).map((cell) =>
        breakdown === '' || cell.includes('@') ? cell : `${cell}@${breakdown}`,
      )
      if (cells.length !== 2) continue
      const inside = list.filter(
        (one) => one.placeIds.includes(placeId) && cells.every((cell) => one.counts.has(cell as CellId)),
      )
      for (const [at, total] of [figure.numerator, figure.denominator].entries()) {
        const cell = cells[at] as CellId
        const sum = inside.reduce((all, one) => all + one.counts.get(cell)!, 0)
        // Some formulas say 'not' or take a difference: only what is a plain sum is one.
        if (Math.abs(sum - total) < 1e-6 && Number.isInteger(total))
          sums.push({ placeId, cell, facilityIds: inside.map((one) => one.id), total })
      }
    }
  }
  return { facilities: list, sums }
}

/** What adds up in every facility that the ministry sees, of what was seen. */
export function identitiesOf(seen: readonly Published[]): Identity[] {
  const all = seen.flatMap((one) => one.facilities)
  const cells = new Set(all.flatMap((one) => [...one.counts.keys()]))
  const wholes = [...cells].filter((cell) => !cell.includes('@'))
  const identities = wholes.flatMap((cell) =>
    ['sex', 'age_group', 'legal_status', 'nationality_group'].flatMap((dimension) => {
      const groups = groupsOf(cell, cells, dimension)
      return groups.length > 0 && all.every(({ counts }) => isComplete(counts, cell, groups))
        ? [addUp(cell, groups)]
        : []
    }),
  )
  return [...identities, ...Object.values(readTogether).map(({ id, cells: groups }) => addUp(id as CellId, groups))]
}

function isComplete(counts: ReadonlyMap<CellId, number>, whole: CellId, groups: readonly CellId[]): boolean {
  if (!counts.has(whole) || !groups.some((cell) => counts.has(cell))) return true
  return groups.reduce((sum, cell) => sum + (counts.get(cell) ?? 0), 0) === counts.get(whole)
}
