import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { act } from '../../server/caller.server.ts'
import { nextPage } from '../../server/domain/sign-in/next-page.ts'
import { settingCookies } from '../sign-in/attempt.server.ts'

/** Where the provider of the single sign-on sends somebody back to. */
export async function loader(args: LoaderFunctionArgs) {
  const query = Object.fromEntries(new URL(args.request.url).searchParams)
  const { to, cookies } = await act(args, () => args.context.entrance.finishSingleSignOn(query))
  return redirect(nextPage(to) ?? '/home', { headers: settingCookies(cookies) })
}

/** Never drawn: it leads on, or its refusal is a page of words. */
export default function Return() {
  return null
}
