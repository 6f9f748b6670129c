import { bangkok } from './bangkok.ts'
import type { Rule } from './define.ts'
import { kyoto } from './kyoto.ts'
import { nelsonMandela } from './nelson-mandela.ts'

/** The three texts, each in the order of its numbers; the names are those of the files. */
export const ruleFamilies = { 'nelson-mandela': nelsonMandela, bangkok, kyoto } as const

export type RuleFamily = keyof typeof ruleFamilies

const list = [...nelsonMandela, ...bangkok, ...kyoto]

export type RuleId = (typeof list)[number]['id']

/** All rules: Mandela, Bangkok, then the Kyoto principles and strategies. */
export const rules: readonly Rule<RuleId>[] = list

const byId = new Map<string, Rule<RuleId>>(list.map((entry) => [entry.id, entry]))

/** The rule with this id, without a paragraph ('nmr-45'); undefined when there is none. */
export function findRule(id: string): Rule<RuleId> | undefined {
  return byId.get(id)
}

/** The Kyoto strategy whose text holds this paragraph; undefined for a preamble or a paragraph of a principle alone. */
export function strategyOfParagraph(paragraph: number): Rule<RuleId> | undefined {
  return rules.find(
    ({ part, paragraphs }) =>
      part === 'kyoto-strategy' && paragraphs && paragraphs[0] <= paragraph && paragraph <= paragraphs[1],
  )
}
