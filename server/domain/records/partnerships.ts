import { code, count, day, decimal, month, optional, record, yesNo } from './define.ts'

/** Agreements with outside bodies, and volunteers. */
export const partnershipRecords = [
  record({
    id: 'agreement',
    madeOf: ['events', 'returns'],
    level: 'facility',
    unique: ['partner_kind', 'signed_on'],
    fields: {
      partner_kind: code('agency_kind'),
      covers_data_sharing: yesNo(),
      covers_release: yesNo(),
      data_protection_checked: optional(yesNo()),
      signed_on: day(),
      expires_on: optional(day()),
    },
    inOrder: [['signed_on', 'expires_on']],
  }),
  record({
    id: 'volunteer_month',
    madeOf: ['events', 'returns'],
    level: 'facility',
    unique: ['month'],
    fields: {
      month: month(),
      volunteers_active: count(),
      volunteers_screened: count(),
      volunteers_trained: count(),
      volunteer_hours: optional(decimal({ atLeast: 0 })),
      organisations_active: count(),
    },
  }),
]
