import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { act } from '../../server/caller.server.ts'
import { settingCookies } from '../sign-in/attempt.server.ts'

/** The question to a device that is to make a passkey. */
export async function loader(args: LoaderFunctionArgs) {
  const { question, cookies } = await act(args, () => args.context.entrance.askForNewPasskey())
  return Response.json(question, { headers: settingCookies(cookies) })
}

/** Keeps the passkey that the device has made. */
export async function action(args: ActionFunctionArgs) {
  const sent = (await args.request.json().catch(() => null)) as { response?: unknown; name?: unknown } | null
  const made = { response: sent?.response, name: typeof sent?.name === 'string' ? sent.name : '' }
  await act(args, () => args.context.entrance.addPasskey(made))
  return Response.json({ to: '/account?done=passkey' })
}
