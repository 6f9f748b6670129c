import type { LoaderFunctionArgs, SerializeFrom } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import { ask } from '../../server/caller.server.ts'
import style from '../administration/administration.module.css'
import { ChainState } from '../administration/chain-state.tsx'
import { placeWords, roleWords } from '../administration/held-place.tsx'
import { AdministrationTabs } from '../administration/tabs.tsx'
import { type Column, DataTable } from '../components/data-table.tsx'
import { Moment } from '../components/moment.tsx'
import { PageHead } from '../components/page-head.tsx'
import type { PageHandle } from '../page-handle.ts'
import { usePerson } from '../person.ts'

export const handle: PageHandle = { title: (intl) => intl.formatMessage({ id: 'administration.security' }) }

/** How safe one's own body is. */
export function loader(args: LoaderFunctionArgs) {
  return ask(args, async (api) => ({ posture: await api.security.get() }))
}

type Posture = SerializeFrom<typeof loader>['posture']

const groups = [
  ['withoutForcedFactor', 'administration.posture.forced'],
  ['withoutFactor', 'administration.posture.factor'],
  ['stale', 'administration.posture.stale'],
  ['withoutRole', 'administration.posture.without-role'],
] as const

export default function Security() {
  const { posture } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        title={<FormattedMessage id="administration.security" />}
        lede={<FormattedMessage id="administration.security.lede" values={{ count: posture.people }} />}
      />
      <AdministrationTabs />
      {groups.map(([group, words]) => (
        <section key={group} aria-labelledby={group}>
          <h2 id={group}>
            <FormattedMessage id={words} values={{ count: posture[group].length }} />
          </h2>
          <Names people={posture[group]} />
        </section>
      ))}
      <Ending ending={posture.ending} />
      <Mail messages={posture.messages} />
      <Keys keys={posture.keys} />
      <Chain check={posture.check} isOld={posture.isKeyOld} />
    </>
  )
}

function Names({ people }: { people: Posture['stale'] }) {
  const mayOpen = usePerson()?.may.includes('person.read')
  if (people.length === 0) return <FormattedMessage id="administration.posture.nobody" />
  return (
    <ul>
      {people.map((one) => (
        <li key={one.id}>
          {mayOpen ? <Link to={`/administration/people/${one.id}`}>{one.name ?? one.id}</Link> : (one.name ?? one.id)}{' '}
          {one.lastSeenAt ? (
            <FormattedMessage id="administration.posture.seen" values={{ moment: <Moment at={one.lastSeenAt} /> }} />
          ) : (
            <FormattedMessage id="administration.posture.never" values={{ moment: <Moment at={one.addedAt} /> }} />
          )}
        </li>
      ))}
    </ul>
  )
}

function Ending({ ending }: Pick<Posture, 'ending'>) {
  const intl = useIntl()
  return (
    <section aria-labelledby="ending">
      <h2 id="ending">
        <FormattedMessage id="administration.posture.ending" values={{ count: ending.length }} />
      </h2>
      {ending.length === 0 && <FormattedMessage id="administration.posture.nobody" />}
      <ul>
        {ending.map((one) => (
          <li key={one.id}>
            {one.name ?? one.personId}: {roleWords(intl, one.role)}, {placeWords(intl, one)}{' '}
            {one.until && <FormattedMessage id="administration.until" values={{ moment: <Moment at={one.until} /> }} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Mail({ messages: { waiting, failing, lastFault, nextAt } }: Pick<Posture, 'messages'>) {
  return (
    <section aria-labelledby="mail">
      <h2 id="mail">
        <FormattedMessage id="administration.posture.mail" values={{ waiting, failing }} />
      </h2>
      {failing > 0 && lastFault && (
        <p>
          <FormattedMessage
            id="administration.posture.mail.fault"
            values={{
              fault: <span className={style.code}>{lastFault}</span>,
              moment: nextAt ? <Moment at={nextAt} /> : '',
            }}
          />
        </p>
      )}
      <p>
        <FormattedMessage id="administration.posture.mail.help" />
      </p>
    </section>
  )
}

type Key = Posture['keys'][number]

function Keys({ keys }: Pick<Posture, 'keys'>) {
  const intl = useIntl()
  const column = (id: 'purpose' | 'source' | 'since', cell: Column<Key>['cell']): Column<Key> => ({
    id,
    name: intl.formatMessage({ id: `administration.keys.${id}` }),
    isRowHead: id === 'purpose',
    cell,
  })
  return (
    <section aria-labelledby="keys">
      <h2 id="keys">
        <FormattedMessage id="administration.keys" values={{ count: keys.filter(({ isOld }) => isOld).length }} />
      </h2>
      <p>
        <FormattedMessage id="administration.keys.help" />
      </p>
      <DataTable
        isStacked
        caption={intl.formatMessage({ id: 'administration.keys.caption' })}
        columns={[
          column('purpose', ({ purpose }) => <FormattedMessage id={`administration.keys.purpose.${purpose}`} />),
          column('source', ({ source }) => <FormattedMessage id={`administration.keys.source.${source}`} />),
          column('since', ({ since, isOld }) => (
            <FormattedMessage
              id={isOld ? 'administration.keys.old' : 'administration.keys.young'}
              values={{ moment: <Moment at={since} /> }}
            />
          )),
        ]}
        rows={keys}
        keyOf={({ purpose }) => purpose}
        empty={<FormattedMessage id="administration.keys.none" />}
      />
    </section>
  )
}

function Chain({ check, isOld }: { check: Posture['check'] | undefined; isOld: boolean }) {
  return (
    <section aria-labelledby="chain">
      <h2 id="chain">
        <FormattedMessage id="administration.chain" />
      </h2>
      <ChainState check={check} />
      {check?.keyId && check.keySince && (
        <p>
          <FormattedMessage
            id={isOld ? 'administration.key.old' : 'administration.key'}
            values={{ key: <span className={style.code}>{check.keyId}</span>, moment: <Moment at={check.keySince} /> }}
          />
        </p>
      )}
    </section>
  )
}
