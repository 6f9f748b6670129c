import type { bangkok } from './bangkok.ts'
import type { RuleWords } from './define.ts'

/** What each Bangkok Rule asks for, in our own English; the official text prevails. */
export const bangkokWords: Record<(typeof bangkok)[number]['id'], RuleWords> = {
  'br-1': {
    topic: 'Women’s distinctive needs',
    obligation:
      'Take account of women’s own needs when applying the general rules; doing so to reach real equality is not discrimination.',
  },
  'br-2': {
    topic: 'Admission of women and children',
    obligation:
      'Care at admission: contact with relatives, legal advice, information in a known language, consulate for foreigners; before or on entry, carers can arrange for children, including suspended detention.',
  },
  'br-3': {
    topic: 'Register of children',
    obligation:
      'Record at admission the number and personal details of the woman’s children, kept confidential and used only with regard to the child’s best interests.',
  },
  'br-4': {
    topic: 'Place near home',
    obligation:
      'Allocate women, as far as possible, close to home or place of rehabilitation, weighing caring duties, preference and available programmes.',
  },
  'br-5': {
    topic: 'Hygiene',
    obligation:
      'Facilities and materials for women’s needs, free sanitary articles and regular water for self and children, above all when cooking, pregnant, nursing or menstruating.',
  },
  'br-6': {
    topic: 'Health screening of women',
    obligation:
      'Full screening on entry for health care needs: infections with counselling, mental health and suicide risk, reproductive history, drug dependency, sexual abuse or other violence.',
  },
  'br-7': {
    topic: 'Abuse disclosed',
    obligation:
      'If abuse is found, tell the woman of her right to legal recourse, help her, support her psychologically, and protect from reprisal whatever she decides.',
  },
  'br-8': {
    topic: 'Medical confidentiality',
    obligation:
      'Keep medical confidentiality, including the right not to share or be screened on reproductive history.',
  },
  'br-9': {
    topic: 'Child’s health screening',
    obligation:
      'A child who comes in with the mother is screened too, preferably by a child health specialist, and cared for as outside.',
  },
  'br-10': {
    topic: 'Gender-specific health care',
    obligation:
      'Women’s health care at least equal to outside; a woman doctor or nurse where asked for, where possible, and a woman staff member present otherwise.',
  },
  'br-11': {
    topic: 'Who is present at examinations',
    obligation:
      'Only medical staff are present, unless a doctor sees exceptional need, security requires, or the woman asks; women staff if non-medical, with privacy.',
  },
  'br-12': {
    topic: 'Mental health care',
    obligation:
      'Individual, gender-sensitive, trauma-informed mental health and rehabilitation programmes in prison or not.',
  },
  'br-13': {
    topic: 'Staff alert to distress',
    obligation: 'Make staff aware of times of special distress and ensure support.',
  },
  'br-14': {
    topic: 'HIV',
    obligation:
      'Gender-specific HIV prevention, treatment, care and support, including mother to child, with peer education.',
  },
  'br-15': {
    topic: 'Substance use',
    obligation: 'Specialised treatment for women that considers victimisation, pregnancy and culture.',
  },
  'br-16': {
    topic: 'Suicide and self-harm',
    obligation:
      'Strategies with health and social services to prevent self-harm and suicide, with gender-specific support for those at risk.',
  },
  'br-17': {
    topic: 'Health education',
    obligation: 'Preventive health education for women, including HIV, other infections and women’s conditions.',
  },
  'br-18': {
    topic: 'Preventive care',
    obligation: 'Tests such as cervical and breast cancer screening on equal terms with the community.',
  },
  'br-19': {
    topic: 'Searches of women',
    obligation: 'Dignity and respect in searches, done only by trained women staff under set procedures.',
  },
  'br-20': {
    topic: 'Alternatives to strip searches',
    obligation: 'Develop scans and other means to replace strip and invasive searches.',
  },
  'br-21': {
    topic: 'Searching children',
    obligation: 'Staff show competence and respect when searching children who stay with or visit mothers.',
  },
  'br-22': {
    topic: 'No isolation of pregnant and nursing women',
    obligation:
      'Never punish pregnant women, women with infants or breastfeeding mothers by close confinement or segregation.',
  },
  'br-23': {
    topic: 'No family-contact ban',
    obligation: 'Sanctions for women never include a ban on family contact, with children above all.',
  },
  'br-24': { topic: 'No restraints in birth', obligation: 'Never use restraints in labour, birth and right after.' },
  'br-25': {
    topic: 'Complaints and inspection for women',
    obligation:
      'Protect, support and counsel women who report abuse, with independent inquiry; those pregnant from abuse get medical help; inspection bodies include women.',
  },
  'br-26': {
    topic: 'Contact with family',
    obligation:
      'Encourage contact with family, children, guardians and lawyers by all reasonable means and offset the disadvantage of distance.',
  },
  'br-27': { topic: 'Conjugal visits', obligation: 'Where allowed, women have them on the same terms as men.' },
  'br-28': {
    topic: 'Visits with children',
    obligation: 'A setting good for the visit, open contact between mother and child, extended visits encouraged.',
  },
  'br-29': {
    topic: 'Building staff capacity',
    obligation:
      'Staff in women’s prisons can meet women’s social reintegration needs and run safe, rehabilitative facilities; women reach senior posts.',
  },
  'br-30': {
    topic: 'Management commitment',
    obligation: 'Clear and sustained management commitment to stop and address discrimination against women staff.',
  },
  'br-31': {
    topic: 'Policies against abuse',
    obligation:
      'Clear rules on staff conduct that protect women from gender-based physical or verbal violence, abuse and sexual harassment.',
  },
  'br-32': {
    topic: 'Equal training for women staff',
    obligation:
      'Women staff have equal access to training; all staff who manage women are trained in gender sensitivity and the ban on discrimination.',
  },
  'br-33': {
    topic: 'Training on women’s needs',
    obligation:
      'Training for staff on women’s needs and rights, basic women’s health, first aid, and child development where children stay.',
  },
  'br-34': {
    topic: 'HIV training',
    obligation: 'HIV capacity building in regular training: prevention, care, plus gender and human rights.',
  },
  'br-35': {
    topic: 'Detecting mental distress',
    obligation: 'Train staff to spot mental health needs and risk of self-harm and suicide, to support and refer.',
  },
  'br-36': { topic: 'Girls: protection', obligation: 'Measures to meet protection needs of girls in custody.' },
  'br-37': { topic: 'Girls: education', obligation: 'Equal access to education and training for girls in custody.' },
  'br-38': {
    topic: 'Girls: programmes',
    obligation:
      'Age and gender-specific programmes: counselling for abuse, women’s health education, regular gynaecological care.',
  },
  'br-39': {
    topic: 'Pregnant girls',
    obligation:
      'Support and medical care for pregnant girls equal to that of adult women, by a specialist, since risk is higher.',
  },
  'br-40': {
    topic: 'Gender-sensitive classification',
    obligation:
      'Classification methods address women’s gender-specific needs and circumstances for planning and early rehabilitation.',
  },
  'br-41': {
    topic: 'Risk assessment of women',
    obligation:
      'Risk assessment and classification recognise generally lower risk and harm of high security, use background of violence, mental and substance use issues, and parental duties, and plan for these.',
  },
  'br-42': {
    topic: 'Regime for women',
    obligation:
      'A balanced, comprehensive programme with flexible regime for pregnant women, nursing mothers and those with children; child care; programmes for trauma.',
  },
  'br-43': {
    topic: 'Visits encouraged',
    obligation: 'Encourage and where possible ease visits for women’s mental well-being and reintegration.',
  },
  'br-44': {
    topic: 'Consent to visitors',
    obligation: 'Consult women on who, including family, may visit, given exposure to domestic violence.',
  },
  'br-45': {
    topic: 'Home leave and open settings',
    obligation: 'Use home leave, open prisons, halfway houses and community programmes to the fullest for women.',
  },
  'br-46': {
    topic: 'Reintegration programmes',
    obligation:
      'With probation, social services and organisations, plan gender-specific pre- and post-release programmes.',
  },
  'br-47': {
    topic: 'Support after release',
    obligation: 'Additional support for women who need psychological, medical, legal and practical help.',
  },
  'br-48': {
    topic: 'Pregnant and nursing women',
    obligation:
      'Health and diet advice under a programme, food, healthy environment and exercise free; no discouraging nursing; needs after birth covered.',
  },
  'br-49': {
    topic: 'Child’s stay',
    obligation: 'Decide by the child’s best interests; children are never treated as prisoners.',
  },
  'br-50': {
    topic: 'Time with children',
    obligation: 'Mothers with children in prison get the most possible time with them.',
  },
  'br-51': {
    topic: 'Child’s health and setting',
    obligation:
      'Ongoing health care and development checks with community services; surroundings as close as possible to outside.',
  },
  'br-52': {
    topic: 'Separation of child from mother',
    obligation:
      'Decide individually by best interests; remove sensitively, only with care arranged and, for foreigners, with consulate consulted; then the most contact possible.',
  },
  'br-53': {
    topic: 'Foreign women',
    obligation:
      'Where treaties exist, consider transfer home as early as possible on request or informed consent, for those with children especially; when a child of a non-resident mother is to leave prison, weigh relocation to the home country with her, by the child’s interests.',
  },
  'br-54': {
    topic: 'Minorities and indigenous women',
    obligation:
      'Recognise distinct religious and cultural needs and the double disadvantage, with programmes in consultation with the women and groups.',
  },
  'br-55': {
    topic: 'Release services for minorities',
    obligation:
      'Review pre- and post-release services so that they suit and reach indigenous, ethnic and racial groups.',
  },
  'br-56': {
    topic: 'Pretrial women',
    obligation:
      'Recognise the particular risk of abuse of women in pretrial detention and adopt policy and practice to guarantee safety.',
  },
  'br-57': {
    topic: 'Non-custodial measures for women',
    obligation:
      'Develop gender-specific diversion, pretrial and sentencing alternatives that weigh victimisation and caring duties.',
  },
  'br-58': {
    topic: 'Families kept together',
    obligation:
      'Do not separate women from family and community without weighing background and ties; use alternatives where possible.',
  },
  'br-59': {
    topic: 'Protection without custody',
    obligation:
      'Use shelters or community means to protect women in need; custody for protection only as exception, on request and supervised.',
  },
  'br-60': {
    topic: 'Resources for alternatives',
    obligation:
      'Resources for suitable alternatives joining measures with help such as therapy, counselling, education, child care.',
  },
  'br-61': {
    topic: 'Sentencing women',
    obligation: 'Courts can weigh lack of criminal history, lesser gravity and role, caring duties and background.',
  },
  'br-62': {
    topic: 'Women-only treatment in the community',
    obligation:
      'Provide trauma-informed, women-only substance treatment, and access to it, in the community for prevention, diversion and sentencing.',
  },
  'br-63': {
    topic: 'Parole of women',
    obligation: 'Decisions on early release weigh caring duties and reintegration needs in favour of the woman.',
  },
  'br-64': {
    topic: 'Pregnant women and carers',
    obligation:
      'Prefer non-custodial sentences; custody when the offence is serious or violent or the woman is a continuing danger, and after the child’s interests are weighed.',
  },
  'br-65': {
    topic: 'Girls: custody avoided',
    obligation:
      'Avoid institutionalisation of children in conflict with the law to the fullest; weigh girls’ vulnerability.',
  },
  'br-66': {
    topic: 'Trafficking',
    obligation:
      'Ratify and implement the trafficking and organised-crime instruments to protect victims and avoid double victimisation of foreign women.',
  },
  'br-67': {
    topic: 'Research on women’s offending',
    obligation:
      'Promote comprehensive, result-oriented research on offences by women, causes, effects of confrontation with justice, and programmes that reduce reoffending.',
  },
  'br-68': {
    topic: 'Research on children affected',
    obligation:
      'Research the number of children affected by a mother’s contact with justice and imprisonment’s impact on them, for policy in their interest.',
  },
  'br-69': {
    topic: 'Evaluation',
    obligation: 'Review, evaluate and publish trends and factors, and responses to women and their children.',
  },
  'br-70': {
    topic: 'Public awareness and training',
    obligation:
      'Inform media and public on reasons for women’s offending and best responses; share research; train officials.',
  },
}
