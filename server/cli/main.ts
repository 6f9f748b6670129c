import { DomainError } from '../domain/errors.ts'
import { BadSettings, readEnv } from '../env.ts'
import { type Command, exits } from './command.ts'
import { commands } from './commands.ts'
import { refusalText } from './refusal-text.ts'

/** The same services from a terminal: `npm run daylight -- COMMAND …`. */
async function main([name = '', ...rest]: string[]): Promise<number> {
  const command = commands[name]
  if (isHelp(name) || (command && rest.some(isHelp))) {
    process.stdout.write(command ? usageOf(name, command) : usage())
    return exits.done
  }
  if (!command) {
    process.stderr.write(`${name ? `There is no command ${name}.\n` : ''}${usage()}`)
    return exits.failed
  }
  try {
    return await command.run(rest, readEnv(process.env), process)
  } catch (error) {
    // A refusal is for the reader; anything else is a bug and is shown whole.
    if (isUnknownWord(error)) process.stderr.write(`${error.message.split('. ')[0]}.\n${usageOf(name, command)}`)
    else process.stderr.write(`${isRefusal(error) ? refusalText(error) : (error as Error).stack}\n`)
    return exits.failed
  }
}

function usage(): string {
  const lines = Object.entries(commands).map(([word, command]) => `  ${word} ${command.usage}`)
  return `Usage: npm run daylight -- COMMAND …\n${lines.join('\n')}\n`
}

const usageOf = (name: string, { usage }: Command) => `Usage: npm run daylight -- ${name} ${usage}\n`

const isHelp = (word: string) => ['--help', '-h', 'help'].includes(word)

function isRefusal(error: unknown): error is Error {
  return error instanceof DomainError || error instanceof BadSettings
}

/** An option that the command does not have, or one without its value. */
function isUnknownWord(error: unknown): error is Error {
  return String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')
}

process.exitCode = await main(process.argv.slice(2))
