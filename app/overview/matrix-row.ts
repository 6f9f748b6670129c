import type { ShownReading } from '../components/reading-cell.tsx'

/** One facility in the matrix: its names, and a reading for each column. */
export interface MatrixRow {
  key: string
  name: string
  region: string | null
  readings: ShownReading[]
}
