import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FormattedMessage } from 'react-intl'
import { act } from '../../server/caller.server.ts'
import { nextPage } from '../../server/domain/sign-in/next-page.ts'
import { PageHead } from '../components/page-head.tsx'
import type { PageHandle } from '../page-handle.ts'
import { RoleChoice } from '../sign-in/role-choice.tsx'

export const handle: PageHandle = {
  title: (intl) => intl.formatMessage({ id: 'role-choice.title' }),
}

/** Offers the roles that a person holds, before they have chosen one and whenever they want another. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const { signedIn } = context.visitor
  if (!signedIn) throw redirect('/sign-in')
  const next = nextPage(new URL(request.url).searchParams.get('next'))
  return { held: signedIn.held, acting: signedIn.acting?.assignmentId, next }
}

/** Takes the choice: from the next request on the session acts in it. */
export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData()
  const cookie = await act(args, () => args.context.door.chooseRole(String(form.get('assignment'))))
  return redirect(nextPage(form.get('next')?.toString()) ?? '/home', { headers: { 'Set-Cookie': cookie } })
}

export default function Role() {
  const { held, acting, next } = useLoaderData<typeof loader>()
  const isWithout = held.length === 0
  return (
    <>
      <PageHead
        title={<FormattedMessage id={isWithout ? 'role-choice.none' : 'role-choice.title'} />}
        lede={<FormattedMessage id={isWithout ? 'role-choice.none.help' : 'role-choice.lede'} />}
      />
      <RoleChoice held={held} acting={acting} next={next} />
    </>
  )
}
