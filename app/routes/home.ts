import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { personOf } from '../person.ts'

/** Leads to the first page of the role that the visitor acts in, and before it to the second factor that the role demands. */
export function loader({ context: { visitor } }: LoaderFunctionArgs) {
  if (visitor.signedIn?.lacks === 'second-factor') return redirect('/account/second-factor')
  return redirect(personOf(visitor)?.home ?? '/')
}
