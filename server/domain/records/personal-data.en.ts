import type { NeverCollected } from './personal-data.ts'

/** What is never collected, in English. */
export const neverCollectedWords: Record<NeverCollected, string> = {
  names: 'Names, aliases, parents’ names, photographs, voice or video',
  biometrics: 'Fingerprints, iris, DNA or other biometrics',
  'official-numbers': 'National identity or prison numbers, even hashed without a secret key',
  'full-date-of-birth': 'Full date of birth; month and year are enough, and public outputs use age groups',
  'street-address': 'Street address; a coarse area code only',
  'identity-of-others': 'Names or identity of visitors, callers, lawyers, victims, witnesses or children',
  'content-of-contact':
    'Content of letters, calls, visits or legal consultations; legal contact is counted, not timed or profiled',
  'medical-detail': 'Diagnoses, test results, names of medicines, clinical notes, history of pregnancy',
  'belief-and-orientation':
    'Religion, political opinion, sexual orientation or gender history as routine fields; belonging to a group only where lawful, self-declared and refusable',
  'offence-narrative':
    'Narrative of the offence or text of the judgment; the first level of the international classification only',
  intelligence: 'Intelligence, informant status or reasons for protection in words',
  'free-text': 'Free-text notes of any kind in records of persons',
  'convictions-after-release':
    'Records of convictions or arrests of a person after release; counts of cohorts from the linkage unit only',
  interviewees:
    'Names of people whom inspectors spoke to, and any note that links a statement to a person, cell or time',
}

/** How records of persons are kept apart from names, in English. */
export const pseudonymityWords: readonly string[] = [
  'Keys of persons, stays, custody, children and staff are random surrogates kept by a key service outside this product, which never holds the table behind them.',
  'Keys change with each export of a country; exports to others use fresh keys or none.',
  'A person is found again only on a logged request of two roles, the facility’s custodian and the data-protection officer, for a lawful purpose; requests of inspectors are hidden from the facility.',
  'Times are kept to the minute only where a rule runs on hours; elsewhere the day is kept.',
]
