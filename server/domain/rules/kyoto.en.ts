import type { RuleWords } from './define.ts'
import type { kyoto } from './kyoto.ts'

/** What each Kyoto principle and strategy aims at, in our own English. They are aims: a country is not held to them. */
export const kyotoWords: Record<(typeof kyoto)[number]['id'], RuleWords> = {
  'kyoto-principle-1': {
    topic: 'Individualisation',
    obligation:
      'Fit decisions to the person by thorough, continuing assessment of risk, needs and responsibility, and consider life goals.',
  },
  'kyoto-principle-2': {
    topic: 'Non-custodial first',
    obligation: 'Promote non-custodial measures where appropriate; prison as last resort.',
  },
  'kyoto-principle-3': {
    topic: 'Humane custody and managed return',
    obligation: 'Prevention of reoffending also rests on safe, secure, humane custody and well-managed reintegration.',
  },
  'kyoto-principle-4': {
    topic: 'Address needs and causes',
    obligation: 'Programmes respond to individual needs and the factors behind offending.',
  },
  'kyoto-principle-5': {
    topic: 'Whole of society',
    obligation:
      'Active part of all sectors, with time and resources for partnerships, outreach, training and sustainability.',
  },
  'kyoto-principle-6': {
    topic: 'Research',
    obligation: 'Invest in research on reoffending patterns and on what responses work.',
  },
  'kyoto-1': {
    topic: 'Individual assessments',
    obligation:
      'Base decisions on individual assessments by qualified people with standard tools suited and tested locally, with agencies sharing what is needed under data protection.',
  },
  'kyoto-2': {
    topic: 'Diversion',
    obligation:
      'Promote diversion, considering gravity and likely benefit, with law, policy or protocol built on individual assessment.',
  },
  'kyoto-3': {
    topic: 'Pretrial detention',
    obligation:
      'Detain before trial only as last resort for flight, new offences or interference; build alternatives and support those released.',
  },
  'kyoto-4': {
    topic: 'Sentencing',
    obligation:
      'Use non-custodial sentences where suitable, also for repeat offenders; avoid needless mandatory or short prison terms; give courts reports on the person.',
  },
  'kyoto-5': {
    topic: 'Supervision in the community',
    obligation:
      'Put supervision and support by qualified, resourced staff first; conditions individual, proportionate, clear, necessary and reviewed.',
  },
  'kyoto-6': {
    topic: 'Prison conditions',
    obligation:
      'Step up efforts to bring management and conditions into line with the Mandela and Bangkok Rules to lower reoffending.',
  },
  'kyoto-7': {
    topic: 'Family contact',
    obligation: 'Treat constructive contact with family and friends as crucial, and say so in policy and rules.',
  },
  'kyoto-8': {
    topic: 'Prison-based programmes',
    obligation:
      'Invest in programmes on causes of offending in prison and community; in prison raise reintegration prospects and avoid exploitation.',
  },
  'kyoto-9': {
    topic: 'Preparation for release',
    obligation:
      'Work with partners for a seamless transition, with support in housing, employment, health and welfare, from admission to beyond release.',
  },
  'kyoto-10': {
    topic: 'Rehabilitation programmes',
    obligation:
      'Programmes are evidence-based, age-appropriate, culture- and gender-sensitive, and regularly reviewed and evaluated.',
  },
  'kyoto-11': {
    topic: 'Restorative justice',
    obligation:
      'Consider restorative programmes as option, alternative or addition, with consent and safeguards, for victims and offenders.',
  },
  'kyoto-12': {
    topic: 'Criminal records',
    obligation:
      'Consider limiting access to records beyond competent authorities and narrowing disclosure in proportion to public protection.',
  },
  'kyoto-13': {
    topic: 'Partnerships',
    obligation:
      'Clear protocols for cooperation among justice agencies and with others; one lead agency or person per case.',
  },
  'kyoto-14': {
    topic: 'Volunteers and civil society',
    obligation: 'Recognise, promote and support what volunteers and organisations can add.',
  },
  'kyoto-15': {
    topic: 'Public awareness',
    obligation:
      'Design and run campaigns and outreach that build understanding and support for measures to reduce reoffending.',
  },
  'kyoto-16': {
    topic: 'Capacity-building',
    obligation: 'Recognise justice staff’s role, with resourced professional training and exchange.',
  },
  'kyoto-17': { topic: 'Sustainability', obligation: 'Develop national strategies and action plans as needed.' },
  'kyoto-18': {
    topic: 'Measurement and monitoring',
    obligation:
      'Give clear definitions and sound analysis, use more indicators than reoffending rates, with qualified, gender- and culture-aware research and university partners.',
  },
}
