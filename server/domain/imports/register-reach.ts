import { slug } from './public-key.ts'
import type { PlannedVersion, RegisterPlan } from './register-plan.ts'

/** What of a facility no figure is made of: how it is called and where it lies on a map. */
const saysNothing: ReadonlySet<string> = new Set(['name', 'latitude', 'longitude'])

/**
 * Whether a register's plan changes anything that figures are made of: when a facility was open, where it belonged, whom
 * it may hold, its clock. `known` are the versions that count before it, by facility.
 */
export function movesFigures(known: ReadonlyMap<string, readonly PlannedVersion[]>, plan: RegisterPlan): boolean {
  if (plan.facilities.length > 0) return true
  const ends = new Map(plan.endings.map(({ id, on }) => [id, on]))
  return [...new Set([...known.keys(), ...plan.versions.map((version) => version.facilityId)])].some((id) => {
    const before = known.get(id) ?? []
    const kept = before.map((one) => ({ ...one, validTo: (one.id && ends.get(one.id)) ?? one.validTo }))
    const added = plan.versions.filter((version) => version.facilityId === id)
    return windowsOf(before) !== windowsOf([...kept, ...added])
  })
}

/** What a facility was, from when until when, as far as figures are made of it; windows that say the same are one. */
function windowsOf(versions: readonly PlannedVersion[]): string {
  const windows: { said: string; from: string; until: string | null }[] = []
  const counting = versions.filter(({ validFrom, validTo }) => validTo === null || validTo > validFrom)
  for (const { fields, validFrom, validTo } of counting.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1))) {
    const last = windows.at(-1)
    const said = saidBy(fields)
    if (last && last.said === said && last.until === validFrom) last.until = validTo
    else windows.push({ said, from: validFrom, until: validTo })
  }
  return JSON.stringify(windows)
}

function saidBy(fields: PlannedVersion['fields']): string {
  const said = { ...fields, region: fields.region && slug(fields.region) }
  const names = Object.entries(said).filter(([name, value]) => value !== undefined && !saysNothing.has(name))
  return JSON.stringify(names.sort(([one], [other]) => (one < other ? -1 : 1)))
}
