import { portion } from '../chance.ts'
import type { Stay } from './custody.ts'

/** Minutes of the day at which a stay begins: courts and offices bring people between eight and seven. */
export function arrivalMinute(stay: Stay): number {
  const drawn = portion(0, stay.key, 'arrival')
  // Whoever was moved left in the morning and travelled for one to four hours.
  return stay.before ? leavingMinute(stay.before) + 60 + Math.floor(drawn * 180) : 480 + Math.floor(drawn * 640)
}

/** Minutes of the day at which a stay ends: mornings. */
export function leavingMinute(stay: Stay): number {
  return 420 + Math.floor(portion(0, stay.key, 'leaving') * 240)
}
