import { expect, test } from 'vitest'
import { readerOf } from '../../../app/reader.server.ts'

const { intl } = await readerOf(new Request('http://localhost/'))

test.each([
  [0, /^The register knows no facility of this month\.$/],
  [1, /^One facility: there is no other/],
  [30, /^All 30 facilities together, of unlike kinds\./],
])('of %i facilities together it is said how alike they are', (count, words) => {
  expect(intl.formatMessage({ id: 'peers.mixed' }, { count })).toMatch(words)
})
