import { expect, test } from 'vitest'
import { formulaText } from '../../../server/domain/indicators/formula-text.ts'

const share = (part: number, whole: number) => part / whole

test('a formula reads as its expression', () => {
  expect(formulaText(({ held, places }: { held: number; places: number }) => share(held, places))).toBe(
    'share(held, places)',
  )
})

test('names that a build changed are those of the definition again', () => {
  const built = ({ held: held2, places }: { held: number; places: number }) => share(held2, places - held2)
  expect(formulaText(built)).toBe('share(held, places - held)')
})

test('functions that a build numbered, because another one has their name, have their own again', () => {
  const share$1 = share
  const built = ({ held, places }: { held: number; places: number }) => share$1(held, places)
  expect(formulaText(built)).toBe('share(held, places)')
})
