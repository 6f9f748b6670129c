import { z } from 'zod'
import { listFigureColumns } from '../../../db/queries/figures.ts'
import { type FacilityNotes, listLastTold, listNotesOfMonth } from '../../../db/queries/quality-of-month.ts'
import { type Actor, can } from '../../domain/access.ts'
import { findIndicator } from '../../domain/indicators/index.ts'
import { monthAt, monthIndex } from '../../domain/period.ts'
import { shownQuality } from '../../domain/quality/shown-quality.ts'
import { type NotesTold, notesTold } from '../../domain/questions/notes-told.ts'
import { lookedAtIn, raisedBy } from '../../domain/questions/raised.ts'
import { viewOf } from '../../domain/suppression/view.ts'
import { permitted, router } from '../init.ts'
import { key, month } from '../inputs.ts'
import { mustFindRegion, openFacilitiesIn } from '../places.ts'
import { readColumn } from '../read-column.ts'

/** How long ago somebody from outside came: read beside the questions, and itself none of them. */
const visited = findIndicator('external-visit-recency')!

/** What figures ask about. */
export const questions = router({
  /**
   * The facilities (of a region) in register order, each with what its figures of a month ask about: people beyond hard limits,
   * figures outside their target by more than chance, what was not sent, checks and questions, and how old all of it is.
   */
  raised: permitted('measure.read')
    .input(z.strictObject({ month, region: key.optional() }))
    .query(async ({ ctx, input }) => {
      const region = input.region ? await mustFindRegion(ctx, input.region, input.month) : undefined
      const facilities = await openFacilitiesIn(ctx, input.month, region?.below)
      const at = monthIndex(input.month)
      const lookedAt = lookedAtIn(at, facilities.length)
      const { tx, actor } = ctx
      const ids = [...lookedAt, visited].map(({ id }) => id)
      const [figures, notes, lastTold] = await Promise.all([
        listFigureColumns(tx, actor.facilities, { indicatorIds: ids, month: at }, viewOf(actor).ofFacilities),
        listNotesOfMonth(tx, actor.facilities, input.month),
        listLastTold(tx, actor.facilities, input.month),
      ])
      const columns = lookedAt.map((definition) => {
        const column = readColumn(definition, figures)
        return { definition, readings: facilities.map(({ id }) => column.readingOf(id)) }
      })
      const visits = readColumn(visited, figures)
      const noted = new Map(notes.map((one) => [one.facilityId, one]))
      return {
        lookedAt: lookedAt.map(({ id }) => id),
        facilities: raisedBy(columns).map((raised, place) => {
          const { id, ...facility } = facilities[place]!
          const told = lastTold.get(id)
          return {
            facility,
            ...raised,
            ...notesShown(noted.get(id), actor),
            lastTold: told === undefined ? undefined : monthAt(told),
            visit: visits.readingOf(id).figure,
          }
        }),
      }
    }),
})

/** The notes on a facility's month as the asker is shown them; of a facility without any there is nothing to say. */
function notesShown(found: FacilityNotes | undefined, actor: Actor): NotesTold {
  if (!found) return notesTold([])
  const quality = { ...found, both: [], returnedAt: null }
  const readsInspections = can(actor, 'record.read-withheld')
  return notesTold(shownQuality(quality, viewOf(actor).ofFacilities, { readsInspections }).notes)
}
