import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '../../server/caller.server.ts'

/** Every address that no page answers. */
export function loader(args: LoaderFunctionArgs): never {
  throw notFound(args)
}

/** Nor is anything taken there. */
export const action = loader

export default function NoPage() {
  return null
}
