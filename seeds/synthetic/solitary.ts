import type { Chance } from './chance.ts'
import { type Sex, sexes } from './columns.ts'
import type { Cells } from './counts.ts'
import type { Traits } from './traits.ts'

/** One unbroken time in solitary; days are counted from the first day of the country's returns, the end is open. */
export interface Episode {
  person: number
  sex: Sex
  start: number
  end: number
}

/** A month as days [from, until). */
export interface Days {
  from: number
  until: number
}

/** The register of solitary in one facility: what runs, and what ended in the last 90 days. */
export interface SolitaryBook {
  episodes: Episode[]
  nextPerson: number
}

/** Adds the month's new episodes, ends those for which nobody is left, and forgets what is past. */
export function keepBook(book: SolitaryBook, days: Days, held: Cells, traits: Traits, draw: Chance): SolitaryBook {
  const kept = book.episodes.filter((episode) => episode.end > days.from - 90)
  let nextPerson = book.nextPerson
  for (const sex of sexes) {
    const starts = draw.poisson(((held[sex] ?? 0) * traits.solitaryStarts) / 100)
    for (let count = 0; count < starts; count++) {
      const start = days.from + Math.floor(draw.next() * (days.until - days.from))
      const before = kept.filter((episode) => episode.sex === sex && isOut(kept, episode, start))
      // Some come back: one in eight of those who start was there in the last 90 days.
      const known = draw.next() < 0.12 ? before.at(-1)?.person : undefined
      kept.push({ person: known ?? nextPerson++, sex, start, end: start + length(traits, draw) })
    }
    endForWantOfPeople(kept, sex, held[sex] ?? 0, days.until)
  }
  return { episodes: kept, nextPerson }
}

/** Whether the person of `episode` has been out for two days on the day `start`: a shorter break is none, and nobody is there twice at once. */
function isOut(episodes: readonly Episode[], { person }: Episode, start: number): boolean {
  return episodes.every((other) => other.person !== person || other.end + 2 < start)
}

function length(traits: Traits, draw: Chance): number {
  const isLong = draw.next() < traits.solitaryLong
  if (isLong && traits.solitaryCut) return 15
  if (isLong) return 16 + Math.floor(-10 * Math.log(1 - draw.next()))
  return Math.min(14, 1 + Math.floor(-traits.solitaryDays * Math.log(1 - draw.next())))
}

function endForWantOfPeople(episodes: Episode[], sex: Sex, held: number, until: number): void {
  const running = episodes.filter((episode) => episode.sex === sex && episode.end > until)
  for (const episode of running.slice(held)) episode.end = until
}

/** Episodes that ran on some day of the month. */
export function runningIn(book: SolitaryBook, days: Days): Episode[] {
  return book.episodes.filter((episode) => episode.start < days.until && episode.end > days.from)
}

/** How many days of the episode lie before the month's end. */
export function reached(episode: Episode, days: Days): number {
  return Math.min(episode.end, days.until) - episode.start
}

export function bySex(episodes: readonly Episode[], amount: (episode: Episode) => number = () => 1): Cells {
  const cells: Cells = { female: 0, male: 0 }
  for (const episode of episodes) cells[episode.sex]! += amount(episode)
  return cells
}

/** One episode for each person among them: the first. */
export function persons(episodes: readonly Episode[]): Episode[] {
  return [...new Map([...episodes].reverse().map((episode) => [episode.person, episode])).values()]
}
