import { bangkokWords } from './bangkok.en.ts'
import type { RuleWords } from './define.ts'
import type { RuleId } from './index.ts'
import { kyotoWords } from './kyoto.en.ts'
import { nelsonMandelaWords } from './nelson-mandela.en.ts'

/** The English words of every rule, by its id. */
export const ruleWords: Record<RuleId, RuleWords> = { ...nelsonMandelaWords, ...bangkokWords, ...kyotoWords }
