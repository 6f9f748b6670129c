import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { ask } from '../../server/caller.server.ts'
import { nextPage } from '../../server/domain/sign-in/next-page.ts'
import { fieldsOf } from '../administration/deed.server.ts'
import { personOf } from '../person.ts'
import { tourOf } from '../tour/steps.ts'

/** Leads to the first step of the tour of the role that the visitor acts in, whether it was ended or not. */
export function loader({ context: { visitor } }: LoaderFunctionArgs) {
  const person = personOf(visitor)
  const [first] = person?.acting ? tourOf(person.acting.role, person.home) : []
  return redirect(first?.to ?? person?.home ?? '/sign-in')
}

/** Ends the tour: it does not begin by itself again. The page that it stood on is shown without it. */
export async function action(args: ActionFunctionArgs) {
  const { to } = await fieldsOf(args.request)
  await ask(args, (api) => api.tours.end())
  return redirect(nextPage(to) ?? '/home', 303)
}
