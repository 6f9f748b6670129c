import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'react-intl'
import { expect, test } from 'vitest'
import { historyOf } from '../../../app/indicators/definition.server.ts'
import { History } from '../../../app/indicators/definition.tsx'
import { readerOf } from '../../../app/reader.server.ts'
import type { Indicator } from '../../../server/domain/indicators/define.ts'
import { describeIndicator } from '../../../server/domain/indicators/describe.ts'
import { findIndicator } from '../../../server/domain/indicators/index.ts'
import { newestOf } from '../../../server/domain/indicators/versions.ts'

const reader = await readerOf(new Request('http://localhost/'))
const occupancy = findIndicator('occupancy-rate') as Indicator
const told = {
  ...reader,
  words: {
    ...reader.words,
    indicator: () => ({ ...reader.words.indicator('occupancy-rate')!, changed: { 2: 'People away are left out.' } }),
  },
}

function pageOf(all: readonly Indicator[]): string {
  const history = historyOf(describeIndicator(newestOf(all)[0]!), told)
  return renderToStaticMarkup(
    <IntlProvider locale="en" messages={reader.intl.messages as Record<string, string>}>
      <History history={history} />
    </IntlProvider>,
  )
}

test('the versions of a definition stand with their months and what changed, the newest first', () => {
  const page = pageOf([
    { ...occupancy, until: '2025-07' },
    { ...occupancy, version: 2, from: '2025-07' },
  ])
  expect(page).toMatch(
    /Version 2 \(from July 2025\).*People away are left out\..*Version 1 \(until July 2025\).*The first version/s,
  )
  expect(page).toContain('(held, places)')
})

test('one version says that nothing changed', () => {
  const page = pageOf([occupancy])
  expect(page).toContain('Nothing: one version makes the figures of all months.')
  expect(page).not.toContain('Version')
})
