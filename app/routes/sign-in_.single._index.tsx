import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { act } from '../../server/caller.server.ts'
import { nextPage } from '../../server/domain/sign-in/next-page.ts'
import { settingCookies } from '../sign-in/attempt.server.ts'

/** Leads to the provider of the single sign-on: by a link, for no form may lead out of this site. */
export async function loader(args: LoaderFunctionArgs) {
  const next = nextPage(new URL(args.request.url).searchParams.get('next'))
  const { to, cookies } = await act(args, () => args.context.entrance.beginSingleSignOn(next))
  return redirect(to, { headers: settingCookies(cookies) })
}

/** Never drawn: it leads on, or its refusal is a page of words. */
export default function Single() {
  return null
}
