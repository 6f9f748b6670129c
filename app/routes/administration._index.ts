import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { notFound } from '../../server/caller.server.ts'
import { permissionsOf } from '../../server/domain/access.ts'
import { administrationPages } from '../administration/tabs.tsx'

/** Leads to the first page of the administration that is open to whoever asks; for anybody else there is none. */
export function loader(args: LoaderFunctionArgs) {
  const may = permissionsOf(args.context.visitor.actor)
  const first = administrationPages.find(({ needs }) => may.includes(needs))
  if (!first) throw notFound(args)
  throw redirect(first.to)
}
