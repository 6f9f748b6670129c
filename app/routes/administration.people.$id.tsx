import { Button, TextInput } from '@mantine/core'
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import { ask } from '../../server/caller.server.ts'
import style from '../administration/administration.module.css'
import { attempt, fieldsOf, refuse } from '../administration/deed.server.ts'
import { DeedButton } from '../administration/deed-button.tsx'
import { placeWords, roleWords } from '../administration/held-place.tsx'
import { Outcome } from '../administration/outcome.tsx'
import { placeAsked } from '../administration/place-asked.ts'
import { RoleFields } from '../administration/role-fields.tsx'
import { type Column, DataTable } from '../components/data-table.tsx'
import { Fact } from '../components/fact.tsx'
import { Labelled } from '../components/labelled.tsx'
import { Moment } from '../components/moment.tsx'
import { PageHead } from '../components/page-head.tsx'
import type { PageHandle } from '../page-handle.ts'

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: (_intl, { person }) => person.name ?? person.id,
}

/** One person of one's own body. */
export function loader(args: LoaderFunctionArgs) {
  return ask(args, async (api) => ({
    person: await api.people.get({ person: args.params.id ?? '' }),
    choices: await api.people.choices(),
  }))
}

/** Gives and takes roles, ends sessions, ends the person. */
export async function action(args: ActionFunctionArgs) {
  const person = args.params.id ?? ''
  const { intent, id = '', role = '', place, until, sure, reason = '' } = await fieldsOf(args.request)
  switch (intent) {
    case 'end-role':
      return attempt(args, 'role-ended', (api) => api.people.endAssignment({ assignment: id }))
    case 'end-sessions':
      return attempt(args, 'sessions-ended', (api) => api.sessions.endAll({ person }))
    case 'reset-factor':
      return attempt(args, 'factor-reset', (api) => api.people.resetSecondFactor({ person, reason }))
    case 'end-person':
      if (sure !== 'yes') return refuse(args, 'administration.not-sure')
      return attempt(args, 'person-ended', (api) => api.people.end({ person }))
    default:
      return attempt(args, 'granted', (api) =>
        api.people.grant({ person, role: role as never, at: placeAsked(place), until }),
      )
  }
}

type Loaded = SerializeFrom<typeof loader>

export default function Person() {
  const { person, choices } = useLoaderData<typeof loader>()
  const intl = useIntl()
  const crumbs = [{ to: '/administration/people', label: intl.formatMessage({ id: 'administration.people' }) }]
  return (
    <>
      <PageHead title={person.name ?? person.id} lede={person.email} crumbs={crumbs} />
      <Outcome />
      <Facts person={person} />
      <Roles caption="administration.roles" roles={person.running} mayEnd={!person.endedAt} />
      {person.ended.length > 0 && <Roles caption="administration.roles.ended" roles={person.ended} mayEnd={false} />}
      {!person.endedAt && <GrantForm choices={choices} />}
      {!person.endedAt && person.hasSecondFactor && <ResetForm />}
      {!person.endedAt && <EndForms />}
    </>
  )
}

function Facts({ person }: Pick<Loaded, 'person'>) {
  return (
    <dl>
      <Fact name="administration.since">
        <Moment at={person.addedAt} />
      </Fact>
      {person.endedAt && (
        <Fact name="administration.left">
          <Moment at={person.endedAt} />
        </Fact>
      )}
      <Fact name="administration.last-seen">
        {person.lastSeenAt ? <Moment at={person.lastSeenAt} /> : <FormattedMessage id="administration.never" />}
      </Fact>
      <Fact name="administration.second-factor">
        <SecondFactor person={person} />
      </Fact>
    </dl>
  )
}

function SecondFactor({ person: { hasSecondFactor, secondFactorResetAt } }: Pick<Loaded, 'person'>) {
  if (hasSecondFactor) return <FormattedMessage id="administration.second-factor.yes" />
  if (!secondFactorResetAt) return <FormattedMessage id="administration.second-factor.no" />
  return (
    <FormattedMessage
      id="administration.second-factor.reset"
      values={{ moment: <Moment at={secondFactorResetAt} /> }}
    />
  )
}

type Role = Loaded['person']['ended'][number]

function Roles(props: {
  caption: 'administration.roles' | 'administration.roles.ended'
  roles: readonly Role[]
  mayEnd: boolean
}) {
  const intl = useIntl()
  const columns: Column<Role>[] = [
    {
      id: 'role',
      name: intl.formatMessage({ id: 'administration.role' }),
      isRowHead: true,
      cell: (row) => roleWords(intl, row.role),
    },
    { id: 'place', name: intl.formatMessage({ id: 'administration.place' }), cell: (row) => placeWords(intl, row) },
    {
      id: 'granted',
      name: intl.formatMessage({ id: 'administration.granted' }),
      cell: (row) => <Moment at={row.grantedAt} />,
    },
    {
      id: 'end',
      name: intl.formatMessage({ id: 'administration.end' }),
      cell: (row) => {
        const end = row.endedAt ?? row.until
        return end && <Moment at={end} />
      },
    },
    ...(props.mayEnd
      ? [
          {
            id: 'deed',
            name: intl.formatMessage({ id: 'administration.deed' }),
            cell: (row: Role) => (
              <DeedButton
                intent="end-role"
                id={row.id}
                words="administration.end-role"
                about={roleWords(intl, row.role)}
              />
            ),
          },
        ]
      : []),
  ]
  return (
    <DataTable
      isStacked
      caption={intl.formatMessage({ id: props.caption })}
      columns={columns}
      rows={props.roles}
      keyOf={(row) => row.id}
      empty={<FormattedMessage id="administration.no-role" />}
    />
  )
}

function GrantForm({ choices }: Pick<Loaded, 'choices'>) {
  return (
    <section aria-labelledby="grant">
      <h2 id="grant">
        <FormattedMessage id="administration.grant" />
      </h2>
      <Form method="post" className={style.form}>
        <RoleFields choices={choices} />
        <Labelled label={<FormattedMessage id="administration.until-day" />}>
          <TextInput name="until" type="date" size="sm" />
        </Labelled>
        <Button type="submit" name="intent" value="grant" size="sm" variant="default">
          <FormattedMessage id="administration.grant.do" />
        </Button>
      </Form>
    </section>
  )
}

function ResetForm() {
  return (
    <section aria-labelledby="reset">
      <h2 id="reset">
        <FormattedMessage id="administration.reset" />
      </h2>
      <p>
        <FormattedMessage id="administration.reset.help" />
      </p>
      <Form method="post" className={style.form}>
        <Labelled label={<FormattedMessage id="administration.reset.reason" />}>
          <TextInput name="reason" required minLength={10} maxLength={300} size="sm" />
        </Labelled>
        <Button type="submit" name="intent" value="reset-factor" size="sm" variant="default">
          <FormattedMessage id="administration.reset.do" />
        </Button>
      </Form>
    </section>
  )
}

function EndForms() {
  return (
    <section aria-labelledby="leave">
      <h2 id="leave">
        <FormattedMessage id="administration.end-person" />
      </h2>
      <p>
        <FormattedMessage id="administration.end-person.help" />
      </p>
      <div className={style.links}>
        <DeedButton intent="end-sessions" id="all" words="administration.end-sessions" />
        <Form method="post" className={style.links}>
          <label className={style.confirm}>
            <input type="checkbox" name="sure" value="yes" required />
            <FormattedMessage id="administration.end-person.sure" />
          </label>
          <Button type="submit" name="intent" value="end-person" size="xs" variant="default">
            <FormattedMessage id="administration.end-person.do" />
          </Button>
        </Form>
      </div>
    </section>
  )
}
