import type { MeasureWords } from './define.ts'
import type { safety } from './safety.ts'

/** What each measure of the safety section counts, in English. */
export const safetyWords: Record<(typeof safety)[number]['id'], MeasureWords> = {
  assaults_pp: { title: 'Assaults between prisoners', counts: 'Assaults between prisoners' },
  assaults_staff: { title: 'Assaults on staff', counts: 'Assaults on staff' },
  assaults_serious: {
    title: 'Serious assaults',
    counts: 'Assaults, between prisoners or on staff, that led to hospital treatment',
  },
  sexual_violence: { title: 'Sexual violence', counts: 'Reports of sexual violence' },
  force_uses: { title: 'Uses of force', counts: 'Uses of force on a person' },
  force_reported: { title: 'Force reported', counts: 'Of those, reported to the director the same day' },
  force_medical: {
    title: 'Examined after force',
    counts: 'Of the uses of force, those followed by an examination within 24 hours',
  },
  force_safeguarded: {
    title: 'Force reported and examined',
    counts:
      'Of the uses of force, those both reported to the director the same day and followed by an examination within 24 hours',
  },
  restraint_uses: { title: 'Uses of restraints', counts: 'Uses of restraint instruments, escort handcuffs excluded' },
  restraint_birth: { title: 'Restrained in birth', counts: 'Women restrained in labour, birth or straight after' },
  searches_strip: { title: 'Strip searches', counts: 'Strip searches' },
  searches_cavity: { title: 'Cavity searches', counts: 'Body-cavity searches' },
  searches_recorded: {
    title: 'Intrusive searches recorded',
    counts: 'Strip and cavity searches with a full record: reasons, authority, searchers of the proper kind and result',
  },
  searches_cell: { title: 'Cell searches', counts: 'Searches of cells' },
  searches_cell_recorded: {
    title: 'Cell searches recorded',
    counts: 'Of those, with reasons, searchers and result on record',
  },
}
