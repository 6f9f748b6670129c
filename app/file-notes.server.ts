import type { PageScope } from './page-scope.server.ts'
import type { Reader } from './reader.server.ts'

/** What every file with figures says where it is so: that they are a demonstration's, and that they may still change. Key and text. */
export function fileNotes({ isDemonstration, beingMade }: PageScope, { intl }: Reader): [string, string][] {
  const notes: [string, string][] = []
  if (isDemonstration) notes.push(['demonstration', intl.formatMessage({ id: 'overview.demonstration' })])
  if (beingMade) {
    const since = intl.formatDate(beingMade.since, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
    notes.push(['being_made', intl.formatMessage({ id: 'being-made.file' }, { since })])
  }
  return notes
}
