import type { RefusalId } from '../../server/domain/refusals.en.ts'
import type account from './en/account.json'
import type administration from './en/administration.json'
import type beingMade from './en/being-made.json'
import type brief from './en/brief.json'
import type changes from './en/changes.json'
import type chart from './en/chart.json'
import type compare from './en/compare.json'
import type curve from './en/curve.json'
import type equity from './en/equity.json'
import type error from './en/error.json'
import type event from './en/event.json'
import type explain from './en/explain.json'
import type facility from './en/facility.json'
import type figure from './en/figure.json'
import type find from './en/find.json'
import type first from './en/first.json'
import type help from './en/help.json'
import type indicator from './en/indicator.json'
import type map from './en/map.json'
import type outcomes from './en/outcomes.json'
import type overview from './en/overview.json'
import type pair from './en/pair.json'
import type peers from './en/peers.json'
import type population from './en/population.json'
import type quality from './en/quality.json'
import type question from './en/question.json'
import type role from './en/role.json'
import type rule from './en/rule.json'
import type shell from './en/shell.json'
import type signIn from './en/sign-in.json'
import type strategy from './en/strategy.json'
import type threshold from './en/threshold.json'
import type tour from './en/tour.json'
import type transition from './en/transition.json'
import type two from './en/two.json'
import type unit from './en/unit.json'
import type verdict from './en/verdict.json'
import type view from './en/view.json'

/** Every file of en/ stands here once; a test says which one is forgotten. */
type English = typeof account &
  typeof administration &
  typeof beingMade &
  typeof brief &
  typeof changes &
  typeof chart &
  typeof compare &
  typeof curve &
  typeof equity &
  typeof error &
  typeof event &
  typeof explain &
  typeof facility &
  typeof figure &
  typeof find &
  typeof first &
  typeof help &
  typeof indicator &
  typeof map &
  typeof outcomes &
  typeof overview &
  typeof pair &
  typeof peers &
  typeof population &
  typeof quality &
  typeof question &
  typeof role &
  typeof rule &
  typeof shell &
  typeof signIn &
  typeof two &
  typeof strategy &
  typeof threshold &
  typeof tour &
  typeof transition &
  typeof unit &
  typeof verdict &
  typeof view

/** The id of a message. An id that no catalogue holds is a type error. */
export type MessageId = (keyof English & string) | RefusalId

declare global {
  namespace FormatjsIntl {
    interface Message {
      ids: MessageId
    }
  }
}
