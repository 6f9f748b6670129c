import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'react-intl'
import { expect, test } from 'vitest'
import { OverrideTable } from '../../../app/indicators/override-table.tsx'
import { overridesShown } from '../../../app/indicators/overrides.server.ts'
import { readerOf } from '../../../app/reader.server.ts'
import { VisitProvider } from '../../../app/visit.tsx'
import { describeIndicator } from '../../../server/domain/indicators/describe.ts'
import { findIndicator } from '../../../server/domain/indicators/index.ts'

const reader = await readerOf(new Request('http://localhost/'))
const visit = { language: 'en', direction: 'ltr', theme: 'light', density: 'roomy', nonce: '', reference: '' } as const
const own: Parameters<typeof overridesShown>[1][number] = {
  id: 'a',
  indicatorId: 'occupancy-rate',
  level: 'serious',
  above: 95,
  atLeast: null,
  below: null,
  atMost: null,
  source: 'national-law',
  cited: 'Prison Act, s. 4',
  reason: '',
  from: '2025-01-01',
  until: null,
  endedBy: null,
  signedBy: 'D. Director',
  signedFor: 'Ministry of Justice',
  place: { kind: 'country', id: 'c' },
  holds: false,
  withdrawn: { at: new Date('2025-03-04T10:00:00Z'), by: 'A. Other', why: 'The law says 94' },
}

test('a threshold that was withdrawn is drawn with who took it back, when and why', () => {
  const shown = overridesShown(
    describeIndicator(findIndicator('occupancy-rate')!),
    [own],
    { reading: undefined, month: '2025-02' },
    reader,
  )
  const page = renderToStaticMarkup(
    <IntlProvider locale="en" messages={reader.intl.messages as Record<string, string>}>
      <VisitProvider value={visit}>
        <OverrideTable shown={shown as never} month="February 2025" />
      </VisitProvider>
    </IntlProvider>,
  )
  expect(page).toMatch(/never: withdrawn on .*2025.* by A\. Other, because: The law says 94/)
  expect(page).toContain('D. Director, Ministry of Justice')
})
