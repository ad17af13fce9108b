import { phrase } from '../language/phrase.ts';

/**
 * What is said once a change is made: `Add "11 IN PTR mail.example.com." to 2.0.192.in-addr.arpa (serial 2026112901)`
 * becomes `Added 11 IN PTR mail.example.com. to 2.0.192.in-addr.arpa, serial 2026112901`.
 */
export function doneWords(title: string): string {
  const [verb = ''] = title.split(' ', 1);
  const plain = title.replace(/"((?:\\.|[^"\\])*)"/g, '$1').replace(/ \(((?:serial)[^()]*)\)$/, ', $1');
  const past = PAST.get(verb);
  return past === undefined ? phrase`Done: ${plain}` : past + plain.slice(verb.length);
}

const REGULAR = ['Add', 'Comment', 'Expand', 'Fold', 'Insert', 'Join', 'Point', 'Sort', 'Turn'];
const REGULAR_IN_E = ['Change', 'Close', 'Create', 'Declare', 'Delete', 'Move', 'Name', 'Raise', 'Remove', 'Rename'];
const OTHERS: Readonly<Record<string, string>> = {
  Replace: 'Replaced',
  Reverse: 'Reversed',
  Silence: 'Silenced',
  End: 'Ended',
  Extract: 'Extracted',
  Give: 'Gave',
  Keep: 'Kept',
  Leave: 'Left',
  Make: 'Made',
  Put: 'Put',
  Set: 'Set',
  Split: 'Split',
  Swap: 'Swapped',
  Write: 'Wrote',
};

const PAST: ReadonlyMap<string, string> = new Map([
  ...REGULAR.map((verb) => [verb, `${verb}ed`] as const),
  ...REGULAR_IN_E.map((verb) => [verb, `${verb}d`] as const),
  ...Object.entries(OTHERS),
]);
