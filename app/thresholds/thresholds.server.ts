import type { ActionFunctionArgs } from '@remix-run/node'
import type { Api } from '../../server/caller.server.ts'
import { type Asked, askedFields, readAsked } from '../../server/domain/indicators/asked-override.ts'
import { findIndicator, indicators } from '../../server/domain/indicators/index.ts'
import { overrideSources, thresholdOf } from '../../server/domain/indicators/override.ts'
import { parseDay } from '../../server/domain/period.ts'
import { sourceKind } from '../../server/domain/sources/index.ts'
import { attempt, type Refused } from '../administration/deed.server.ts'
import { isPercent } from '../format.ts'
import { boundsOf } from '../indicators/definition.server.ts'
import type { MessageId } from '../messages/ids.ts'
import type { Reader } from '../reader.server.ts'
import type { Fault } from './field.tsx'

export type Listed = Awaited<ReturnType<Api['thresholds']['list']>>['thresholds'][number]

/** What a form was refused for, field by field, with what was typed into it. */
export interface Faulty {
  faults: Record<string, Fault>
  typed: Record<string, string>
}

/** A threshold in the reader's words. */
export function shownThreshold(one: Listed, reader: Reader) {
  const { intl, words } = reader
  const unit = findIndicator(one.indicatorId)?.unit ?? 'number'
  return {
    ...one,
    withdrawn: one.withdrawn && { ...one.withdrawn, at: one.withdrawn.at.toISOString().slice(0, 10) },
    title: words.indicator(one.indicatorId)?.title ?? one.indicatorId,
    bounds: boundsOf(thresholdOf(one), unit, reader),
    unit: isPercent(unit) ? '' : intl.formatMessage({ id: `unit.${unit}` }, { count: 2 }),
    sourceName: words.source(one.source),
    placeName:
      one.place.kind === 'country'
        ? intl.formatMessage({ id: 'threshold.place.country' })
        : (one.place.name ?? one.place.key ?? one.place.id),
  }
}

/** What can be chosen in the form: every indicator with its unit, and every source that a country may name. */
export function choicesOf({ intl, words }: Reader) {
  const option = (value: string, label: string) => ({ value, label })
  return {
    indicators: indicators
      .map(({ id, unit }) => {
        const named = {
          title: words.indicator(id)?.title ?? id,
          unit: intl.formatMessage({ id: `unit.${unit}` }, { count: 2 }),
        }
        return option(id, intl.formatMessage({ id: 'threshold.indicator.choice' }, named))
      })
      .toSorted((a, b) => a.label.localeCompare(b.label, intl.locale)),
    sources: overrideSources.map((id) => {
      const [kind, name] = [intl.formatMessage({ id: `source.${sourceKind(id)}` }), words.source(id) ?? id]
      return option(id, kind === name ? name : intl.formatMessage({ id: 'threshold.source.choice' }, { kind, name }))
    }),
  }
}

/** The fields of a form as those of a threshold that is to be replaced. */
export function typedOf(one: Listed): Partial<Asked> {
  const ends = (['above', 'atLeast', 'below', 'atMost'] as const).filter((name) => one[name] !== null)
  const [first, second] = ends
  const { kind, key = '' } = one.place
  return {
    indicator: one.indicatorId,
    level: one.level,
    place: kind === 'region' ? `region:${key}` : kind === 'country' ? 'country' : '',
    facility: kind === 'facility' ? key : '',
    ...(first && { bound: first, value: String(one[first]) }),
    ...(second && { otherBound: second, otherValue: String(one[second]) }),
    source: one.source,
    cited: one.cited,
    signedFor: one.signedFor,
  }
}

type Typed = Record<string, string | undefined>

/** Sets what a form asks for; what is to be mended comes back at its fields. */
export async function setAsked(args: ActionFunctionArgs, typed: Typed): Promise<Response> {
  const asked = Object.fromEntries(askedFields.map((field) => [field, typed[field] ?? ''])) as Asked
  const read = readAsked(asked)
  if ('faults' in read) {
    const faults = Object.entries(read.faults).map(([field, words]) => [field, { words: faultWords(words) }])
    return faulty(Object.fromEntries(faults), asked)
  }
  const answer = await attempt(args, 'threshold-set', (api) => api.thresholds.set(read.given))
  return atField(answer, asked)
}

const faultWords = (words: string) =>
  (words === 'hard-limit' ? 'threshold.hard-limit' : `threshold.fault.${words}`) as MessageId

/** Where a refusal that only the register or the other thresholds could give is told. */
const refusedAt: Partial<Record<string, string>> = {
  'threshold.overlap': 'from',
  'facility.none': 'facility',
  'region.none': 'place',
}

async function atField(answer: Response, typed: Record<string, string>): Promise<Response> {
  if (answer.status < 400) return answer
  const { refusal } = (await answer.clone().json()) as Refused
  const field = refusedAt[refusal.messageId]
  if (!field) return answer
  return faulty({ [field]: { words: refusal.messageId as MessageId, values: refusal.values } }, typed)
}

/** Ends a threshold on a day that was typed. */
export function endAsked(args: ActionFunctionArgs, { id = '', on = '', signedBy = '' }: Typed) {
  const day = parseDay(on)
  const faults = {
    ...(!day && { on: { words: 'threshold.fault.on' } }),
    ...(signedBy.trim() === '' && { signedBy: { words: 'threshold.fault.signedBy' } }),
  } as Record<string, Fault>
  if (!day || Object.keys(faults).length > 0) return faulty(faults, { on, signedBy })
  return attempt(args, 'threshold-ended', (api) => api.thresholds.end({ id, on: day, signedBy }))
}

/** Withdraws a threshold for a reason that was typed. */
export function withdrawAsked(args: ActionFunctionArgs, { id = '', why = '', signedBy = '' }: Typed) {
  const faults = {
    ...(why.trim() === '' && { why: { words: 'threshold.fault.reason' } }),
    ...(signedBy.trim() === '' && { signedBy: { words: 'threshold.fault.signedBy' } }),
  } as Record<string, Fault>
  if (Object.keys(faults).length > 0) return faulty(faults, { why, signedBy })
  return attempt(args, 'threshold-withdrawn', (api) => api.thresholds.withdraw({ id, why, signedBy }))
}

function faulty(faults: Faulty['faults'], typed: Faulty['typed']): Response {
  return Response.json({ faults, typed } satisfies Faulty, { status: 400 })
}
