/** The country as a place: it has no row of its own among the regions. */
export const countryId = '00000000-0000-0000-0000-000000000000'
