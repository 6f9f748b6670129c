import type { IndicatorWords } from './indicators/define.ts'
import { indicatorWords } from './indicators/words.en.ts'
import { type Language, pseudo } from './languages.ts'
import { measureWords } from './measures/words.en.ts'
import { quietQuestionWords } from './quiet/questions.en.ts'
import { checkWords } from './records/checks.en.ts'
import { codeWords } from './records/codes.en.ts'
import type { RecordWords } from './records/define.ts'
import { recordWords } from './records/words.en.ts'
import { chapterWords } from './rules/chapters.en.ts'
import { appliesToWords, documentEvidenceWords, monitoringWords, partWords } from './rules/define.en.ts'
import type { RuleWords } from './rules/define.ts'
import { ruleWords } from './rules/words.en.ts'
import { sourceWords } from './sources/sources.en.ts'
import { verdictWords } from './statistics/verdicts.en.ts'

interface QuestionWords {
  title: string
  seen: string
  asks: string
}

interface CheckWords {
  title: string
  rule: string
}

interface MeasureWords {
  title: string
  counts: string
}

/** The words of definitions in one language, by the ids of what they describe. */
interface Vocabulary {
  indicators: Record<string, IndicatorWords>
  measures: Record<string, MeasureWords>
  records: Record<string, Pick<RecordWords, 'title'>>
  rules: Record<string, RuleWords>
  sources: Record<string, string>
  codes: Record<string, Record<string, string>>
  ruleParts: Record<string, string>
  ruleChapters: Record<string, string>
  monitoring: Record<string, string>
  appliesTo: Record<string, string>
  documentEvidence: string
  verdicts: Record<string, Record<string, string>>
  quietQuestions: Record<string, QuestionWords>
  checks: Record<string, CheckWords>
}

const english: Vocabulary = {
  indicators: indicatorWords,
  measures: measureWords,
  records: recordWords,
  rules: ruleWords,
  sources: sourceWords,
  codes: codeWords,
  ruleParts: partWords,
  ruleChapters: chapterWords,
  monitoring: monitoringWords,
  appliesTo: appliesToWords,
  documentEvidence: documentEvidenceWords,
  verdicts: verdictWords,
  quietQuestions: quietQuestionWords,
  checks: checkWords,
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
  /** A record type. */
  record(id: string): Pick<RecordWords, 'title'> | undefined
  rule(id: string): RuleWords | undefined
  source(id: string): string | undefined
  /** One code of a list of the records: code('sex', 'female'). */
  code(list: string, code: string): string | undefined
  rulePart(id: string): string | undefined
  ruleChapter(id: string): string | undefined
  monitoring(id: string): string | undefined
  appliesTo(id: string): string | undefined
  documentEvidence(): string
  /** One answer of the statistics: verdict('change', 'better'). */
  verdict(question: string, answer: string): string | undefined
  /** A question about figures that look too good. */
  quietQuestion(id: string): QuestionWords | undefined
  /** A check across records and measures. */
  check(id: string): CheckWords | undefined
}

export function words(language: Language): Words {
  const own = vocabularies[language]
  return {
    indicator: (id) => own.indicators?.[id] ?? english.indicators[id],
    measure: (id) => own.measures?.[id] ?? english.measures[id],
    record: (id) => own.records?.[id] ?? english.records[id],
    rule: (id) => own.rules?.[id] ?? english.rules[id],
    source: (id) => own.sources?.[id] ?? english.sources[id],
    code: (list, code) => own.codes?.[list]?.[code] ?? english.codes[list]?.[code],
    rulePart: (id) => own.ruleParts?.[id] ?? english.ruleParts[id],
    ruleChapter: (id) => own.ruleChapters?.[id] ?? english.ruleChapters[id],
    monitoring: (id) => own.monitoring?.[id] ?? english.monitoring[id],
    appliesTo: (id) => own.appliesTo?.[id] ?? english.appliesTo[id],
    documentEvidence: () => own.documentEvidence ?? english.documentEvidence,
    verdict: (question, answer) => own.verdicts?.[question]?.[answer] ?? english.verdicts[question]?.[answer],
    quietQuestion: (id) => own.quietQuestions?.[id] ?? english.quietQuestions[id],
    check: (id) => own.checks?.[id] ?? english.checks[id],
  }
}

function pseudoVocabulary(vocabulary: Vocabulary): Vocabulary {
  return JSON.parse(JSON.stringify(vocabulary), (_key, value) => (typeof value === 'string' ? pseudo(value) : value))
}
