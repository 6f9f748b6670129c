import { createCallerFactory, router } from './init.ts'
import { facilities } from './routers/facilities.ts'
import { imports } from './routers/imports.ts'
import { indicators } from './routers/indicators.ts'
import { installation } from './routers/installation.ts'
import { measures } from './routers/measures.ts'
import { rules } from './routers/rules.ts'

/** Everything that may be asked, by pages and by machines. */
export const appRouter = router({ installation, facilities, indicators, measures, rules, imports })

export const createCaller = createCallerFactory(appRouter)

/** The API as a page's loader sees it. */
export type Api = ReturnType<typeof createCaller>
