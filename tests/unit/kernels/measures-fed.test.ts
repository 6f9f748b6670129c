import { expect, test } from 'vitest'
import { derivationOf } from '../../../server/domain/kernels/index.ts'
import { measures } from '../../../server/domain/measures/index.ts'

/** Counted from certificates, or known from returns alone: no record of events says it. */
const notFromEvents = ['capacity_certified', 'capacity_available']

test('every measure of a facility is fed by records, but for those that records cannot feed', () => {
  const unfed = measures.filter(({ id, place }) => place === 'facility' && !derivationOf(id)).map(({ id }) => id)
  expect([...unfed].sort()).toEqual([...notFromEvents].sort())
})
