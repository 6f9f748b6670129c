import { Button, NativeSelect, TextInput } from '@mantine/core'
import { Form, useActionData } from '@remix-run/react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Asked } from '../../server/domain/indicators/asked-override.ts'
import { boundNames, longestSaid, overriddenLevels } from '../../server/domain/indicators/override-bounds.ts'
import administration from '../administration/administration.module.css'
import { Icon } from '../components/icon.tsx'
import { levelWords } from '../indicators/threshold-level.ts'
import type { MessageId } from '../messages/ids.ts'
import { Field } from './field.tsx'
import type { Faulty } from './thresholds.server.ts'

export interface Option {
  value: string
  label: string
}

/** What the form offers to choose from. */
export interface Choices {
  indicators: readonly Option[]
  sources: readonly Option[]
  regions: readonly { key: string; name: string }[]
}

/** What was refused of the form that was sent last, with what was typed. */
function useFaulty(): Partial<Faulty> {
  return useActionData<Partial<Faulty>>() ?? {}
}

/** Says above a form how much of it is to be mended. */
function FaultCount() {
  const { faults } = useFaulty()
  if (!faults) return null
  return (
    <p role="alert" className={administration.refused}>
      <Icon name="warning" />
      <FormattedMessage id="threshold.faults" values={{ count: Object.keys(faults).length }} />
    </p>
  )
}

/** A line of text in a form, as it was typed before. */
function TextField(props: {
  name: string
  words: MessageId
  faultAt?: string
  usual?: string | undefined
  type?: string
}) {
  const { name, words, faultAt = name, usual = '', type } = props
  const { faults, typed } = useFaulty()
  return (
    <Field words={words} fault={faults?.[faultAt]}>
      {(control) => (
        <TextInput
          {...control}
          name={name}
          size="sm"
          type={type ?? 'text'}
          maxLength={longestSaid}
          defaultValue={typed?.[name] ?? usual}
        />
      )}
    </Field>
  )
}

function SelectField(props: {
  name: string
  words: MessageId
  faultAt?: string
  usual?: string | undefined
  options: readonly Option[]
  none?: MessageId
}) {
  const { name, words, faultAt = name, usual = '', options, none = 'threshold.choose' } = props
  const intl = useIntl()
  const { faults, typed } = useFaulty()
  return (
    <Field words={words} fault={faults?.[faultAt]}>
      {(control) => (
        <NativeSelect
          {...control}
          name={name}
          size="sm"
          defaultValue={typed?.[name] ?? usual}
          data={[{ value: '', label: intl.formatMessage({ id: none }) }, ...options]}
        />
      )}
    </Field>
  )
}

/** Sets a threshold, or one in the place of another: `usual` is what stands in the fields before anything is typed. */
export function SetForm({
  usual,
  choices,
  isReplacing,
}: {
  usual: Partial<Asked>
  choices: Choices
  isReplacing: boolean
}) {
  const intl = useIntl()
  const bounds = boundNames.map((value) => ({ value, label: intl.formatMessage({ id: `threshold.bound.${value}` }) }))
  const places = [
    { value: 'country', label: intl.formatMessage({ id: 'threshold.place.country' }) },
    ...choices.regions.map(({ key, name }) => ({ value: `region:${key}`, label: name })),
  ]
  const levels = overriddenLevels.map((value) => ({ value, label: intl.formatMessage({ id: levelWords[value] }) }))
  return (
    <section aria-labelledby="set">
      <h2 id="set">
        <FormattedMessage id={isReplacing ? 'threshold.set.replacing' : 'threshold.set'} />
      </h2>
      <p>
        <FormattedMessage id="threshold.set.help" />
      </p>
      <FaultCount />
      <Form method="post" className={administration.form} noValidate>
        <SelectField
          name="indicator"
          words="threshold.field.indicator"
          usual={usual.indicator}
          options={choices.indicators}
        />
        <SelectField name="level" words="threshold.field.level" usual={usual.level} options={levels} />
        <SelectField name="place" words="threshold.place.choice" usual={usual.place} options={places} />
        <TextField name="facility" words="threshold.place.facility" faultAt="facility" usual={usual.facility} />
        <SelectField name="bound" words="threshold.field.bound" faultAt="bounds" usual={usual.bound} options={bounds} />
        <TextField name="value" words="threshold.field.value" usual={usual.value} />
        <SelectField
          name="otherBound"
          words="threshold.bound.other"
          usual={usual.otherBound}
          options={bounds}
          none="threshold.bound.none"
        />
        <TextField name="otherValue" words="threshold.value.other" usual={usual.otherValue} />
        <SelectField name="source" words="threshold.field.source" usual={usual.source} options={choices.sources} />
        <TextField name="cited" words="threshold.field.cited" usual={usual.cited} />
        <TextField name="from" words="threshold.field.from" type="date" />
        <TextField name="until" words="threshold.field.until" faultAt="until" type="date" />
        <TextField name="reason" words="threshold.field.reason" />
        <TextField name="signedBy" words="threshold.field.signedBy" />
        <TextField name="signedFor" words="threshold.field.signedFor" usual={usual.signedFor} />
        <Button type="submit" name="intent" value="set" size="sm" variant="default">
          <FormattedMessage id="threshold.set.do" />
        </Button>
      </Form>
    </section>
  )
}

/** Ends or withdraws the one threshold that was chosen. */
export function ChosenForm({ deed, id, about }: { deed: 'end' | 'withdraw'; id: string; about: string }) {
  return (
    <section aria-labelledby={deed}>
      <h2 id={deed}>
        <FormattedMessage id={`threshold.${deed}.title`} />
      </h2>
      <p>
        <strong>{about}</strong> <FormattedMessage id={`threshold.${deed}.about`} />
      </p>
      <FaultCount />
      <Form method="post" className={administration.form} noValidate>
        <input type="hidden" name="id" value={id} />
        {deed === 'end' ? (
          <TextField name="on" words="threshold.end.on" type="date" />
        ) : (
          <TextField name="why" words="threshold.withdraw.why" />
        )}
        <TextField name="signedBy" words="threshold.field.signedBy" />
        <Button type="submit" name="intent" value={deed} size="sm" variant="default">
          <FormattedMessage id={`threshold.${deed}.do`} />
        </Button>
      </Form>
    </section>
  )
}
