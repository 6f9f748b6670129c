import { derivations } from '../kernels/index.ts'
import { measures } from '../measures/index.ts'
import { everyVersion } from './formula-versions.ts'
import { type Formula, formulas } from './formulas.ts'

/** Raised when the engine makes other series of the same lines and definitions, or withholds other counts of them. */
const engineVersion = 13

/**
 * What all series depend on besides the lines, as one text: two installations of Daylight with the same text make the
 * same series. Formulas stand in it by their version, which every change of a formula raises;
 * what records give by what it needs, and a change of its counting raises the engine's version.
 */
export function catalogueText(): string {
  const ofMeasures = measures.map(({ id, over, across, origin }) => [id, over, across, origin])
  const ofRecords = derivations.map(({ measure, needs, lookBackDays }) => [measure, needs, lookBackDays])
  return JSON.stringify([engineVersion, formulaTexts(formulas), ofMeasures, ofRecords])
}

/** What stands for formulas in the text of the catalogue: every version, and its months where it has not all. */
export function formulaTexts(all: readonly Formula[]): unknown[] {
  return all.flatMap(everyVersion).map(({ definition, breakdown, needs }) => {
    const { id, version, months, noneWhenNotApplicable, smallNumbers, from, until } = definition
    return [
      id,
      version,
      breakdown,
      needs,
      months,
      noneWhenNotApplicable,
      smallNumbers,
      ...(from || until ? [from, until] : []),
    ]
  })
}
