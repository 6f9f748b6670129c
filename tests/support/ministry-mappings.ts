/** Mappings of the files that a ministry of the tests sends: its register, its months and its certificates. */
export const register = {
  version: 1,
  kind: 'facility-register',
  source: 'ministry',
  key: 'Code',
  otherKeys: [{ source: 'bulletin', key: 'Bulletin' }],
  fields: { name: 'Name', region: 'Region', validFrom: 'From', validTo: 'To', event: 'Event', related: 'Other' },
}

export const monthly = {
  version: 1,
  kind: 'monthly-measures',
  source: 'ministry',
  facility: { key: 'Code' },
  period: { column: 'Month' },
  measures: [
    { measure: 'pop_closing', column: 'Held' },
    { measure: 'pop_closing@sex:female', column: 'Women' },
  ],
}

export const certificates = {
  version: 1,
  kind: 'capacity-certificates',
  source: 'ministry',
  facility: { key: 'Code' },
  fields: {
    certifiedPlaces: 'Places',
    issuedBy: 'By',
    issuedOn: 'On',
    validFrom: 'From',
    validTo: 'To',
    evidenceRef: 'Evidence',
  },
}
