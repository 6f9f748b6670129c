import type { Command } from './command.ts'
import { importCommand } from './import.ts'
import { indicatorCommand } from './indicator-command.ts'

/** Everything that can be asked at the terminal, by its word. */
export const commands: Record<string, Command> = {
  import: importCommand,
  indicator: indicatorCommand,
}
