import type { FamilyWords } from './define.ts'
import type { partnershipRecords } from './partnerships.ts'

/** The English words of these record types and their fields. */
export const partnershipRecordWords: FamilyWords<typeof partnershipRecords> = {
  agreement: {
    title: 'Agreement',
    describes: 'Cooperation protocol with an outside body',
    grain: 'One row per agreement',
    fields: {
      partner_kind: { label: 'Partner kind' },
      covers_data_sharing: { label: 'Covers data sharing' },
      covers_release: { label: 'Covers release' },
      data_protection_checked: { label: 'Data protection checked' },
      signed_on: { label: 'Signed on' },
      expires_on: { label: 'Expires on' },
    },
  },
  volunteer_month: {
    title: 'Volunteers of a month',
    describes: 'Volunteers and civil society in the facility',
    grain: 'One row per facility per month',
    fields: {
      month: { label: 'Month' },
      volunteers_active: { label: 'Volunteers active' },
      volunteers_screened: { label: 'Volunteers screened' },
      volunteers_trained: { label: 'Volunteers trained' },
      volunteer_hours: { label: 'Volunteer hours' },
      organisations_active: { label: 'Organisations active' },
    },
  },
}
