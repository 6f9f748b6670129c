import { headlines } from '../../server/domain/indicators/headlines.ts'
import { addMonths, type Month } from '../../server/domain/period.ts'
import type { Api } from '../../server/trpc/router.ts'

/** What the three heaviest pages ask the API, as their loaders do. */
export const pageQuestions = {
  overview: (api: Api, month: Month) =>
    Promise.all([
      api.indicators.breaches({ month }),
      api.indicators.series({
        place: { country: true },
        indicators: [...headlines],
        from: addMonths(month, -12),
        to: month,
      }),
      api.indicators.matrix({ month, indicators: [...headlines] }),
    ]),
  compare: (api: Api, month: Month) => api.indicators.compare({ indicator: 'occupancy-rate', month }),
  profile: (api: Api, month: Month, facility: string) =>
    Promise.all([
      api.facilities.get({ facility, month }),
      api.indicators.series({ place: { facility }, from: addMonths(month, -12), to: month }),
      api.indicators.series({ place: { country: true }, from: month, to: month }),
    ]),
} satisfies Record<string, (api: Api, month: Month, facility: string) => Promise<unknown>>
