import { checkFaults } from './catalogue/checks.ts'
import type { CatalogueFault } from './catalogue/faults.ts'
import { indicatorFaults } from './catalogue/indicators.ts'
import { measureFaults } from './catalogue/measures.ts'
import { codeFaults, recordFaults } from './catalogue/records.ts'
import { ruleFaults } from './catalogue/rules.ts'
import type { Indicator } from './indicators/define.ts'
import { indicatorFamilies } from './indicators/index.ts'
import { indicatorWords } from './indicators/words.en.ts'
import { findMeasure, measures } from './measures/index.ts'
import { measureWords } from './measures/words.en.ts'
import { checkWords } from './records/checks.en.ts'
import { checks } from './records/checks.ts'
import { codeWords } from './records/codes.en.ts'
import { codeLists } from './records/codes.ts'
import { commonFields } from './records/define.ts'
import { findField, findRecord, recordFamilies } from './records/index.ts'
import { recordWords } from './records/words.en.ts'
import { crossReferences } from './rules/cross-references.ts'
import { findRule, ruleFamilies } from './rules/index.ts'
import { ruleWords } from './rules/words.en.ts'

/** Everything wrong with the product's own definitions; the build and the tests refuse to pass while there is any. */
export function catalogueFaults(): CatalogueFault[] {
  return [
    ...ruleFaults({ families: ruleFamilies, words: ruleWords, references: crossReferences }),
    ...measureFaults(measures, measureWords),
    ...indicatorFaults({
      families: indicatorFamilies as unknown as Record<string, readonly Indicator[]>,
      words: indicatorWords,
      findMeasure,
      isRule: (id) => findRule(id) !== undefined,
    }),
    // The words of areas and measures stand with the areas and measures.
    ...codeFaults(codeLists, codeWords, ['area', 'b_measure']),
    ...recordFaults({ families: recordFamilies, words: recordWords, lists: codeLists, commonFields }),
    ...checkFaults({
      checks,
      words: checkWords,
      isMeasure: (id) => findMeasure(id) !== undefined,
      isRecordOrField: (path) => findRecord(path) !== undefined || findField(path) !== undefined,
    }),
  ]
}

/** One line for a terminal: file, id and what is wrong. */
export function describeFault({ file, id, fault }: CatalogueFault): string {
  return `${file}: '${id}' ${fault}`
}
