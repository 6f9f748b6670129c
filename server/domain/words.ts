import type { IndicatorWords } from './indicators/define.ts'
import { indicatorWords } from './indicators/words.en.ts'
import { type Language, pseudo } from './languages.ts'
import { measureWords } from './measures/words.en.ts'
import type { RuleWords } from './rules/define.ts'
import { ruleWords } from './rules/words.en.ts'
import { sourceWords } from './sources/sources.en.ts'

interface MeasureWords {
  title: string
  counts: string
}

/** The words of definitions in one language, by the ids of what they describe. */
interface Vocabulary {
  indicators: Record<string, IndicatorWords>
  measures: Record<string, MeasureWords>
  rules: Record<string, RuleWords>
  sources: Record<string, string>
}

const english: Vocabulary = {
  indicators: indicatorWords,
  measures: measureWords,
  rules: ruleWords,
  sources: sourceWords,
}

/** What each language has translated so far; a new language adds its line and its files beside the originals. */
const vocabularies: Record<Language, Partial<Vocabulary>> = {
  en: english,
  'en-XA': pseudoVocabulary(english),
}

/** The words of definitions for one reader. What a language has not translated yet is read in English. */
export interface Words {
  indicator(id: string): IndicatorWords | undefined
  measure(id: string): MeasureWords | undefined
  rule(id: string): RuleWords | undefined
  source(id: string): string | undefined
}

export function words(language: Language): Words {
  const own = vocabularies[language]
  return {
    indicator: (id) => own.indicators?.[id] ?? english.indicators[id],
    measure: (id) => own.measures?.[id] ?? english.measures[id],
    rule: (id) => own.rules?.[id] ?? english.rules[id],
    source: (id) => own.sources?.[id] ?? english.sources[id],
  }
}

function pseudoVocabulary(vocabulary: Vocabulary): Vocabulary {
  return JSON.parse(JSON.stringify(vocabulary), (_key, value) => (typeof value === 'string' ? pseudo(value) : value))
}
