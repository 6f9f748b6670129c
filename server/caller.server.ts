import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { detour } from './domain/sign-in/next-page.ts'
import type { DemonstrationAccount } from './services/demonstration-accounts.ts'
import type { Api } from './trpc/router.ts'

export type { Entrance } from './auth/entrance.ts'
export type { Api, DemonstrationAccount }

/** What a page can do about its visitor's session; cookies are given as values of `Set-Cookie`. */
export interface Door {
  /** The accounts that a demonstration offers to everybody; none in a real installation. */
  demonstrationAccounts(): Promise<DemonstrationAccount[]>
  /** Enters one of them, leaving the session before. */
  enterDemonstration(personId: string): Promise<string>
  /** From the next request on the session acts in another of the visitor's roles, under another token. */
  chooseRole(assignmentId: string): Promise<string>
  /** Ends the session. */
  leave(): Promise<string>
}

/** What a refused or failed page knows of the reason: the id of its words, the values in them, and a reference. */
export interface Refusal {
  /** The status of the answer that tells it. */
  status: number
  messageId: string
  values: Record<string, string | number>
  reference: string
}

/** Codes of the API and of the domain itself. */
const statuses: Record<string, number> = {
  ...{ BAD_REQUEST: 400, FORBIDDEN: 403, NOT_FOUND: 404, CONFLICT: 409 },
  ...{ INVALID: 400, NOT_PERMITTED: 403, NOT_POSSIBLE_NOW: 409 },
}
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
 * @throws Response of 400, 403, 404, 409 or 429 for a refusal, with the id of its words;
 *   of 500 for anything else, with nothing but the reference under which it was logged.
 */
export async function ask<T>(args: LoaderFunctionArgs, question: (api: Api) => Promise<T>): Promise<T> {
  const detoured = detourOf(args)
  if (detoured) throw redirect(detoured)
  return act(args, () => args.context.ask(question))
}

/** Where a visitor goes who has not signed in, or whose session lacks something, before any page is shown. */
function detourOf({ request, context }: LoaderFunctionArgs): string | undefined {
  const { signedIn, isUnknown } = context.visitor
  if (isUnknown || (signedIn && !signedIn.lacks)) return undefined
  const { pathname, search } = new URL(request.url)
  const next = request.method === 'GET' ? pathname + search : undefined
  return detour(detours[signedIn?.lacks ?? 'session'], next)
}

const detours = { session: '/sign-in', role: '/role', 'second-factor': '/account/second-factor' }

/** Does something for a page; what is refused or fails becomes a Response, as for `ask`. */
export async function act<T>(args: LoaderFunctionArgs, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
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
  // What a role does not include is not there for it.
  if (isNotIncluded(error)) return respond(404, reference)
  const known = domainRefusal(error)
  return respond(known?.values.seconds === undefined ? status : 429, reference, known)
}

function respond(status: number, reference: string, known?: Pick<Refusal, 'messageId' | 'values'>): Response {
  const refusal: Refusal = { status, messageId: words[status] ?? 'error.unexpected', values: {}, ...known, reference }
  const { seconds } = refusal.values
  return Response.json(refusal, { status, ...(seconds && { headers: { 'Retry-After': String(seconds) } }) })
}

// The pages and the API are loaded by two module loaders: errors are known by their names, not by their classes.
function statusOf(error: unknown): number {
  if (!(error instanceof Error) || !['TRPCError', 'DomainError'].includes(error.name) || !('code' in error)) return 500
  return statuses[String(error.code)] ?? 500
}

function isNotIncluded(error: unknown): boolean {
  return domainRefusal(error)?.messageId === 'error.not-permitted'
}

function domainRefusal(error: unknown): Pick<Refusal, 'messageId' | 'values'> | undefined {
  const cause = error instanceof Error && error.name === 'TRPCError' ? error.cause : error
  if (!(cause instanceof Error) || cause.name !== 'DomainError') return undefined
  const { messageId, values } = cause as Error & Pick<Refusal, 'messageId' | 'values'>
  return { messageId, values }
}
