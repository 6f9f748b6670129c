import type { ReactNode } from 'react'
import { FormattedMessage } from 'react-intl'
import type { SourceId } from '../../server/domain/sources/index.ts'
import { Icon } from '../components/icon.tsx'
import { SourceTag } from '../components/source-tag.tsx'
import style from './breach-strip.module.css'

/** One entry of a list of hard limits that people are beyond: how many they are, of which limit, and whose it is; then the rest. */
export function PeopleBeyond(props: {
  people: number
  title: ReactNode
  source?: SourceId | undefined
  children: ReactNode
}) {
  return (
    <li className={style.limit}>
      <p className={style.count}>
        <Icon name="breach" />
        <FormattedMessage id="verdict.breach.people" values={{ people: props.people }} />
      </p>
      <div>
        <p className={style.title}>{props.title}</p>
        {props.source && <SourceTag source={props.source} />}
        {props.children}
      </div>
    </li>
  )
}
