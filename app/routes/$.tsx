import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '../../server/caller.server.ts'

/** Every address that no page answers. */
export function loader(args: LoaderFunctionArgs): never {
  throw notFound(args)
}

export default function NoPage() {
  return null
}
