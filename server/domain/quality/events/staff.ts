import { monthStart } from '../../kernels/columns.ts'
import type { Facility } from '../../kernels/facility.ts'
import { type EventCheck, eachOwn } from './define.ts'

/** Source of both: the catalogue, check X31. */
const mostOfFunded = 1.2
const mostChange = 0.15
/** Of fewer posts one person who comes or goes is more than 15 %; a choice. */
const fewestForChange = 20

const officers = (month: string, fte: number, given: Readonly<Record<string, string | number>> = {}) => ({
  month,
  category: 'custodial',
  sex: 'male',
  posts_funded: 120,
  fte_in_post: fte,
  ...given,
})

/** More people in post than 1.2 times the posts that are funded, and a category that changed by over 15 % within a month. */
export const staffOnRecord: EventCheck = {
  id: 'X31',
  needs: ['staff_month'],
  find: (facility, see) => {
    for (const { rows, month, funded, inPost, before } of monthsOfStaff(facility)) {
      const isTooMany = inPost > mostOfFunded * funded
      const isStep =
        before !== undefined && before >= fewestForChange && Math.abs(inPost - before) > mostChange * before
      if (isTooMany || isStep) for (const row of rows) see('staff_month', row, monthStart(month))
    }
  },
  examples: [
    { given: { staff_month: [officers('2025-02', 110), officers('2025-03', 118)] }, finds: {} },
    { given: { staff_month: [officers('2025-02', 146), officers('2025-03', 146)] }, finds: { staff_month: 1 } },
    { given: { staff_month: [officers('2025-02', 110), officers('2025-03', 90)] }, finds: { staff_month: 1 } },
    // Women and men together went from 120 to 118.
    {
      given: {
        staff_month: [
          officers('2025-02', 100),
          officers('2025-02', 20, { sex: 'female' }),
          officers('2025-03', 90),
          officers('2025-03', 28, { sex: 'female' }),
        ],
      },
      finds: {},
    },
    // Three nurses of whom one left.
    {
      given: {
        staff_month: [officers('2025-02', 3, { category: 'nurse' }), officers('2025-03', 2, { category: 'nurse' })],
      },
      finds: {},
    },
  ],
}

interface StaffMonth {
  rows: number[]
  month: number
  funded: number
  inPost: number
  before: number | undefined
}

/** Each category in each month, both sexes together, with those in post the month before. */
function monthsOfStaff(facility: Facility): StaffMonth[] {
  const read = (field: string) => facility.column('staff_month', field)
  const [month, category, posts, fte] = [read('month'), read('category'), read('posts_funded'), read('fte_in_post')]
  const found = new Map<string, StaffMonth & { kind: number }>()
  eachOwn(facility, 'staff_month', (row) => {
    const key = `${month[row]} ${category[row]}`
    const empty = { rows: [], month: month[row]!, kind: category[row]!, funded: 0, inPost: 0, before: undefined }
    const known = found.get(key) ?? empty
    found.set(key, known)
    known.rows.push(row)
    known.funded += posts[row]!
    known.inPost += fte[row]!
  })
  return [...found.values()].map((one) => ({ ...one, before: found.get(`${one.month - 1} ${one.kind}`)?.inPost }))
}
