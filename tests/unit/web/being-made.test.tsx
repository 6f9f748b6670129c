import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'react-intl'
import { expect, test } from 'vitest'
import { BeingMadeWords } from '../../../app/components/being-made.tsx'
import { readerOf } from '../../../app/reader.server.ts'
import { VisitProvider } from '../../../app/visit.tsx'

const reader = await readerOf(new Request('http://localhost/'))
const visit = { language: 'en', direction: 'ltr', theme: 'light', density: 'roomy', nonce: '', reference: '' } as const
const since = '2024-06-15T12:00:00.000Z'
type Told = Parameters<typeof BeingMadeWords>[0]['told']
const some: Told = { what: 'facilities', facilities: 2, of: 30, keys: ['a', 'b'], since, months: 'all' }

test.each<[Told, RegExp]>([
  [some, /^Figures of all months are being made anew, since .*2024.*: 2 facilities of 30 are still to come/],
  [{ ...some, facilities: 1 }, /1 facility of 30 is still to come/],
  [
    { ...some, what: 'facility', months: { from: '2023-02', to: '2023-04' } },
    /^The figures of this facility for February 2023 to April 2023 are being made anew/,
  ],
  [
    { ...some, what: 'sums', facilities: 0, months: { from: '2023-02', to: '2023-02' } },
    /^The sums of regions and of the country for February 2023 /,
  ],
])('%o', (told, words) => {
  const page = renderToStaticMarkup(
    <IntlProvider locale="en" messages={reader.intl.messages as Record<string, string>}>
      <VisitProvider value={visit}>
        <BeingMadeWords told={told} />
      </VisitProvider>
    </IntlProvider>,
  )
  expect(page.replace(/<[^>]*>/g, '')).toMatch(words)
})
