/** The closed lists of codes. An unknown code is refused with the allowed ones, never mapped in silence. */
export const codeLists = {
  operator: ['state', 'contracted_private', 'police', 'military', 'other'],
  security_level: ['minimum', 'low', 'medium', 'high', 'maximum', 'unclassified'],
  regime: ['closed', 'semi_open', 'open', 'mixed'],
  holds_sex: ['men', 'women', 'both_separated', 'any'],
  health_authority: ['health_ministry', 'justice_ministry', 'interior_ministry', 'shared'],
  data_mode: ['A', 'B', 'both'],
  sex: ['female', 'male', 'other_or_unspecified'],
  age_group: ['under_18', '18_20', '21_24', '25_29', '30_39', '40_49', '50_59', '60_plus', 'unknown'],
  legal_status: [
    'pretrial',
    'sentenced_not_final',
    'sentenced_final',
    'civil',
    'administrative',
    'detained_without_charge',
    'other',
  ],
  nationality_group: ['national', 'foreign_resident', 'foreign_non_resident', 'stateless_or_unknown'],
  special_group: [
    'pregnant',
    'with_child_in_prison',
    'parent_of_child_under_18',
    'disability',
    'minority_self_declared',
    'life_or_long_sentence',
  ],
} as const

export type CodeList = keyof typeof codeLists
export type Code<List extends CodeList> = (typeof codeLists)[List][number]
