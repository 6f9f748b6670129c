import { desc, eq } from 'drizzle-orm'
import type { Database } from '../db/client.ts'
import { facilities, regions } from '../db/schema/index.ts'
import type { BodyKind, Place, Role } from '../server/domain/access.ts'
import { prepareAccount } from '../server/services/accounts.ts'
import { demonstrationProvider } from '../server/services/demonstration-accounts.ts'

/** Where an invented person works: nothing for the whole country, or the key of a region or facility. */
type Where = { region: string } | { facility: string } | 'country'

interface Invented {
  name: string
  body: BodyKind
  holds: readonly [Role, Where][]
}

const director = (name: string, facility: string): Invented => ({
  name,
  body: 'administration',
  holds: [['facility-director', { facility }]],
})

/** Who may be entered in the demonstration: each role at least once, and directors where something happens on purpose. */
const people: readonly Invented[] = [
  director('Ilse Maroven', 'kel-01'),
  director('Tomas Eldric', 'ost-01'),
  director('Nadia Qorrel', 'sul-01'),
  director('Per Hallowin', 'tir-01'),
  director('Amara Voss', 'que-01'),
  director('Lida Brannoc', 'dor-04'),
  { name: 'Joren Petsch', body: 'administration', holds: [['facility-data-officer', { facility: 'kel-01' }]] },
  { name: 'Sefa Lindqar', body: 'administration', holds: [['facility-health-lead', { facility: 'kel-01' }]] },
  { name: 'Bram Oswin', body: 'administration', holds: [['facility-liaison', { facility: 'kel-01' }]] },
  { name: 'Mirel Santov', body: 'administration', holds: [['ministry-analyst', 'country']] },
  { name: 'Kasia Drummel', body: 'administration', holds: [['ministry-analyst', { region: 'keltrand' }]] },
  { name: 'Ruben Achterby', body: 'administration', holds: [['ministry-duty-desk', 'country']] },
  { name: 'Helin Tarsk', body: 'administration', holds: [['ministry-decision-maker', 'country']] },
  {
    name: 'Yara Colvex',
    body: 'administration',
    holds: [
      ['ministry-analyst', { region: 'ostramel' }],
      ['facility-director', { facility: 'ost-02' }],
    ],
  },
  { name: 'Anton Greyle', body: 'administration', holds: [['administration-administrator', 'country']] },
  { name: 'Dorit Vannec', body: 'administration', holds: [['administration-auditor', 'country']] },
  { name: 'Elin Marchetta', body: 'inspectorate', holds: [['lead-inspector', 'country']] },
  { name: 'Osric Penhale', body: 'inspectorate', holds: [['inspector', { region: 'keltrand' }]] },
  { name: 'Farah Wiselin', body: 'inspectorate', holds: [['health-inspector', 'country']] },
  { name: 'Luca Ferrin', body: 'inspectorate', holds: [['expert-or-interpreter', { facility: 'kel-01' }]] },
  { name: 'Gwen Tolliver', body: 'inspectorate', holds: [['quality-reader', 'country']] },
  { name: 'Stellan Roque', body: 'inspectorate', holds: [['inspectorate-administrator', 'country']] },
  { name: 'Priya Northam', body: 'inspectorate', holds: [['inspectorate-auditor', 'country']] },
  { name: 'Maren Okello', body: 'npm', holds: [['npm-member', 'country']] },
  { name: 'Viktor Selwyn', body: 'npm', holds: [['npm-administrator', 'country']] },
  { name: 'Clio Abernath', body: 'npm', holds: [['npm-auditor', 'country']] },
]

/** Makes the accounts of the demonstration that are not there yet, by the services that make any other. */
export async function addDemonstrationAccounts(db: Database, now: Date): Promise<void> {
  for (const { name, body, holds } of people) {
    // No mail goes to a name under "invalid".
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@demonstration.invalid`
    const places = []
    for (const [role, where] of holds) places.push({ role, place: await placeOf(db, where) })
    await prepareAccount(db, { name, email, body, providerId: demonstrationProvider, holds: places }, now)
  }
}

/** The place of a key; in an invented country that has none of that key, its first. */
async function placeOf(db: Database, where: Where): Promise<Place> {
  if (where === 'country') return { kind: 'country', id: null }
  const kind = 'region' in where ? 'region' : 'facility'
  const key = 'region' in where ? where.region : where.facility
  const table = kind === 'region' ? regions : facilities
  const [row] = await db.asSystem((tx) =>
    tx
      .select({ id: table.id })
      .from(table)
      .orderBy(desc(eq(table.key, key)), table.key)
      .limit(1),
  )
  if (!row) throw new Error(`the demonstration has no ${kind}`)
  return { kind, id: row.id }
}
