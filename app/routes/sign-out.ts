import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { act } from '../../server/caller.server.ts'

/** An address that is only visited leads back: leaving is a deed. */
export const loader = () => redirect('/')

/** Ends the session and has the browser forget what it keeps of it. */
export async function action(args: ActionFunctionArgs) {
  const cookie = await act(args, () => args.context.door.leave())
  return redirect('/sign-in', { headers: { 'Set-Cookie': cookie, 'Clear-Site-Data': '"cache", "cookies"' } })
}
