import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'react-intl'
import { expect, test } from 'vitest'
import { FigureParts } from '../../../app/components/figure-value.tsx'
import { preferencesOf } from '../../../app/preferences.ts'
import { readerOf } from '../../../app/reader.server.ts'
import { VisitProvider } from '../../../app/visit.tsx'

const { intl } = await readerOf(new Request('http://localhost/'))
const visit = { ...preferencesOf(new Headers()), nonce: '', reference: '' }

test.each([
  ['a share: its two counts', { value: 0, numerator: 0, denominator: 40, unit: 'percent' }, '0 of 40'],
  ['days for each of many: its two counts', { value: 20, numerator: 800, denominator: 40, unit: 'days' }, '800 ÷ 40'],
  [
    'people for each of many: no part of them',
    { value: 7.5, numerator: 30, denominator: 4, unit: 'persons-per-toilet' },
    '30 ÷ 4',
  ],
  [
    'a long sum: without a part after the point',
    { value: 2.5, numerator: 2500.4, denominator: 1000.16, unit: 'days' },
    '2,500 ÷ 1,000',
  ],
  [
    'events for each thousand',
    { value: 2, numerator: 4, denominator: 2000, unit: 'per-1000-person-days' },
    '4 in 2,000',
  ],
  [
    'a middle of many: their number, of which it is no part',
    { value: 7, numerator: 7, denominator: 613, unit: 'days' },
    'from 613 cases',
  ],
] as const)('behind %s', (_name, figure, words) => {
  const page = renderToStaticMarkup(
    <IntlProvider locale="en" messages={intl.messages as Record<string, string>}>
      <VisitProvider value={visit}>
        <FigureParts {...figure} />
      </VisitProvider>
    </IntlProvider>,
  )
  expect(page).toBe(words)
})
