import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { systemActor } from '../../../server/domain/access.ts'
import {
  type Break,
  beginning,
  breakAgainst,
  breakOf,
  type Head,
  headText,
  type Seal,
  sealEntries,
  type Tail,
} from '../../../server/domain/audit/chain.ts'
import { type AuditEntry, entryOf } from '../../../server/domain/audit/entry.ts'

const chainId = 'body-1'
const digest = (text: string) => createHash('sha256').update(text).digest('hex')
const sign = (text: string) => digest(`secret ${text}`)
const verify = (keyId: string, text: string, signature: string) => keyId === 'k' && signature === sign(text)

interface Link {
  seal: Seal
  entry: AuditEntry | undefined
}

const entry: fc.Arbitrary<AuditEntry> = fc.record({
  id: fc.uuid(),
  bodyId: fc.constant(chainId),
  at: fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
  personId: fc.string(),
  role: fc.constantFrom('inspector', 'ministry-analyst'),
  assignmentId: fc.option(fc.uuid()),
  placeKind: fc.constantFrom('country', 'region', null),
  placeId: fc.option(fc.uuid()),
  action: fc.string(),
  outcome: fc.constantFrom('done', 'refused'),
  subject: fc.json(),
  reason: fc.option(fc.string()),
  requestId: fc.option(fc.string()),
})

/** Chains of one to four rounds with at least two entries in all, no entry twice. */
const chain = fc
  .array(fc.array(entry, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 })
  .filter(
    (rounds) => rounds.flat().length > 1 && new Set(rounds.flat().map((one) => one.id)).size === rounds.flat().length,
  )
  .map(sealed)

function sealed(rounds: AuditEntry[][]): Link[] {
  let tail: Tail = beginning
  return rounds.flatMap((entries, round) => {
    const sealedAt = new Date(Date.UTC(2026, 0, 1, 0, 0, round))
    const seals = sealEntries(chainId, tail, entries, { sealedAt, keyId: 'k', sign }, digest)
    tail = seals.at(-1)!
    return seals.map((seal, place) => ({ seal, entry: entries[place]! }))
  })
}

function headOf(links: Link[]): Head {
  const { sequence, hash } = links.at(-1)!.seal
  const tail = { sequence, hash }
  return { ...tail, chainId, body: 'b', keyId: 'k', signature: sign(headText(chainId, tail)) }
}

/** The first break of a chain, held against a head that was exported when it was whole. */
function firstBreak(links: readonly Link[], head?: Head): { at: number; reason: Break } | undefined {
  let tail: Tail = beginning
  for (const link of links) {
    const reason = breakOf(chainId, tail, link, digest, verify)
    if (reason) return { at: tail.sequence + 1, reason }
    tail = link.seal
  }
  if (links.at(-1)?.seal.signature === null) return { at: tail.sequence + 1, reason: 'tail-unsigned' }
  const reason = head && breakAgainst(head, tail, links[head.sequence - 1]?.seal.hash)
  return reason && { at: tail.sequence + 1, reason }
}

const placeIn = (links: readonly Link[], pick: number) => pick % links.length
const without = (links: readonly Link[], at: number) => links.filter((_, place) => place !== at)
/** What an intruder without the key does: links the entries anew, with the signatures that are at hand. */
function resealed(links: readonly Link[]): Link[] {
  let tail: Tail = beginning
  return links.map(({ seal, entry: held }) => {
    const round = { sealedAt: seal.sealedAt, keyId: seal.keyId ?? 'k', sign: () => seal.signature ?? '' }
    const [made] = sealEntries(chainId, tail, [held!], round, digest)
    tail = made!
    return { seal: made!, entry: held }
  })
}

const edits: Record<string, (held: AuditEntry) => AuditEntry> = {
  person: (held) => ({ ...held, personId: `${held.personId}x` }),
  role: (held) => ({ ...held, role: `${held.role}x` }),
  'the moment': (held) => ({ ...held, at: new Date(held.at.getTime() + 1) }),
  action: (held) => ({ ...held, action: `${held.action}x` }),
  outcome: (held) => ({ ...held, outcome: held.outcome === 'done' ? 'refused' : 'done' }),
  subject: (held) => ({ ...held, subject: `${held.subject} ` }),
  reason: (held) => ({ ...held, reason: held.reason === null ? '' : null }),
  place: (held) => ({ ...held, placeId: held.placeId === null ? 'x' : null }),
  request: (held) => ({ ...held, requestId: held.requestId === null ? '' : null }),
  assignment: (held) => ({ ...held, assignmentId: held.assignmentId === null ? 'x' : null }),
  body: (held) => ({ ...held, bodyId: 'body-2' }),
}

test('an untouched chain holds, and holds against its head', () => {
  fc.assert(
    fc.property(chain, (links) => {
      expect(firstBreak(links, headOf(links))).toBeUndefined()
    }),
  )
})

test('a chain that grew holds against an earlier head', () => {
  fc.assert(
    fc.property(chain, fc.nat(), (links, pick) => {
      const at = placeIn(links, pick)
      expect(firstBreak(links, headOf(links.slice(0, at + 1)))).toBeUndefined()
    }),
  )
})

describe('every tampering is found where it begins', () => {
  test.each(Object.entries(edits))('an edit: %s', (_name, edit) => {
    fc.assert(
      fc.property(chain, fc.nat(), (links, pick) => {
        const at = placeIn(links, pick)
        const touched = links.map((link, place) => (place === at ? { ...link, entry: edit(link.entry!) } : link))
        expect(firstBreak(touched)).toMatchObject({ at: at + 1, reason: 'altered' })
      }),
    )
  })

  test.each<[string, (seal: Seal) => Seal]>([
    ['the moment of sealing', (seal) => ({ ...seal, sealedAt: new Date(seal.sealedAt.getTime() + 1) })],
    ['the hash', (seal) => ({ ...seal, hash: digest(seal.hash) })],
    ['the signature', (seal) => ({ ...seal, signature: `${seal.signature}x` })],
    ['the key', (seal) => ({ ...seal, keyId: seal.keyId === null ? 'k' : null })],
  ])('an edit of a link: %s', (_name, edit) => {
    fc.assert(
      fc.property(chain, fc.nat(), (links, pick) => {
        const at = placeIn(links, pick)
        const touched = links.map((link, place) => (place === at ? { ...link, seal: edit(link.seal) } : link))
        expect(firstBreak(touched)?.at).toBe(at + 1)
      }),
    )
  })

  test('a deleted entry, a deleted link', () => {
    fc.assert(
      fc.property(chain, fc.nat(), (links, pick) => {
        const at = placeIn(links, pick)
        const gone = links.map((link, place) => (place === at ? { ...link, entry: undefined } : link))
        expect(firstBreak(gone)).toEqual({ at: at + 1, reason: 'entry-missing' })
        expect(firstBreak(without(links, at), headOf(links))).toBeDefined()
      }),
    )
  })

  test('two entries that changed places', () => {
    fc.assert(
      fc.property(chain, fc.nat(), (links, pick) => {
        const at = pick % (links.length - 1)
        const touched = links.map((link, place) => {
          if (place === at) return { ...link, entry: links[at + 1]!.entry }
          return place === at + 1 ? { ...link, entry: links[at]!.entry } : link
        })
        expect(firstBreak(touched)).toEqual({ at: at + 1, reason: 'altered' })
      }),
    )
  })

  test('an end that was cut off, against the exported head', () => {
    fc.assert(
      fc.property(chain, fc.nat(), (links, pick) => {
        const cut = links.slice(0, pick % links.length)
        expect(firstBreak(cut, headOf(links))?.at).toBe(cut.length + 1)
      }),
    )
  })

  test('a chain written anew without the key, after an edit, a deletion or an insertion', () => {
    fc.assert(
      fc.property(chain, entry, fc.nat(), fc.constantFrom('edit', 'delete', 'insert'), (links, foreign, pick, how) => {
        const at = placeIn(links, pick)
        const put = { seal: { ...links[at]!.seal, keyId: null, signature: null }, entry: foreign }
        const touched = {
          edit: links.map((link, place) => (place === at ? { ...link, entry: edits.action!(link.entry!) } : link)),
          delete: without(links, at),
          insert: [...links.slice(0, at), put, ...links.slice(at)],
        }[how]
        expect(firstBreak(resealed(touched), headOf(links))).toBeDefined()
      }),
    )
  })
})

test('the subject of an entry is written in one way, whatever the order of its names', () => {
  const deed = { by: systemActor, action: 'x', at: new Date(0), requestId: null }
  expect(entryOf({ ...deed, subject: { b: 1, a: 'x' } }).subject).toBe('{"a":"x","b":1}')
  expect(entryOf({ ...deed, subject: { a: 'x', b: 1 } }).subject).toBe('{"a":"x","b":1}')
})
