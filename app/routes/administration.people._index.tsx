import { Button, TextInput } from '@mantine/core'
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import { ask } from '../../server/caller.server.ts'
import style from '../administration/administration.module.css'
import { attempt, fieldsOf } from '../administration/deed.server.ts'
import { DeedButton } from '../administration/deed-button.tsx'
import { HeldList, placeWords, roleWords } from '../administration/held-place.tsx'
import { Outcome } from '../administration/outcome.tsx'
import { placeAsked } from '../administration/place-asked.ts'
import { RoleFields } from '../administration/role-fields.tsx'
import { AdministrationTabs } from '../administration/tabs.tsx'
import { type Column, DataTable } from '../components/data-table.tsx'
import { Labelled } from '../components/labelled.tsx'
import { Moment } from '../components/moment.tsx'
import { PageHead } from '../components/page-head.tsx'
import type { MessageId } from '../messages/ids.ts'
import type { PageHandle } from '../page-handle.ts'

export const handle: PageHandle = { title: (intl) => intl.formatMessage({ id: 'administration.people' }) }

/** The people of one's own body, and who was asked in. */
export function loader(args: LoaderFunctionArgs) {
  return ask(args, async (api) => ({
    people: await api.people.list(),
    invitations: await api.people.invitations(),
    choices: await api.people.choices(),
  }))
}

/** Asks somebody in, or takes that back. */
export async function action(args: ActionFunctionArgs) {
  const { intent, id = '', name = '', email = '', role = '', place } = await fieldsOf(args.request)
  if (intent === 'revoke') return attempt(args, 'revoked', (api) => api.people.revokeInvitation({ invitation: id }))
  return attempt(args, 'invited', (api) =>
    api.people.invite({ name, email, role: role as never, at: placeAsked(place) }),
  )
}

type Loaded = SerializeFrom<typeof loader>
type Person = Loaded['people'][number]

export default function People() {
  const { people, invitations, choices } = useLoaderData<typeof loader>()
  const intl = useIntl()
  return (
    <>
      <PageHead
        title={<FormattedMessage id="administration.people" />}
        lede={<FormattedMessage id="administration.people.lede" values={{ count: people.length }} />}
      />
      <AdministrationTabs />
      <Outcome />
      <DataTable
        isStacked
        caption={intl.formatMessage({ id: 'administration.people' })}
        hideCaption
        columns={usePersonColumns()}
        rows={people}
        keyOf={(row) => row.id}
      />
      <section aria-labelledby="invite">
        <h2 id="invite">
          <FormattedMessage id="administration.invite" />
        </h2>
        <p>
          <FormattedMessage id="administration.invite.lede" />
        </p>
        <Form method="post" className={style.form}>
          <Labelled label={<FormattedMessage id="administration.name" />}>
            <TextInput name="name" size="sm" required maxLength={100} autoComplete="off" />
          </Labelled>
          <Labelled label={<FormattedMessage id="administration.email" />}>
            <TextInput name="email" type="email" size="sm" required maxLength={254} autoComplete="off" />
          </Labelled>
          <RoleFields choices={choices} />
          <Button type="submit" name="intent" value="invite" size="sm" variant="default">
            <FormattedMessage id="administration.invite.send" />
          </Button>
        </Form>
        <Invitations invitations={invitations} />
      </section>
    </>
  )
}

function usePersonColumns(): Column<Person>[] {
  const intl = useIntl()
  const words = (id: MessageId) => intl.formatMessage({ id })
  return [
    {
      id: 'name',
      name: words('administration.name'),
      isRowHead: true,
      cell: (row) => <Link to={`/administration/people/${row.id}`}>{row.name ?? row.id}</Link>,
    },
    { id: 'email', name: words('administration.email'), cell: (row) => row.email },
    {
      id: 'roles',
      name: words('administration.roles'),
      cell: (row) => (row.endedAt ? words('administration.left') : <HeldList held={row.running} />),
    },
    { id: 'since', name: words('administration.since'), cell: (row) => <Moment at={row.addedAt} /> },
    {
      id: 'seen',
      name: words('administration.last-seen'),
      cell: (row) => (row.lastSeenAt ? <Moment at={row.lastSeenAt} /> : words('administration.never')),
    },
    {
      id: 'factor',
      name: words('administration.second-factor'),
      cell: (row) => <FormattedMessage id={factorWords(row)} />,
    },
  ]
}

function factorWords({ hasSecondFactor, isSecondFactorForced }: Person) {
  if (hasSecondFactor) return 'administration.second-factor.yes'
  return isSecondFactorForced ? 'administration.second-factor.missing' : 'administration.second-factor.no'
}

function Invitations({ invitations }: Pick<Loaded, 'invitations'>) {
  const intl = useIntl()
  const columns: Column<Loaded['invitations'][number]>[] = [
    { id: 'name', name: intl.formatMessage({ id: 'administration.name' }), isRowHead: true, cell: (row) => row.name },
    { id: 'email', name: intl.formatMessage({ id: 'administration.email' }), cell: (row) => row.email },
    {
      id: 'role',
      name: intl.formatMessage({ id: 'administration.role' }),
      cell: (row) => `${roleWords(intl, row.role)}, ${placeWords(intl, row)}`,
    },
    {
      id: 'invited',
      name: intl.formatMessage({ id: 'administration.invited' }),
      cell: (row) => <Moment at={row.invitedAt} />,
    },
    {
      id: 'state',
      name: intl.formatMessage({ id: 'administration.state' }),
      cell: (row) => <FormattedMessage id={`administration.invitation.${row.state}`} />,
    },
    {
      id: 'deed',
      name: intl.formatMessage({ id: 'administration.deed' }),
      cell: (row) =>
        ['waiting', 'sent', 'expired'].includes(row.state) && (
          <DeedButton intent="revoke" id={row.id} words="administration.revoke" about={row.name} />
        ),
    },
  ]
  return (
    <DataTable
      isStacked
      caption={intl.formatMessage({ id: 'administration.invitations' })}
      columns={columns}
      rows={invitations}
      keyOf={(row) => row.id}
      empty={<FormattedMessage id="administration.invitations.none" />}
    />
  )
}
