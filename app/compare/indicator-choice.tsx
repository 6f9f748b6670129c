import { NativeSelect } from '@mantine/core'
import { FilterField, FilterForm } from '../components/filter-form.tsx'

/** All facilities, or the groups of one family. */
export type PeerChoice = Choice | { group: string; items: Choice[] }

interface Choice {
  value: string
  label: string
}

export interface IndicatorChoiceProps {
  indicator: string
  /** The indicator of the second axis, where two are held against each other. */
  second?: string
  /** The indicators by area, in the order of the catalogue. */
  choices: { group: string; items: Choice[] }[]
  /** The chosen peer group (empty for all facilities) and the others; absent where no facilities are compared. */
  peers?: { chosen: string; choices: PeerChoice[] }
  /** For what the comparison allows (empty for nothing); absent where the indicator can be standardised by nothing. */
  standardised?: { chosen: string; choices: Choice[] }
}

/** Which indicator is compared, and which facilities with each other. Another choice begins on the first page again. */
export function IndicatorChoice({ indicator, second, choices, peers, standardised }: IndicatorChoiceProps) {
  return (
    <FilterForm
      names={[
        'indicator',
        ...(second ? ['with'] : []),
        ...(peers ? ['peers'] : []),
        ...(standardised ? ['standardised'] : []),
        'page',
        'sort',
        'order',
      ]}
    >
      <FilterField label="compare.indicator">
        <NativeSelect key={indicator} name="indicator" size="sm" defaultValue={indicator} data={choices} />
      </FilterField>
      {second && (
        <FilterField label="two.label">
          <NativeSelect key={second} name="with" size="sm" defaultValue={second} data={choices} />
        </FilterField>
      )}
      {peers && (
        <FilterField label="peers.label">
          <NativeSelect key={peers.chosen} name="peers" size="sm" defaultValue={peers.chosen} data={peers.choices} />
        </FilterField>
      )}
      {standardised && (
        <FilterField label="compare.standardise">
          <NativeSelect
            key={standardised.chosen}
            name="standardised"
            size="sm"
            defaultValue={standardised.chosen}
            data={standardised.choices}
          />
        </FilterField>
      )}
    </FilterForm>
  )
}
