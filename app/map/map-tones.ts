import type { VerdictTone } from '../components/verdict-badge.tsx'
import type { MessageId } from '../messages/ids.ts'

/** What a mark says: a verdict, or whether a question is raised there, and that nobody can tell. */
export type MapTone = VerdictTone | 'asked' | 'quiet' | 'untold'

/** What each sign stands for, what most calls for somebody first: a mark that stands for several facilities shows that, and says of how many. */
export const toneWords: Record<MapTone, MessageId> = {
  breach: 'verdict.breach',
  critical: 'verdict.concern.critical',
  serious: 'verdict.concern.serious',
  warning: 'verdict.concern.warning',
  asked: 'question.mark.asked',
  within: 'verdict.within',
  unassessed: 'verdict.not-assessed',
  untold: 'question.mark.untold',
  quiet: 'question.mark.quiet',
}

export const tones = Object.keys(toneWords) as MapTone[]
