import { expect, test } from 'vitest'
import { catalogueFaults, describeFault } from '../../../server/domain/check-catalogue.ts'

test('nothing is wrong with the definitions', () => {
  expect(catalogueFaults().map(describeFault)).toEqual([])
})
