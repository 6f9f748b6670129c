import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { ask } from '../../server/caller.server.ts'
import { personOf } from '../person.ts'
import { tourOf } from '../tour/steps.ts'

/**
 * Leads to the first page of the role that the visitor acts in, with the tour for as long as it was not ended; and before
 * it to the second factor that the role demands.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { visitor } = args.context
  if (visitor.signedIn?.lacks === 'second-factor') return redirect('/account/second-factor')
  const { acting, home } = personOf(visitor) ?? { home: '/' }
  if (!acting || (await ask(args, (api) => api.tours.isEnded()))) return redirect(home)
  return redirect(tourOf(acting.role, home)[0]?.to ?? home)
}
