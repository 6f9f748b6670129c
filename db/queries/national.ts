import { type SQL, sql } from 'drizzle-orm'
import type { JusticeFigure, NationalRecords, Statement } from '../../server/domain/kernels/national.ts'
import type { SentCohort } from '../../server/domain/outcomes/cohorts.ts'
import { type CodeList, codeLists } from '../../server/domain/records/codes.ts'
import type { Plain, Tx } from '../client.ts'
import { recordWasCurrent } from './known.ts'

/** What is on record of the country and its regions as a whole, without groups; with `known`, what had come by that moment. */
export async function loadNational(tx: Tx, known?: Date): Promise<NationalRecords> {
  const justice = await tx.execute<Plain<JusticeFigure>>(sql`
    select region, quarter, ${codeText('justice_measure', sql`measure`)} as measure, value
    from justice_return_records r where ${isCurrent(known)} and coalesce(breakdown, '') = '' order by region, quarter`)
  return {
    justice: [...justice],
    cohorts: await loadCohorts(tx, known),
    statements: await loadStatements(tx, known),
  }
}

const isCurrent = (known?: Date) => (known ? recordWasCurrent(sql`r`, known) : sql`r.superseded_at is null`)

/** The cohorts of the country, each as a whole. */
export async function loadCohorts(tx: Tx, known?: Date): Promise<SentCohort[]> {
  const cohorts = await tx.execute<Plain<SentCohort>>(sql`
    select cohort_from::text as "from", cohort_to::text as "to",
      ${codeText('reoffending_definition', sql`definition_id`)} as definition,
      followup_months as months, ${codeText('cohort_start', sql`start_event`)} as start, persons_at_risk as "atRisk",
      persons_with_event as "withEvent", persons_unlinked as unlinked
    from cohort_outcome_records r where ${isCurrent(known)} and coalesce(breakdown, '') = '' order by cohort_from, cohort_to`)
  return [...cohorts]
}

/** The statements that the country signed, the ones that a later one replaced too. */
export async function loadStatements(tx: Tx, known?: Date): Promise<Statement[]> {
  const statements = await tx.execute<Plain<Statement>>(sql`
    select ${codeText('attested_measure', sql`measure`)} as measure, ${codeText('yes_no_partly', sql`value`)} as value,
      coalesce(evidence_ref, '') <> '' as "hasEvidence", signed_on::text as "signedOn", expires_on::text as "expiresOn",
      verified_on::text as "verifiedOn"
    from national_attestation_records r where ${isCurrent(known)} order by measure, signed_on`)
  return [...statements]
}

/** The code at a place of its list, where it is kept as two bytes. */
function codeText(list: CodeList, place: SQL): SQL {
  const codes = sql.join(
    codeLists[list].map((code) => sql`${code}`),
    sql`, `,
  )
  return sql`(array[${codes}]::text[])[${place} + 1]`
}

/** The regions by their keys and names, in small letters, as the justice system may write them. */
export async function regionsByName(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.execute<{ id: string; key: string; name: string }>(sql`
    select r.id, r.key, v.name from regions r join region_versions v on v.region_id = r.id order by v.valid_from`)
  return new Map([
    ...rows.map(({ id, name }) => [name.toLowerCase(), id] as const),
    ...rows.map(({ id, key }) => [key.toLowerCase(), id] as const),
  ])
}
