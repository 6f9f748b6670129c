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
