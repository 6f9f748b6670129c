import { NativeSelect } from '@mantine/core'
import { FormattedMessage, useIntl } from 'react-intl'
import type { CapacityBasis, CapacityBasisId } from '../../server/domain/indicators/capacity-bases.ts'
import { FilterField, FilterForm } from '../components/filter-form.tsx'
import { useFormat } from '../format.ts'

export interface CapacityChoiceProps {
  bases: readonly CapacityBasis[]
  chosen: CapacityBasisId
  /** People held at the end of the month; absent where that is not known. */
  held?: number
}

/** Which places people are counted against, and what that makes of the occupancy, in words; verdicts stay by the certified places. */
export function CapacityChoice({ bases, chosen, held }: CapacityChoiceProps) {
  const intl = useIntl()
  const format = useFormat()
  const [certified, basis] = [bases[0], bases.find(({ id }) => id === chosen)]
  if (!certified || !basis) return null
  const wordsOf = ({ id, places, from, m2 }: CapacityBasis) =>
    intl.formatMessage(
      { id: `facility.capacity.${id}` },
      { places, from: format.day(from), m2: m2 === null ? '' : format.number(m2) },
    )
  const shareOf = ({ places }: CapacityBasis) =>
    held === undefined || places <= 0 ? undefined : format.figure((held / places) * 100, 'percent-of-places')
  const [share, usual] = [shareOf(basis), shareOf(certified)]
  return (
    <section aria-labelledby="capacity">
      <h2 id="capacity">
        <FormattedMessage id="facility.capacity" />
      </h2>
      {bases.length > 1 && (
        <FilterForm names={['capacity']} takesEffectAtOnce>
          <FilterField label="facility.capacity.basis">
            <NativeSelect
              key={chosen}
              name="capacity"
              size="sm"
              defaultValue={chosen}
              data={bases.map((one) => ({ value: one.id, label: wordsOf(one) }))}
            />
          </FilterField>
        </FilterForm>
      )}
      <p>
        {share === undefined || held === undefined ? (
          <FormattedMessage id="facility.capacity.unknown" values={{ basis: wordsOf(basis) }} />
        ) : (
          <FormattedMessage id="facility.capacity.effect" values={{ held, basis: wordsOf(basis), share }} />
        )}{' '}
        {basis !== certified && usual !== undefined && (
          <FormattedMessage id="facility.capacity.usual" values={{ basis: wordsOf(certified), share: usual }} />
        )}
      </p>
    </section>
  )
}
