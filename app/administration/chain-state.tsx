import type { SerializeFrom } from '@remix-run/node'
import { FormattedMessage } from 'react-intl'
import { Fact } from '../components/fact.tsx'
import { Icon } from '../components/icon.tsx'
import { Moment } from '../components/moment.tsx'
import type { MessageId } from '../messages/ids.ts'
import style from './administration.module.css'

/** What the last reading of a chain found, as it comes from the server. */
export type ChainCheck = SerializeFrom<{
  checkedAt: Date
  links: number
  brokenSequence: number | null
  brokenEntryId: string | null
  brokenReason: string | null
  keyId: string | null
  keySince: Date | null
  wantedAt: Date | null
}>

type Drop = SerializeFrom<{ toSequence: number; droppedAt: Date }>

/** Whether every link of the body's chain holds, in words and with a sign, and which of them were dropped after their term. */
export function ChainState({ check, dropped }: { check: ChainCheck | undefined; dropped?: Drop | undefined }) {
  if (!check) return <FormattedMessage id="administration.chain.never" />
  const { brokenSequence, brokenEntryId, brokenReason, links, checkedAt, wantedAt } = check
  const read = <Moment at={checkedAt} />
  return (
    <>
      <p className={brokenSequence === null ? style.done : style.refused}>
        <Icon name={brokenSequence === null ? 'within' : 'breach'} />
        <span>
          {brokenSequence === null ? (
            <FormattedMessage id="administration.chain.holds" values={{ links, read }} />
          ) : (
            <FormattedMessage
              id="administration.chain.broken"
              values={{
                sequence: brokenSequence,
                entry: brokenEntryId ?? '–',
                reason: <FormattedMessage id={`administration.break.${brokenReason}` as MessageId} />,
                read,
              }}
            />
          )}
        </span>
      </p>
      {dropped && (
        <p>
          <FormattedMessage
            id="administration.chain.dropped"
            values={{ sequence: dropped.toSequence, moment: <Moment at={dropped.droppedAt} /> }}
          />
        </p>
      )}
      {wantedAt && (
        <p>
          <FormattedMessage id="administration.chain.waiting" />
        </p>
      )}
    </>
  )
}

/** The signed head of a chain, as it can be carried out and printed. */
export function HeadFacts({
  head,
}: {
  head: SerializeFrom<{ sequence: number; hash: string; keyId: string | null; signature: string | null }>
}) {
  return (
    <dl>
      <Fact name="administration.head.sequence">{head.sequence}</Fact>
      <Fact name="administration.head.hash">
        <span className={style.code}>{head.hash}</span>
      </Fact>
      <Fact name="administration.head.key">
        <span className={style.code}>{head.keyId}</span>
      </Fact>
      <Fact name="administration.head.signature">
        <span className={style.code}>{head.signature}</span>
      </Fact>
    </dl>
  )
}
