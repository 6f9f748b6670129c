import { type RuleId, rules } from './index.ts'

/** The headings of the Mandela and Bangkok Rules, each with the first rule under it; it reaches to the next heading or the end of its part. */
const headings = {
  'nmr-basic-principles': 'nmr-1',
  'nmr-files': 'nmr-6',
  'nmr-separation': 'nmr-11',
  'nmr-accommodation': 'nmr-12',
  'nmr-hygiene': 'nmr-18',
  'nmr-clothing': 'nmr-19',
  'nmr-food': 'nmr-22',
  'nmr-exercise': 'nmr-23',
  'nmr-health': 'nmr-24',
  'nmr-discipline': 'nmr-36',
  'nmr-restraint': 'nmr-47',
  'nmr-searches': 'nmr-50',
  'nmr-information': 'nmr-54',
  'nmr-contact': 'nmr-58',
  'nmr-books': 'nmr-64',
  'nmr-religion': 'nmr-65',
  'nmr-property': 'nmr-67',
  'nmr-notifications': 'nmr-68',
  'nmr-investigations': 'nmr-71',
  'nmr-removal': 'nmr-73',
  'nmr-personnel': 'nmr-74',
  'nmr-inspections': 'nmr-83',
  'nmr-guiding-principles': 'nmr-86',
  'nmr-treatment': 'nmr-91',
  'nmr-classification': 'nmr-93',
  'nmr-privileges': 'nmr-95',
  'nmr-work': 'nmr-96',
  'nmr-education': 'nmr-104',
  'nmr-aftercare': 'nmr-106',
  'br-basic-principle': 'br-1',
  'br-admission': 'br-2',
  'br-register': 'br-3',
  'br-allocation': 'br-4',
  'br-hygiene': 'br-5',
  'br-health': 'br-6',
  'br-safety': 'br-19',
  'br-contact': 'br-26',
  'br-personnel': 'br-29',
  'br-juveniles': 'br-36',
  'br-sentenced': 'br-40',
  'br-mothers': 'br-48',
  'br-foreign-nationals': 'br-53',
  'br-minorities': 'br-54',
  'br-pretrial': 'br-56',
} as const satisfies Record<string, RuleId>

export type ChapterId = keyof typeof headings

const chapterFrom = new Map<string, ChapterId>(
  Object.entries(headings).map(([chapter, first]) => [first, chapter as ChapterId]),
)

const chapterByRule = new Map<string, ChapterId | undefined>()
let open: { part: string; chapter: ChapterId | undefined } = { part: '', chapter: undefined }
for (const { id, part } of rules) {
  open = { part, chapter: chapterFrom.get(id) ?? (part === open.part ? open.chapter : undefined) }
  chapterByRule.set(id, open.chapter)
}

/** The heading that a rule stands under; undefined in parts that have none, as the parts of the Kyoto text. */
export function chapterOf(ruleId: string): ChapterId | undefined {
  return chapterByRule.get(ruleId)
}
