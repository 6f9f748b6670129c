import { flatRoutes } from '@remix-run/fs-routes'

/** The pages: one file each in routes/, named as its URL. */
export default flatRoutes()
