import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Api } from './trpc/router.ts'

export type { Api }

/** What a refused or failed page knows of the reason: the id of its words, the values in them, and a reference. */
export interface Refusal {
  messageId: string
  values: Record<string, string | number>
  reference: string
}

const statuses: Record<string, number> = { BAD_REQUEST: 400, FORBIDDEN: 403, NOT_FOUND: 404, CONFLICT: 409 }
const words: Record<number, string> = {
  400: 'error.invalid',
  403: 'error.not-permitted',
  404: 'error.not-found',
  409: 'error.not-possible-now',
  500: 'error.unexpected',
}

/**
 * Asks the API as a page: one transaction for the whole question.
 *
 * @throws Response of 400, 403, 404 or 409 for a refusal, with the id of its words;
 *   of 500 for anything else, with nothing but the reference under which it was logged.
 */
export async function ask<T>(args: LoaderFunctionArgs, question: (api: Api) => Promise<T>): Promise<T> {
  try {
    return await args.context.ask(question)
  } catch (error) {
    throw refuse(error, args.context.requestId, args.context.report)
  }
}

/** The answer of a page that is not there. */
export function notFound(args: LoaderFunctionArgs): Response {
  return respond(404, args.context.requestId)
}

function refuse(error: unknown, reference: string, report: (error: unknown) => void): unknown {
  if (error instanceof Response) return error
  const status = statusOf(error)
  if (status === 500) report(error)
  return respond(status, reference, domainRefusal(error))
}

function respond(status: number, reference: string, known?: Pick<Refusal, 'messageId' | 'values'>): Response {
  const refusal: Refusal = { messageId: words[status] ?? 'error.unexpected', values: {}, ...known, reference }
  return Response.json(refusal, { status })
}

// The pages and the API are loaded by two module loaders: errors are known by their names, not by their classes.
function statusOf(error: unknown): number {
  if (!(error instanceof Error) || error.name !== 'TRPCError' || !('code' in error)) return 500
  return statuses[String(error.code)] ?? 500
}

function domainRefusal(error: unknown): Pick<Refusal, 'messageId' | 'values'> | undefined {
  const cause = error instanceof Error ? error.cause : undefined
  if (!(cause instanceof Error) || cause.name !== 'DomainError') return undefined
  const { messageId, values } = cause as Error & Pick<Refusal, 'messageId' | 'values'>
  return { messageId, values }
}
