import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { longestPassword, passwordFault, shortestPassword } from '../../../server/domain/sign-in/password.ts'

describe('a new password', () => {
  test.each([
    ['', 'too-short'],
    ['elevensigns', 'too-short'],
    ['🔑🔑🔑🔑🔑🔑', 'too-short'],
    ['x'.repeat(10_000_000), 'too-long'],
    ['tin kettle under blue moss\0', 'control'],
    ['tin kettle\nunder blue moss', 'control'],
    ['aaaaaaaaaaaaaaaa', 'common'],
    ['abcabcabcabcabc', 'common'],
    ['Password12345!', 'common'],
    ['P@$$w0rd2024!!', 'common'],
    ['passwordpassword', 'common'],
    ['qwertyuiop123', 'common'],
    ['abcdefghijkl', 'common'],
    ['098765432109', 'common'],
    ['Summer2025!!!!', 'common'],
    ['Prison-Warden-1', 'common'],
    // Written in full-width letters it is the same word.
    ['ｐａｓｓｗｏｒｄ１２３４', 'common'],
    ['Rosalind.2025!', 'about-you'],
  ])('%.20s is refused: %s', (password, fault) => {
    expect(passwordFault(password, ['rosalind@example.org', 'Rosalind Ferrar'])).toBe(fault)
  })

  test.each(['correct horse battery staple', 'tin kettle under blue moss', 'пять синих лодок у моста', 'Gq7#vLp2zR9x'])(
    '%s may be used',
    (password) => {
      expect(passwordFault(password, ['rosalind@example.org'])).toBeUndefined()
    },
  )

  test('is judged by its length alone before anything else, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: shortestPassword - 1 }), (text) => {
        fc.pre([...text.normalize('NFKC').toLowerCase()].length < shortestPassword)
        expect(passwordFault(text)).toBe('too-short')
      }),
    )
    expect(passwordFault('ab'.repeat(longestPassword))).toBe('too-long')
  })
})
