import { createCallerFactory, router } from './init.ts'
import { audit } from './routers/audit.ts'
import { events } from './routers/events.ts'
import { facilities } from './routers/facilities.ts'
import { imports } from './routers/imports.ts'
import { indicators } from './routers/indicators.ts'
import { installation } from './routers/installation.ts'
import { measures } from './routers/measures.ts'
import { outcomes } from './routers/outcomes.ts'
import { peers } from './routers/peers.ts'
import { people } from './routers/people.ts'
import { population } from './routers/population.ts'
import { questions } from './routers/questions.ts'
import { retention } from './routers/retention.ts'
import { rules } from './routers/rules.ts'
import { security } from './routers/security.ts'
import { sessions } from './routers/sessions.ts'
import { thresholds } from './routers/thresholds.ts'
import { tours } from './routers/tours.ts'
import { transition } from './routers/transition.ts'
import { views } from './routers/views.ts'

/** Everything that may be asked, by pages and by machines. */
export const appRouter = router({
  installation,
  facilities,
  indicators,
  peers,
  measures,
  events,
  thresholds,
  population,
  transition,
  outcomes,
  questions,
  rules,
  imports,
  people,
  sessions,
  audit,
  security,
  retention,
  views,
  tours,
})

export const createCaller = createCallerFactory(appRouter)

/** The API as a page's loader sees it. */
export type Api = ReturnType<typeof createCaller>
