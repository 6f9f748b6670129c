import { parseArgs } from 'node:util'

export const usage = `Usage: npm run seed -- [--facilities N] [--months N] [--seed N] [--measures core|all] --out DIRECTORY | --load
       npm run seed -- --records DIRECTORY

Makes an invented country from one number. --out writes its files; --load takes them into the empty database of
DATA_DIR or DATABASE_URL, through the same import as any file. --records writes the records of persons and places behind the
returns of half of the demonstration's facilities, each file with the mapping that reads it.
`

/** What is to be made, and where it goes. */
export interface Asked {
  size: { facilities: number; months: number; seed: number }
  measures: 'core' | 'all'
  out?: string
  isLoaded: boolean
  records?: string
}

const options = {
  facilities: { type: 'string', default: '2000' },
  months: { type: 'string', default: '60' },
  seed: { type: 'string', default: '7' },
  measures: { type: 'string', default: 'all' },
  out: { type: 'string' },
  load: { type: 'boolean', default: false },
  records: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const

/** What was asked at the terminal; 'help'; or the fault in a sentence, where it makes no sense. */
export function readArguments(args: string[]): Asked | 'help' | { fault: string } {
  let values: ReturnType<typeof parseArgs<{ options: typeof options }>>['values']
  try {
    values = parseArgs({ args, options }).values
  } catch (error) {
    return { fault: `${(error as Error).message.split('. ')[0]}.` }
  }
  if (values.help) return 'help'
  const least = { facilities: 1, months: 1, seed: 0 }
  for (const [name, from] of Object.entries(least) as [keyof typeof least, number][])
    if (!/^\d{1,9}$/.test(values[name]) || Number(values[name]) < from)
      return { fault: `--${name} is a whole number from ${from} on, and not "${values[name]}".` }
  const { measures, out, records } = values
  if (measures !== 'core' && measures !== 'all') return { fault: `--measures is core or all, and not "${measures}".` }
  if (!out && !values.load && !records) return { fault: 'Where it goes is not said: --out, --load or --records.' }
  const size = { facilities: Number(values.facilities), months: Number(values.months), seed: Number(values.seed) }
  return { size, measures, isLoaded: values.load, ...(out && { out }), ...(records && { records }) }
}
