import { expect, test } from 'vitest'
import { chosenIn, preferencesOf } from '../../../app/preferences.ts'

const withCookie = (cookie: string) => preferencesOf(new Headers({ cookie }))

test('a reader who chose nothing reads English, in its direction, as the computer has it', () => {
  expect(preferencesOf(new Headers())).toEqual({
    language: 'en',
    direction: 'ltr',
    theme: 'auto',
    density: 'roomy',
  })
})

test('cookies carry the choice, and a value that does not exist is the default', () => {
  expect(withCookie('a=b; lang=en-XA; dir=rtl; theme=dark; density=close')).toEqual({
    language: 'en-XA',
    direction: 'rtl',
    theme: 'dark',
    density: 'close',
  })
  expect(withCookie('lang=toString; dir=up; theme=<script>; density=none')).toEqual({
    language: 'en',
    direction: 'ltr',
    theme: 'auto',
    density: 'roomy',
  })
})

test('a choice in the URL becomes a cookie, and leads to the same page without it', () => {
  const chosen = chosenIn(new URL('http://localhost/compare?month=2020-02&theme=dark&dir=rtl&density=close'))
  expect(chosen?.location).toBe('/compare?month=2020-02')
  expect(chosen?.cookies.map((cookie) => cookie.split(';')[0])).toEqual(['dir=rtl', 'theme=dark', 'density=close'])
})

test('a URL without a choice is left alone, and a choice that does not exist is dropped', () => {
  expect(chosenIn(new URL('http://localhost/?month=2020-02'))).toBeUndefined()
  expect(chosenIn(new URL('http://localhost/?theme=pink'))).toEqual({ cookies: [], location: '/' })
})
