import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { act } from '../../server/caller.server.ts'
import { nextPage } from '../../server/domain/sign-in/next-page.ts'
import { settingCookies } from '../sign-in/attempt.server.ts'

/** The question to a passkey that is to enter. */
export async function loader(args: LoaderFunctionArgs) {
  const { question, cookies } = await act(args, () => args.context.entrance.askForPasskey())
  return Response.json(question, { headers: settingCookies(cookies) })
}

/** The answer of a passkey: enters, and says where to go on. */
export async function action(args: ActionFunctionArgs) {
  const sent: unknown = await args.request.json().catch(() => null)
  const response = typeof sent === 'object' && sent && 'response' in sent ? sent.response : {}
  const { cookies } = await act(args, () => args.context.entrance.enterByPasskey(response as Record<string, unknown>))
  const to = nextPage(new URL(args.request.url).searchParams.get('next')) ?? '/home'
  return Response.json({ to }, { headers: settingCookies(cookies) })
}
