import { describe, expect, test } from 'vitest'
import { type Actor, describeRole, roles } from '../../../server/domain/access.ts'
import { viewOf } from '../../../server/domain/suppression/view.ts'

const rolesOf = (...bodies: (string | null)[]) => roles.filter((role) => bodies.includes(describeRole(role).body))
const some: Actor['facilities'] = ['a', 'b', 'c', 'd']

describe('what of the figures a reader sees', () => {
  test.each(rolesOf('inspectorate', 'npm'))(
    '%s of the whole country sees all, and of some facilities no country less two',
    (role) => {
      expect(viewOf({ role, facilities: 'all' })).toMatchObject({ ofCountry: 'all', fewestInCountry: 0 })
      expect(viewOf({ role, facilities: some })).toEqual({
        ofFacilities: 'all',
        ofRegions: 'all',
        ofCountry: 'protected',
        fewestInCountry: 6,
      })
    },
  )

  const ofAdministration = rolesOf('administration')
  const atFacility = ofAdministration.filter((role) => describeRole(role).places.includes('facility'))

  test.each(atFacility)('%s sees the own figures, and of the country no sum with fewer than two others', (role) => {
    expect(viewOf({ role, facilities: ['a'] })).toMatchObject({
      ofFacilities: 'all',
      ofCountry: 'protected',
      fewestInCountry: 3,
    })
  })

  test.each(ofAdministration.filter((role) => !atFacility.includes(role)))(
    '%s sees no small count anywhere',
    (role) => {
      for (const facilities of ['all', some] as const)
        expect(viewOf({ role, facilities })).toMatchObject({
          ofFacilities: 'protected',
          ofRegions: 'protected',
          ofCountry: 'protected',
        })
    },
  )

  test('whoever is of no body sees none', () => {
    expect(viewOf({ role: 'public', facilities: [] })).toMatchObject({
      ofFacilities: 'nothing',
      ofRegions: 'nothing',
      ofCountry: 'nothing',
    })
  })
})
