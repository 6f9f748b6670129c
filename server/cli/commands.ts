import { auditCommand } from './audit-command.ts'
import { catalogueCommand } from './catalogue-command.ts'
import type { Command } from './command.ts'
import { coverageCommand } from './coverage-command.ts'
import { importCommand } from './import.ts'
import { indicatorCommand } from './indicator-command.ts'
import { keysCommand } from './keys-command.ts'
import { recomputeCommand } from './recompute-command.ts'
import { retentionCommand } from './retention-command.ts'
import { thresholdsCommand } from './thresholds-command.ts'
import { usersCommand } from './users-command.ts'
import { verifyCommand } from './verify-command.ts'

/** Everything that can be asked at the terminal, by its word. */
export const commands: Record<string, Command> = {
  audit: auditCommand,
  catalogue: catalogueCommand,
  coverage: coverageCommand,
  import: importCommand,
  indicator: indicatorCommand,
  keys: keysCommand,
  recompute: recomputeCommand,
  retention: retentionCommand,
  thresholds: thresholdsCommand,
  users: usersCommand,
  verify: verifyCommand,
}
