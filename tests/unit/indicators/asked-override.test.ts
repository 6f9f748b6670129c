import { describe, expect, test } from 'vitest'
import { type Asked, readAsked } from '../../../server/domain/indicators/asked-override.ts'

const whole: Asked = {
  indicator: 'occupancy-rate',
  level: 'serious',
  place: 'country',
  facility: '',
  bound: 'above',
  value: '95',
  otherBound: '',
  otherValue: '',
  source: 'national-law',
  cited: 'Prison Act, section 4',
  from: '2026-01-01',
  until: '',
  reason: 'The act was changed',
  signedBy: 'A director general',
  signedFor: 'Ministry of Justice',
}
const faults = (change: Partial<Asked>) => {
  const read = readAsked({ ...whole, ...change })
  return 'faults' in read ? read.faults : {}
}

describe('a form that asks for a threshold', () => {
  test('is read, with its place, its ends and no last day', () => {
    expect(
      readAsked({ ...whole, place: '', facility: ' kel-01 ', otherBound: 'atMost', otherValue: '120.5' }),
    ).toMatchObject({
      given: { place: { facility: 'kel-01' }, above: 95, atMost: 120.5, atLeast: null, below: null, until: null },
    })
    expect(readAsked({ ...whole, place: 'region:north' })).toMatchObject({ given: { place: { region: 'north' } } })
  })

  test.each<[name: string, change: Partial<Asked>, faults: object]>([
    ['a number without its word', { bound: '' }, { bounds: 'bounds' }],
    ['a number with a comma', { value: '95,5' }, { bounds: 'bounds' }],
    ['no number', { value: '' }, { bounds: 'bounds' }],
    ['the same end twice', { otherBound: 'above', otherValue: '80' }, { bounds: 'bounds' }],
    ['two ends that point the same way', { otherBound: 'atLeast', otherValue: '80' }, { bounds: 'bounds.same' }],
    ['two ends with nothing between', { otherBound: 'below', otherValue: '90' }, { bounds: 'bounds.same' }],
    ['a day that the calendar has not', { from: '2026-02-30' }, { from: 'from' }],
    ['an end before the beginning', { until: '2025-12-31' }, { until: 'until' }],
    ['a last day that is none', { until: 'never' }, { until: 'until' }],
    ['a region and a facility', { place: 'region:north', facility: 'kel-01' }, { place: 'place' }],
    ['no place', { place: '' }, { place: 'place' }],
    ['a level that no country moves', { level: 'breach' }, { level: 'level' }],
    ['the name of a UN rule', { source: 'nmr-45' }, { source: 'source' }],
    [
      'a breach called within',
      { indicator: 'solitary-over-15-days', level: 'within', bound: 'atMost', value: '3' },
      { bounds: 'hard-limit' },
    ],
    [
      'nothing at all, each field by itself',
      Object.fromEntries(Object.keys(whole).map((field) => [field, ''])),
      {
        ...{
          indicator: 'indicator',
          level: 'level',
          place: 'place',
          bounds: 'bounds',
          source: 'source',
          cited: 'cited',
        },
        ...{ from: 'from', reason: 'reason', signedBy: 'signedBy', signedFor: 'signedFor' },
      },
    ],
  ])('is told of %s', (_name, change, expected) => {
    expect(faults(change)).toEqual(expected)
  })
})
