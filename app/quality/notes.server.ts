import { type CellId, cellParts } from '../../server/domain/measures/index.ts'
import { indicatorsTouched } from '../../server/domain/quality/affected.ts'
import type { ShownNote } from '../../server/domain/quality/shown-quality.ts'
import type { MessageId } from '../messages/ids.ts'
import type { Reader } from '../reader.server.ts'
import type { NoteRow } from './note-row.ts'

/** More names than this are counted, not told. */
const mostNamed = 5

/** Notes in the reader's words: what was found, what it touches, and for a question how likely chance is. */
export function noteRows(notes: readonly ShownNote[], reader: Reader): NoteRow[] {
  return notes.map((note, place) => {
    const { words } = reader
    const question = note.level === 'question' ? words.quietQuestion(note.checkId) : undefined
    const check = words.check(note.checkId)
    const counts = note.recordId === null ? [...new Set(note.cells.map((cell) => countName(cell, reader)))] : []
    const indicators = indicatorsTouched(note).map((id) => ({ id, title: words.indicator(id)?.title ?? id }))
    return {
      key: `${note.checkId} ${place}`,
      level: note.level,
      title: question?.title ?? check?.title ?? note.checkId,
      says: question?.asks ?? check?.rule ?? '',
      seen: seenIn(note, reader),
      chance: chanceOf(note, reader),
      counts: { named: counts.slice(0, mostNamed), more: Math.max(0, counts.length - mostNamed) },
      indicators: { named: indicators.slice(0, mostNamed), more: Math.max(0, indicators.length - mostNamed) },
    }
  })
}

/** 'pop_closing@sex:female' as "People at the end of the month (Female)". */
function countName(cell: string, { words }: Reader): string {
  const { measureId, breakdown } = cellParts(cell as CellId)
  const title = words.measure(measureId)?.title ?? measureId
  const [list = '', code = ''] = breakdown.split(':')
  return breakdown === '' ? title : `${title} (${words.code(list, code) ?? code})`
}

/** Questions whose found and expected are shares of values. */
const inShares = ['copied-forward', 'round-numbers', 'late-entries']

function seenIn(note: ShownNote, reader: Reader): string {
  const { intl, format, words } = reader
  const { recordId, cells, count, found, expected, months } = note
  const record = recordId === null ? '' : (words.record(recordId)?.title ?? recordId)
  if (recordId !== null && found === null) {
    const id = note.isWithheld ? 'quality.rows.withheld' : 'quality.rows'
    return intl.formatMessage({ id }, { record, count })
  }
  if (note.isWithheld || found === null || expected === null) return intl.formatMessage({ id: 'quality.withheld' })
  const write = (value: number) =>
    inShares.includes(note.checkId) ? format.percent(value * 100, 0) : format.number(value, value < 10 ? 1 : 0)
  const id: MessageId =
    note.level === 'question' ? (`quality.seen.${note.checkId}` as 'quality.seen.zero-run') : 'quality.compared'
  const values = {
    found: write(found),
    expected: write(expected),
    months: months ?? 1,
    record,
    what: (cells[0] ?? '').replace('.', '_'),
  }
  return intl.formatMessage({ id }, values)
}

const aMillion = 1e6

function chanceOf({ probability }: ShownNote, { intl, format }: Reader): string | null {
  if (probability === null) return null
  if (probability * aMillion < 1) return intl.formatMessage({ id: 'quality.chance.rare' })
  const times = Number((1 / probability).toPrecision(2))
  return intl.formatMessage({ id: 'quality.chance' }, { times: format.number(times, 0) })
}
