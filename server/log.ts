import { type DestinationStream, destination, type LogFn, type Logger, pino, stdSerializers } from 'pino'

export type Log = Logger

const secret = ['password', 'databaseUrl', 'adminUrl', 'authorization', 'cookie', 'token', 'secret']

/**
 * The only writer of logs: one JSON object a line, on standard error, so that standard output stays for the reader.
 * Known secrets are cut out by name, and passwords in addresses and the values of failed queries by their form.
 */
export function openLog(level: string, to: DestinationStream = destination(2)): Log {
  const paths = secret.flatMap((name) => [name, `*.${name}`, `*.*.${name}`])
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths, censor: '[secret]' },
      serializers: { err: describeError },
      hooks: { logMethod: sayWithoutSecrets },
    },
    to,
  )
}

interface DescribedError {
  type: string
  message: string
  stack: string
  cause?: string
}

/** Without words of its own an entry would repeat the error's message, secrets and all. */
function sayWithoutSecrets(this: Logger, given: Parameters<LogFn>, method: LogFn) {
  const [first, ...rest] = given as [unknown, ...unknown[]]
  const error = first instanceof Error ? first : (first as { err?: unknown } | null)?.err
  const words = rest.length > 0 || !(error instanceof Error) ? rest : [withoutSecrets(error.message)]
  method.apply(this, [first instanceof Error ? { err: first } : first, ...words] as Parameters<LogFn>)
}

function describeError(error: Error): DescribedError {
  const { type, message, stack } = stdSerializers.err(error)
  const cause = error.cause instanceof Error ? describeError(error.cause).message : undefined
  return { type, message: withoutSecrets(message), stack: withoutSecrets(stack), ...(cause && { cause }) }
}

/** `text` without passwords in addresses and without the values of a failed query, which may be about a person. */
function withoutSecrets(text: string): string {
  return text
    .replaceAll(/:\/\/([^:@/\s]*):[^@\s]*@/g, '://$1:[secret]@')
    .replaceAll(/\nparams: .*/g, '\nparams: [left out]')
}
