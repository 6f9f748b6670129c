import type { RuleWords } from './define.ts'
import type { nelsonMandela } from './nelson-mandela.ts'

/** What each Nelson Mandela Rule asks for, in our own English; the official text prevails. */
export const nelsonMandelaWords: Record<(typeof nelsonMandela)[number]['id'], RuleWords> = {
  'nmr-1': {
    topic: 'Dignity, no torture, safety',
    obligation:
      'Treat everyone in custody with respect for their human worth, protect them absolutely from torture and ill-treatment, and keep prisoners, staff, service providers and visitors safe at all times.',
  },
  'nmr-2': {
    topic: 'Non-discrimination',
    obligation:
      'Apply the rules without bias on any ground, respect religious and moral beliefs, and protect and promote the rights of those with particular needs, which is not to be seen as unfair favour.',
  },
  'nmr-3': {
    topic: 'No added suffering',
    obligation:
      'Loss of liberty is the punishment; the prison system must not make the hardship worse beyond justified separation or discipline.',
  },
  'nmr-4': {
    topic: 'Purpose of imprisonment',
    obligation:
      'Use the time in custody to help people return able to live lawfully and support themselves, by offering education, training, work and other help fitted to individual needs.',
  },
  'nmr-5': {
    topic: 'Normality and reasonable accommodation',
    obligation:
      'Reduce the differences between prison and free life that erode responsibility or dignity, and make the adjustments that people with disabilities need to take part on equal terms.',
  },
  'nmr-6': {
    topic: 'Prisoner files',
    obligation:
      'Keep a standard, secure record system for every place of detention, with an audit trail, protected against unauthorised access or change.',
  },
  'nmr-7': {
    topic: 'Admission records',
    obligation:
      'Receive no one without a valid commitment order, and record at entry identity, legal grounds, times, any visible injury, property, family and emergency contact.',
  },
  'nmr-8': {
    topic: 'Records during custody',
    obligation:
      'Keep on file the case process, assessments, conduct, complaints, disciplinary measures, and the facts of any injury or death.',
  },
  'nmr-9': {
    topic: 'Confidential records and own access',
    obligation:
      'Keep files confidential, open only to those whose work requires it, and let people see and obtain their own records.',
  },
  'nmr-10': {
    topic: 'Records as evidence for policy',
    obligation:
      'Use the record system to produce reliable trends on the prison population, occupancy included, as a basis for decisions.',
  },
  'nmr-11': {
    topic: 'Separation of categories',
    obligation:
      'Hold different groups apart: women from men, untried from convicted, civil from criminal, and young people from adults.',
  },
  'nmr-12': {
    topic: 'Sleeping accommodation',
    obligation:
      'Give each person a cell of their own at night where cells are used, accept sharing only as a temporary exception, and choose and supervise dormitory groups with care.',
  },
  'nmr-13': {
    topic: 'Accommodation and health',
    obligation:
      'All rooms, sleeping rooms above all, must meet health requirements for climate, air volume, floor space, light, heat and ventilation.',
  },
  'nmr-14': {
    topic: 'Windows, air and light',
    obligation:
      'Windows must allow reading and working by daylight and let fresh air in, and artificial light must be enough not to harm eyesight.',
  },
  'nmr-15': {
    topic: 'Sanitary installations',
    obligation: 'Toilets must let everyone meet their needs when necessary, cleanly and decently.',
  },
  'nmr-16': {
    topic: 'Bathing',
    obligation:
      'Provide baths or showers at a suitable temperature as often as hygiene demands and no less than weekly in a temperate climate.',
  },
  'nmr-17': {
    topic: 'Clean premises',
    obligation: 'Keep every part of the prison in regular use well maintained and scrupulously clean.',
  },
  'nmr-18': {
    topic: 'Personal hygiene',
    obligation: 'Supply water and toilet articles for health and cleanliness, and means for hair and shaving.',
  },
  'nmr-19': {
    topic: 'Clothing',
    obligation:
      'Those without their own clothes get clothing fit for the climate and never degrading; clean, changed and washed; own clothes allowed on outings.',
  },
  'nmr-20': {
    topic: 'Own clothing kept fit',
    obligation: 'Where own clothes are allowed, arrangements at admission must keep them clean and usable.',
  },
  'nmr-21': {
    topic: 'Bed and bedding',
    obligation: 'Each person has a separate bed with clean, sufficient bedding, kept in order and changed often.',
  },
  'nmr-22': {
    topic: 'Food and drinking water',
    obligation: 'Give wholesome food of nutritional value at usual hours, and drinking water whenever needed.',
  },
  'nmr-23': {
    topic: 'Exercise and sport',
    obligation:
      'Those not working outdoors get at least an hour of open-air exercise daily, weather permitting; the young and the fit get physical training.',
  },
  'nmr-24': {
    topic: 'Health care as in the community',
    obligation:
      'Health care is a state duty, free and without discrimination, at the community standard, and organised so that treatment continues on entry and after release.',
  },
  'nmr-25': {
    topic: 'Health-care service',
    obligation:
      'Every prison has a service with enough qualified staff acting independently, psychological and psychiatric skill included, and access to a dentist.',
  },
  'nmr-26': {
    topic: 'Medical files',
    obligation:
      'Keep accurate, confidential individual medical files, give patients access, and transfer the file with the person.',
  },
  'nmr-27': {
    topic: 'Prompt and independent clinical care',
    obligation:
      'Give prompt access in emergencies, transfer to specialist or hospital care when needed, and leave clinical decisions to health professionals alone.',
  },
  'nmr-28': {
    topic: 'Care around pregnancy',
    obligation:
      'Provide special accommodation and care before and after birth, and have births take place in hospital outside where practicable, without recording prison as birthplace.',
  },
  'nmr-29': {
    topic: 'Children in prison with a parent',
    obligation:
      'Decide on a child’s stay by the child’s best interests, provide child care and health services, and never treat the child as a prisoner.',
  },
  'nmr-30': {
    topic: 'Health examination on admission',
    obligation:
      'A doctor or other qualified health professional sees, talks with and examines everyone as soon as possible after admission, for health needs, ill-treatment, stress and self-harm risk, withdrawal, infection and fitness.',
  },
  'nmr-31': {
    topic: 'Daily access to health staff',
    obligation:
      'Health staff have daily access to the sick, to those who complain of illness or injury, and to those referred; examinations are confidential.',
  },
  'nmr-32': {
    topic: 'Medical ethics',
    obligation:
      'The same ethics apply as outside: consent, autonomy, confidentiality, and no part in ill-treatment; no harmful experimentation.',
  },
  'nmr-33': {
    topic: 'Doctor reports harm from custody',
    obligation:
      'The physician tells the director whenever health has suffered or will suffer from continued detention or a condition of it.',
  },
  'nmr-34': {
    topic: 'Signs of ill-treatment',
    obligation:
      'Health staff who see signs of torture or ill-treatment record and report them to the competent authority, with safeguards for the person.',
  },
  'nmr-35': {
    topic: 'Public-health inspection',
    obligation:
      'A doctor or public-health body regularly inspects and advises on food, hygiene, sanitation, light, ventilation, clothing, bedding and exercise.',
  },
  'nmr-36': {
    topic: 'Restrictions kept to what is needed',
    obligation: 'Maintain discipline and order with no more restriction than safe custody and orderly life require.',
  },
  'nmr-37': {
    topic: 'Rules set by law',
    obligation:
      'Conduct that is an offence, sanctions, who may impose them and any involuntary separation must be authorised by law or regulation.',
  },
  'nmr-38': {
    topic: 'Conflict prevention; softening separation',
    obligation:
      'Prevent and settle conflict by mediation or similar means where possible, and act to reduce harm for those who are or were separated.',
  },
  'nmr-39': {
    topic: 'Lawful, proportionate sanctions',
    obligation:
      'No sanction except under rule 37 and fairness; never twice for the same act; proportionate, recorded; consider mental illness or disability, and do not punish conduct that results from it.',
  },
  'nmr-40': {
    topic: 'No prisoners as disciplinarians',
    obligation:
      'No prisoner may be employed in a disciplinary capacity, without harm to supervised self-government or group activities.',
  },
  'nmr-41': {
    topic: 'Disciplinary process',
    obligation:
      'Report and investigate promptly; tell the person the accusation in a language understood; allow time, defence, legal help in serious cases, and review by a court.',
  },
  'nmr-42': {
    topic: 'General conditions apply to everyone',
    obligation:
      'Light, air, heat, sanitation, food, water, open air, hygiene, health care and space apply without exception, separation included.',
  },
  'nmr-43': {
    topic: 'Forbidden sanctions',
    obligation:
      'Never use indefinite or prolonged solitary, dark or constantly lit cells, corporal punishment or cuts in food or water, collective punishment, restraints as sanction, or a ban on family contact.',
  },
  'nmr-44': {
    topic: 'Meaning of solitary confinement',
    obligation:
      'Solitary is 22 hours or more a day without meaningful human contact; it is prolonged beyond 15 days in a row.',
  },
  'nmr-45': {
    topic: 'Limits on solitary',
    obligation:
      'Use only exceptionally, last resort, shortest time, with authority and independent review; never by virtue of the sentence; not where disability would worsen; bans for women and children in other standards stand.',
  },
  'nmr-46': {
    topic: 'Health staff and separation',
    obligation:
      'Health staff take no part in imposing it but visit the separated daily, help promptly, report harm and may advise change or end.',
  },
  'nmr-47': {
    topic: 'Restraint instruments',
    obligation:
      'No chains, irons or other inherently degrading or painful restraints; others only when law permits, for escort or, by the director’s order, when other control fails.',
  },
  'nmr-48': {
    topic: 'Conditions for restraint',
    obligation:
      'Only when no lesser control works, the least intrusive kind, for the time required; never on women in labour, birth or just after.',
  },
  'nmr-49': {
    topic: 'Control techniques',
    obligation: 'Seek and train in techniques that avoid restraint or make it less intrusive.',
  },
  'nmr-50': {
    topic: 'Searches by law',
    obligation: 'Searches are lawful, respectful of dignity and privacy, and proportionate, legal and necessary.',
  },
  'nmr-51': {
    topic: 'Search records',
    obligation:
      'Searches never harass or intrude without need; keep records, reasons, names of searchers and results above all for strip, cavity and cell searches.',
  },
  'nmr-52': {
    topic: 'Intrusive searches',
    obligation:
      'Only if absolutely necessary, in private, by trained staff of the same sex; cavity searches by health staff other than those caring for the person, or at least by staff trained for it; seek alternatives.',
  },
  'nmr-53': {
    topic: 'Own legal papers',
    obligation: 'People may keep or see documents on their legal case without the administration reading them.',
  },
  'nmr-54': {
    topic: 'Information on admission',
    obligation:
      'Give written information promptly on law and rules, rights and how to get legal advice and complain, duties, and all that helps to adapt.',
  },
  'nmr-55': {
    topic: 'Language and form of information',
    obligation:
      'Provide it in the languages and forms needed; explain orally to those who cannot read; adapt for sensory disability; display summaries.',
  },
  'nmr-56': {
    topic: 'Requests and complaints',
    obligation:
      'Let people raise matters with the director daily, with inspectors in private, and with central or judicial authorities without censorship, also through lawyer or family.',
  },
  'nmr-57': {
    topic: 'Dealing with complaints',
    obligation:
      'Answer promptly; allow confidential and safe complaint without reprisal; torture allegations get immediate, impartial, independent inquiry.',
  },
  'nmr-58': {
    topic: 'Contact with family and friends',
    obligation:
      'Allow regular communication by letter and other means and by visits; conjugal visits, where allowed, without discrimination.',
  },
  'nmr-59': {
    topic: 'Near home',
    obligation: 'Allocate, as far as possible, close to home or the place of social rehabilitation.',
  },
  'nmr-60': {
    topic: 'Visitors',
    obligation:
      'Visitors consent to search and may leave; search is no more intrusive than for prisoners, and cavity searches are avoided and never done on children.',
  },
  'nmr-61': {
    topic: 'Legal adviser',
    obligation:
      'Give adequate time and facilities for lawyers’ visits and confidential advice, within sight but not hearing; interpreters; effective legal aid.',
  },
  'nmr-62': {
    topic: 'Consular contact',
    obligation:
      'Foreign nationals can communicate with their diplomats or consulate, or a protecting state or body for refugees and stateless people.',
  },
  'nmr-63': {
    topic: 'News',
    obligation:
      'Keep people regularly informed of more important news by papers, broadcasts or other controlled means.',
  },
  'nmr-64': {
    topic: 'Library',
    obligation: 'A library for all categories, well stocked with recreation and instruction, and its use encouraged.',
  },
  'nmr-65': {
    topic: 'Religious representative',
    obligation:
      'Appoint or approve a qualified representative where enough people share a religion, allow services and private visits, respect refusal.',
  },
  'nmr-66': {
    topic: 'Religious practice',
    obligation: 'Let everyone meet religious needs by services and books as far as practicable.',
  },
  'nmr-67': {
    topic: 'Property',
    obligation: 'Keep money and belongings safely with a signed inventory and return them at release.',
  },
  'nmr-68': {
    topic: 'Telling family',
    obligation:
      'Everyone can at once tell family or a chosen contact about imprisonment, transfer, serious illness or injury; data of family handled by law.',
  },
  'nmr-69': {
    topic: 'Notice of death or serious illness',
    obligation:
      'On a prisoner’s death the director tells next of kin at once; on serious illness, injury or transfer to a health facility, those the prisoner has chosen, respecting a wish not to tell.',
  },
  'nmr-70': {
    topic: 'Notice of a relative’s illness or death',
    obligation: 'Tell the person at once, and allow a visit under escort or alone when circumstances permit.',
  },
  'nmr-71': {
    topic: 'Investigation of deaths and ill-treatment',
    obligation:
      'Report deaths, disappearances and serious injury at once to an independent authority, cooperate, preserve evidence, and remove those implicated from the inquiry and from witnesses.',
  },
  'nmr-72': {
    topic: 'The body of the deceased',
    obligation:
      'Treat the body with respect, return it to next of kin promptly, at the latest after the investigation; arrange a fitting funeral where no one does.',
  },
  'nmr-73': {
    topic: 'Transport',
    obligation:
      'Shield people from public view and insult, and move them without bad air, darkness or hardship, at the administration’s cost and on equal terms.',
  },
  'nmr-74': {
    topic: 'Staff selection and status',
    obligation:
      'Select staff with care for integrity and humanity, as full-time civil servants with secure tenure and adequate pay, and awaken the sense of social service.',
  },
  'nmr-75': {
    topic: 'Staff training',
    obligation:
      'Adequate education and ability and means to work professionally; tailored training before duty, with tests; continuous courses after.',
  },
  'nmr-76': {
    topic: 'Content of training',
    obligation:
      'Cover at least law and rules, rights and duties, security with dynamic approaches and force, restraint and de-escalation, first aid and health needs, mental health and social care.',
  },
  'nmr-77': {
    topic: 'Staff conduct',
    obligation: 'Staff behave so as to influence people by good example and command respect.',
  },
  'nmr-78': {
    topic: 'Specialists',
    obligation:
      'Enough psychiatrists, psychologists, social workers, teachers and trade instructors, social workers and teachers on permanent basis with part-timers and volunteers as well.',
  },
  'nmr-79': {
    topic: 'Director',
    obligation:
      'Qualified, full-time, living on or near the premises; where one directs several prisons, frequent visits and a resident official in charge.',
  },
  'nmr-80': {
    topic: 'Language of staff',
    obligation:
      'Director, deputy and most staff speak the language most prisoners understand; interpreter when necessary.',
  },
  'nmr-81': {
    topic: 'Women staff and women prisoners',
    obligation:
      'A women’s part is under a responsible woman; no male staff enter unaccompanied; women attend and supervise women.',
  },
  'nmr-82': {
    topic: 'Use of force by staff',
    obligation:
      'Only in self-defence, escape or resistance to lawful order, no more than necessary, reported at once to the director; special training; no arms in direct contact save special cases.',
  },
  'nmr-83': {
    topic: 'Internal and external inspection',
    obligation: 'Two systems of regular inspection: by the central administration, and by an independent body.',
  },
  'nmr-84': {
    topic: 'Inspectors’ powers',
    obligation:
      'Access to all information and records, free choice of prisons, unannounced visits and interviewees, private talks, and power to recommend; teams qualified, health and gender balanced.',
  },
  'nmr-85': {
    topic: 'Inspection reports',
    obligation:
      'A written report after each visit to the competent authority, consider publishing, and a statement within a reasonable time on whether recommendations will be followed.',
  },
  'nmr-86': {
    topic: 'Sentenced: guiding principles',
    obligation: 'The principles that follow show the spirit in which prisons for sentenced people should be run.',
  },
  'nmr-87': {
    topic: 'Gradual return',
    obligation:
      'Before the end of sentence ensure a gradual return, by pre-release regime or trial release under supervision joined to social aid and not the police.',
  },
  'nmr-88': {
    topic: 'Part of the community',
    obligation:
      'Stress people’s continuing part in society; involve community agencies; social workers maintain family ties; protect civil and social rights.',
  },
  'nmr-89': {
    topic: 'Individual treatment and prison types',
    obligation:
      'Flexible grouping, different security levels, open conditions for selected people, and closed prisons not so large that individual work suffers, some countries naming 500.',
  },
  'nmr-90': {
    topic: 'Aftercare',
    obligation:
      'Society’s duty does not end with release; agencies must give efficient after-care to reduce prejudice and help rehabilitation.',
  },
  'nmr-91': {
    topic: 'Aim of treatment',
    obligation: 'Treatment aims at the will and ability to live lawfully, self-respect and responsibility.',
  },
  'nmr-92': {
    topic: 'Means of treatment',
    obligation:
      'All proper means, individual to the person: education, guidance, casework, employment counselling, physical and moral development; reports on admission.',
  },
  'nmr-93': {
    topic: 'Classification',
    obligation: 'Separate those likely to exert bad influence and divide into classes to ease treatment.',
  },
  'nmr-94': {
    topic: 'Individual programme',
    obligation:
      'Soon after admission and a study of the person, prepare a programme in light of needs, capacities and dispositions.',
  },
  'nmr-95': {
    topic: 'Privileges',
    obligation: 'Systems of privileges to encourage good conduct, responsibility, and interest in treatment.',
  },
  'nmr-96': {
    topic: 'Work',
    obligation:
      'Opportunity to work or take part in rehabilitation, subject to fitness, with enough useful work for a normal day.',
  },
  'nmr-97': {
    topic: 'No afflictive work',
    obligation: 'Work is never afflictive, nor slavery or servitude, nor for private benefit of staff.',
  },
  'nmr-98': {
    topic: 'Useful and vocational work',
    obligation:
      'Work should maintain or raise earning ability; training in useful trades above all for the young; choice where possible.',
  },
  'nmr-99': {
    topic: 'Like work outside',
    obligation: 'Organise work like outside, and put people’s interests and training before profit.',
  },
  'nmr-100': {
    topic: 'Who runs the work',
    obligation:
      'Preferably run by the administration; work for others is under prison staff and outside users pay the full normal wage to the administration.',
  },
  'nmr-101': {
    topic: 'Safety at work',
    obligation:
      'Protect safety and health as for free workers, and compensate injury and illness on no less favourable terms.',
  },
  'nmr-102': {
    topic: 'Working hours',
    obligation: 'Maximum daily and weekly hours set by law or rule, a rest day a week, and time left for education.',
  },
  'nmr-103': {
    topic: 'Pay for work',
    obligation: 'Equitable pay, part to spend, part to send to family, part saved for release.',
  },
  'nmr-104': {
    topic: 'Education',
    obligation:
      'Further education for all who can profit; compulsory for those who cannot read and young people; integrated with the national system.',
  },
  'nmr-105': {
    topic: 'Recreation',
    obligation: 'Recreation and culture in every prison for mental and physical health.',
  },
  'nmr-106': {
    topic: 'Family ties',
    obligation: 'Special attention to keeping and improving family relations in both sides’ interest.',
  },
  'nmr-107': {
    topic: 'Future after release',
    obligation:
      'From the start of the sentence consider life after release, and encourage contact with people and bodies that help.',
  },
  'nmr-108': {
    topic: 'Help on release',
    obligation:
      'Agencies ensure that people leaving have documents, home and work, clothing for the season, and means to reach their destination and live at first; they have access to prisoners from the start.',
  },
  'nmr-109': {
    topic: 'Persons not criminally responsible or severely ill',
    obligation:
      'Do not hold in prison those found not responsible or later diagnosed with severe conditions that prison would worsen; observe and treat others under health care.',
  },
  'nmr-110': {
    topic: 'Psychiatric aftercare',
    obligation: 'Arrange for treatment and social-psychiatric care to go on after release when needed.',
  },
  'nmr-111': {
    topic: 'Untried: presumption of innocence',
    obligation: 'Unconvicted people are presumed innocent, treated as such, with a special regime.',
  },
  'nmr-112': { topic: 'Untried kept apart', obligation: 'Keep untried from convicted, and young untried from adults.' },
  'nmr-113': {
    topic: 'Untried sleep singly',
    obligation: 'Single rooms at night for the untried, local custom and climate aside.',
  },
  'nmr-114': {
    topic: 'Untried: own food',
    obligation: 'May have food brought at own cost, or else the administration provides it.',
  },
  'nmr-115': {
    topic: 'Untried: clothing',
    obligation: 'May wear own clothes if clean; prison clothes differ from those of the convicted.',
  },
  'nmr-116': {
    topic: 'Untried: work',
    obligation: 'Always offered a chance to work, not required to, and paid if they do.',
  },
  'nmr-117': {
    topic: 'Untried: books and news',
    obligation: 'May get books, papers and writing material at own or third party’s cost within justice and order.',
  },
  'nmr-118': {
    topic: 'Untried: own doctor',
    obligation: 'May be visited and treated by their own doctor or dentist on reasonable grounds and at own cost.',
  },
  'nmr-119': {
    topic: 'Untried: reasons and legal help',
    obligation: 'Right to be told promptly of reasons and charges, and to legal advice, by legal aid if without means.',
  },
  'nmr-120': {
    topic: 'Untried: lawyer and papers',
    obligation: 'Defence visits and documents under the same safeguards as rule 61, with writing material on request.',
  },
  'nmr-121': {
    topic: 'Civil prisoners',
    obligation:
      'People held for debt or by other non-criminal order face no greater restriction than needed and no less favour than the untried.',
  },
  'nmr-122': {
    topic: 'Held without charge',
    obligation:
      'Those arrested or held without charge have the protection of rule 11 and the untried rules, with no measure implying re-education.',
  },
}
