import { z } from 'zod'
import { listFigureColumns } from '../../../db/queries/figures.ts'
import { type FacilityNotes, listLastTold, listNotesOfMonth } from '../../../db/queries/quality-of-month.ts'
import { type Actor, can } from '../../domain/access.ts'
import { findIndicator } from '../../domain/indicators/index.ts'
import { type CellId, cellParts } from '../../domain/measures/index.ts'
import { monthAt, monthIndex } from '../../domain/period.ts'
import { headingOf, shownQuality } from '../../domain/quality/shown-quality.ts'
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

/** What the asker is told of a facility's notes: the questions, each once, how many checks do not hold, and how many counts two sources give differently. */
interface NotesTold {
  asked: string[]
  failing: number
  differing: number
}

function notesShown(found: FacilityNotes | undefined, actor: Actor): NotesTold {
  if (!found) return { asked: [], failing: 0, differing: 0 }
  const readsInspections = can(actor, 'record.read-withheld')
  const quality = { ...found, both: [], returnedAt: null }
  const { notes } = shownQuality(quality, viewOf(actor).ofFacilities, { readsInspections })
  const under = (heading: ReturnType<typeof headingOf>) => notes.filter((note) => headingOf(note) === heading)
  return {
    asked: [...new Set(under('question').map(({ checkId }) => checkId))],
    failing: under('check').length,
    // Their groups differ where they do.
    differing: under('two-sources').filter(({ cells }) =>
      cells.every((cell) => cellParts(cell as CellId).breakdown === ''),
    ).length,
  }
}
