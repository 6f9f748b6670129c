import type { Certificate, Facility } from './facilities.ts'
import type { Kind } from './traits.ts'

/** A value as it stands in a CSV file: quoted where it must be. */
export function csvCell(value: string | number): string {
  const text = String(value)
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(csvCell).join(',')}\n`
}

/** What the register says of each kind: security level, regime, whom it may hold, whether children. */
const law: Record<Kind, [security: string, regime: string, holds: string, children: string]> = {
  remand: ['medium', 'closed', 'men', 'no'],
  closed: ['medium', 'closed', 'men', 'no'],
  open: ['minimum', 'open', 'men', 'no'],
  women: ['medium', 'mixed', 'women', 'no'],
  young: ['medium', 'semi_open', 'men', 'yes'],
  high: ['maximum', 'closed', 'men', 'no'],
  mixed: ['medium', 'closed', 'both_separated', 'no'],
  small: ['low', 'closed', 'men', 'no'],
}

const header = 'key,name,region,operator,security,regime,holds,children,health,latitude,longitude,from,to,event\n'

/** The register: a row for each facility and name that it has had. */
export function* registerLines(facilities: readonly Facility[]): Generator<string> {
  yield header
  for (const facility of facilities) {
    const { name, formerName, opensOn } = facility
    if (!formerName) yield version(facility, name, opensOn, '', 'opened')
    else {
      yield version(facility, formerName.name, opensOn, formerName.until, 'opened')
      yield version(facility, name, formerName.until, '', 'renamed')
    }
  }
}

function version(
  { key, region, kind, latitude, longitude }: Facility,
  name: string,
  from: string,
  to: string,
  event: string,
) {
  const place = [latitude.toFixed(2), longitude.toFixed(2)]
  return csvLine([key, name, region, 'state', ...law[kind], 'health_ministry', ...place, from, to, event])
}

/** The certificates that `takes` chooses, a row each. */
export function* certificateLines(
  facilities: readonly Facility[],
  takes: (certificate: Certificate, facility: Facility) => boolean = () => true,
): Generator<string> {
  yield 'facility,places,m2_shared,m2_single,from,evidence\n'
  for (const facility of facilities) {
    for (const certificate of facility.certificates) {
      if (!takes(certificate, facility)) continue
      const { from, places, squareMetres } = certificate
      yield csvLine([
        facility.key,
        places,
        squareMetres,
        squareMetres + 2,
        from,
        `IB/${facility.key}/${from.slice(0, 4)}`,
      ])
    }
  }
}
