import type { Break } from '../domain/audit/chain.ts'

/** What is wrong at a broken link, in the words of the terminal. */
export const breakWords: Record<Break, string> = {
  'dropped-forged':
    'what is said of links that were dropped was not signed by the key, or does not go on from those before',
  'link-missing': 'a link was taken out or put in here',
  'link-moved': 'the link does not follow the one before it',
  'entry-missing': 'the entry was deleted',
  altered: 'the entry or its link was altered',
  signature: 'the signature does not belong to this link',
  'tail-unsigned': 'the chain ends at a link that nobody signed: its end was cut off',
  'never-sealed': 'an entry stands beside the chain: it was put in past the product',
  cut: 'the chain is shorter than the exported head: its end was cut off',
  rewritten: 'the chain differs from the exported head: it was written anew',
}
