import { expect, test } from 'vitest'
import type { ShownNote } from '../../../server/domain/quality/shown-quality.ts'
import { notesTold } from '../../../server/domain/questions/notes-told.ts'

const note = (checkId: string, level: ShownNote['level'], cells: string[]): ShownNote => ({
  ...{ checkId, level, cells, recordId: null, count: 1, found: null, expected: null, probability: null, months: null },
  isWithheld: false,
})

test('questions are told once each, checks are counted, and what two sources give is no check', () => {
  const notes = [
    note('zero-run', 'question', ['force_uses']),
    note('zero-run', 'question', ['complaints_received']),
    note('late-entries', 'question', ['pop_closing']),
    note('X02', 'error', ['pop_opening', 'pop_closing']),
    note('X32', 'warning', ['visits_done']),
    note('X32', 'warning', ['visits_done@sex:female']),
    note('X32', 'warning', ['force_uses']),
  ]
  expect(notesTold(notes)).toEqual({ asked: ['zero-run', 'late-entries'], failing: 1, differing: 2 })
})

test('of a facility without notes nothing is told', () => {
  expect(notesTold([])).toEqual({ asked: [], failing: 0, differing: 0 })
})
