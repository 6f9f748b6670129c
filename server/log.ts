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

function describeError(error: unknown): DescribedError {
  // Whatever is thrown is told, an Error or not: a log that fails would turn a refusal into an outage.
  if (!(error instanceof Error))
    return { type: typeof error, message: withoutSecrets(describeThrown(error)), stack: '' }
  const { type, message = '', stack = '' } = stdSerializers.err(error)
  const cause = error.cause instanceof Error ? describeError(error.cause).message : undefined
  // Messages stand in the stack too, and their values may run over lines that look like its own.
  const places = messagesOf(error).reduce((text, one) => text.split(one).join(withoutSecrets(one)), stack)
  return { type, message: withoutSecrets(message), stack: places, ...(cause && { cause }) }
}

/** The messages of an error and of what caused it, the longest first: one may hold another. */
function messagesOf(error: Error): string[] {
  const causes = error.cause instanceof Error ? messagesOf(error.cause) : []
  return [error.message, ...causes].filter(Boolean).sort((a, b) => b.length - a.length)
}

/** What is thrown by the pages' library has a status; anything else is named by its kind alone, for it may hold anything. */
function describeThrown(thrown: unknown): string {
  const { status, statusText } = (thrown ?? {}) as { status?: unknown; statusText?: unknown }
  return typeof status === 'number' ? `${status} ${statusText ?? ''}`.trim() : 'something that is no error was thrown'
}

/** `text` without passwords in addresses and without the values of a failed query, which may be about a person. */
function withoutSecrets(text: string): string {
  return text
    .replaceAll(/:\/\/([^:@/\s]*):[^@\s]*@/g, '://$1:[secret]@')
    .replace(/\nparams: [\s\S]*$/, '\nparams: [left out]')
    .replaceAll(/((?:invalid input|invalid byte|out of range)[^"\n]*)"[\s\S]*?"/g, '$1[left out]')
}
