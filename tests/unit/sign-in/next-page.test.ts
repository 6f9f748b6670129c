import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { detour, nextPage } from '../../../server/domain/sign-in/next-page.ts'

describe('the page after a detour', () => {
  test.each([
    ['/', '/'],
    ['/facilities/kel-01?month=2026-02', '/facilities/kel-01?month=2026-02'],
    ['/compare?indicator=occupancy-rate#top', '/compare?indicator=occupancy-rate'],
    ['/facilities/../rules', '/rules'],
  ])('%s is ours', (asked, next) => {
    expect(nextPage(asked)).toBe(next)
  })

  test.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    ' //evil.example',
    '/x/..//evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
    'facilities',
    '',
    '/sign-in',
    '/sign-in?next=/sign-in',
    '/sign-out',
    '/role',
    `/${'x'.repeat(3000)}`,
    null,
    undefined,
  ])('%s is none', (asked) => {
    expect(nextPage(asked)).toBeUndefined()
  })

  test('never leaves the site, whatever is asked', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.stringMatching(/^[/\\.\t a-z:@]{1,12}$/))
    fc.assert(
      fc.property(anything, (asked) => {
        const next = nextPage(asked)
        if (next !== undefined) expect(new URL(next, 'https://own.example').origin).toBe('https://own.example')
      }),
    )
  })

  test('is carried through the detour, and the first page needs no telling', () => {
    expect(detour('/sign-in', '/rules?q=a&b=c')).toBe('/sign-in?next=%2Frules%3Fq%3Da%26b%3Dc')
    expect(detour('/sign-in', '/')).toBe('/sign-in')
    expect(detour('/sign-in', '//evil.example')).toBe('/sign-in')
  })
})
