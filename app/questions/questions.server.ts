import type { Api } from '../../server/caller.server.ts'
import type { Month } from '../../server/domain/period.ts'
import type { Figure } from '../../server/domain/value.ts'
import { foundIn } from '../find.ts'
import type { MapTone } from '../map/map-tones.ts'
import type { MessageId } from '../messages/ids.ts'
import type { Reader } from '../reader.server.ts'
import { type Kind, kinds } from './kinds.ts'

type Raised = Awaited<ReturnType<Api['questions']['raised']>>['facilities'][number]

/** Some figures by name, and how many more there are. */
export interface Named {
  named: { id: string; title: string; word?: MessageId }[]
  more: number
}

/** One facility with what its figures ask, in the reader's words. */
export interface QuestionRow {
  key: string
  name: string
  region: string | null
  limits: { id: string; title: string; people: number }[]
  outside: Named
  asked: string[]
  failing: number
  differing: number
  silent: Named & { count: number; of: number }
  /** The last month that it told how many people it held; undefined where it never did. */
  lastTold?: Month | undefined
  isBehind: boolean
  visit: Figure
}

/** As many figures are named; whoever wants all opens the facility. */
const mostNamed = 3

/** What an address asks of the list: words to find, and a kind of question to keep to. */
export interface QuestionFilter {
  find: string
  kind: Kind | undefined
}

export function filterIn(search: URLSearchParams): QuestionFilter {
  return {
    find: (search.get('find') ?? '').trim().slice(0, 100),
    kind: kinds.find((one) => one === search.get('kind')),
  }
}

/** How a facility stands to each kind of question. */
const has: Record<Kind, (one: Raised, month: Month) => boolean> = {
  limits: ({ limits }) => limits.length > 0,
  outside: ({ outside }) => outside.length > 0,
  asked: ({ asked }) => asked.length > 0,
  failing: ({ failing, differing }) => failing > 0 || differing > 0,
  silent: ({ silent, lastTold }, month) => silent.indicatorIds.length > 0 || isBehind(lastTold, month),
}

/**
 * The sign of a facility on the map of one question: raised, or not. Where it told nothing for the month nobody knows what its
 * figures would ask, but for how old they are.
 */
export function signOf(one: Raised, kind: Kind, month: Month): MapTone {
  if (has[kind](one, month)) return kind === 'limits' ? 'breach' : 'asked'
  return isBehind(one.lastTold, month) ? 'untold' : 'quiet'
}

const isBehind = (lastTold: Month | undefined, month: Month) => lastTold === undefined || lastTold < month

/** How many facilities have each kind of question, one kind beside the other and never in one number. */
export function countKinds(all: readonly Raised[], month: Month): Record<Kind, number> {
  return Object.fromEntries(kinds.map((kind) => [kind, all.filter((one) => has[kind](one, month)).length])) as Record<
    Kind,
    number
  >
}

/** The facilities that a filter keeps, in the order of the register. */
export function keptBy(all: readonly Raised[], { find, kind }: QuestionFilter, month: Month): Raised[] {
  return all.filter(
    (one) =>
      foundIn(`${one.facility.name} ${one.facility.key} ${one.facility.regionName ?? ''}`, find) &&
      (kind === undefined || has[kind](one, month)),
  )
}

/** The rows of the list. */
export function questionRows(kept: readonly Raised[], month: Month, { words }: Reader): QuestionRow[] {
  const title = (id: string) => words.indicator(id)?.title ?? id
  return kept.map(({ facility, limits, outside, silent, asked, failing, differing, lastTold, visit }) => ({
    key: facility.key,
    name: facility.name,
    region: facility.regionName,
    limits: limits.map(({ indicatorId: id, people }) => ({ id, title: title(id), people })),
    outside: named(
      outside.map(({ indicatorId: id, level }) => ({
        id,
        title: title(id),
        word: `verdict.concern.${level}` as const,
      })),
    ),
    asked: asked.map((id) => words.quietQuestion(id)?.title ?? id),
    failing,
    differing,
    silent: {
      ...named(silent.indicatorIds.map((id) => ({ id, title: title(id) }))),
      count: silent.indicatorIds.length,
      of: silent.of,
    },
    lastTold,
    isBehind: isBehind(lastTold, month),
    visit,
  }))
}

function named(all: Named['named']): Named {
  return { named: all.slice(0, mostNamed), more: Math.max(0, all.length - mostNamed) }
}
