import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { personOf } from '../person.ts'

/** Leads to the first page of the role that the visitor acts in. */
export function loader({ context }: LoaderFunctionArgs) {
  return redirect(personOf(context.visitor)?.home ?? '/')
}
