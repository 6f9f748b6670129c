import { useMemo } from 'react'
import type { Unit } from '../server/domain/indicators/define.ts'
import { type Language, languages } from '../server/domain/languages.ts'
import { firstDay, type Month } from '../server/domain/period.ts'
import { useVisit } from './visit.tsx'

/** Numbers, months and days as a language writes them. Words of units and of absent values stand in the catalogues. */
export interface Format {
  /** 1234.5 → "1,234.5"; `digits` after the point at most, 1 unless said. */
  number(value: number, digits?: number): string
  /** 93.25 (of a hundred) → "93.3%". */
  percent(value: number, digits?: number): string
  /** The number of a figure in its unit: shares with their sign, everything else as a plain number. */
  figure(value: number, unit: Unit): string
  /** A difference with its sign: 1.5 → "+1.5". */
  change(value: number, digits?: number): string
  /** '2020-02' → "February 2020". */
  month(month: Month): string
  /** '2020-02' → "Feb 2020". */
  monthShort(month: Month): string
  /** '2020-02-29' → "29 February 2020". */
  day(day: string): string
  /** Two or more words as a list: "A, B and C". */
  list(words: readonly string[]): string
}

const made = new Map<Language, Format>()

/** The one formatter of a language; making one costs a hundred times more than using it. */
export function formatIn(language: Language): Format {
  const known = made.get(language)
  if (known) return known
  const format = makeFormat(languages[language].intl)
  made.set(language, format)
  return format
}

export function useFormat(): Format {
  const { language } = useVisit()
  return useMemo(() => formatIn(language), [language])
}

/** True for units whose number is written with a percent sign. */
export function isPercent(unit: Unit): boolean {
  return unit.startsWith('percent')
}

/** Units that count things: shown without a part after the point. */
const whole: readonly Unit[] = ['persons', 'orders', 'number']

function makeFormat(locale: string): Format {
  const numbers = byDigits((digits) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }))
  const percents = byDigits(
    (digits) =>
      new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits, minimumFractionDigits: digits }),
  )
  const changes = byDigits(
    (digits) => new Intl.NumberFormat(locale, { signDisplay: 'exceptZero', maximumFractionDigits: digits }),
  )
  const months = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const shortMonths = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' })
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' })
  const number = (value: number, digits = 1) => numbers(digits).format(value)
  const percent = (value: number, digits = 1) => percents(digits).format(value / 100)
  return {
    number,
    percent,
    figure: (value, unit) => (isPercent(unit) ? percent(value) : number(value, whole.includes(unit) ? 0 : 1)),
    change: (value, digits = 1) => changes(digits).format(value),
    month: (month) => months.format(atMidnight(firstDay(month))),
    monthShort: (month) => shortMonths.format(atMidnight(firstDay(month))),
    day: (day) => days.format(atMidnight(day)),
    list: (words) => lists.format(words),
  }
}

function byDigits(make: (digits: number) => Intl.NumberFormat): (digits: number) => Intl.NumberFormat {
  const formatters: Intl.NumberFormat[] = []
  return (digits) => {
    formatters[digits] ??= make(digits)
    return formatters[digits]
  }
}

function atMidnight(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}
