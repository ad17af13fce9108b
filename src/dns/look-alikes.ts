/**
 * Letters of other scripts that common fonts draw as an ASCII letter is drawn: Cyrillic, Greek, Armenian and the phonetic
 * alphabet (after the confusables of UTS 39). No letter with a mark of its own is among them: it is seen to be another one.
 */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  a: '\u0430\u0410\u03b1\u0391\u0251',
  b: '\u0412\u0392\u042c\u044c',
  c: '\u0441\u0421\u03f2\u03f9',
  d: '\u0501\u0257',
  e: '\u0435\u0415\u0395\u03b5\u04bd',
  f: '\u03dd\u0584',
  g: '\u0261\u050d\u0581',
  h: '\u04bb\u041d\u0397\u0570',
  i: '\u0456\u0406\u03b9\u0399\u0269',
  j: '\u0458\u0408\u03f3',
  k: '\u043a\u041a\u03ba\u039a',
  l: '\u04cf\u04c0',
  m: '\u043c\u041c\u039c',
  n: '\u0578\u03b7\u039d\u057c',
  o: '\u043e\u041e\u03bf\u039f\u0585\u03c3',
  p: '\u0440\u0420\u03c1\u03a1',
  q: '\u051b\u0566',
  r: '\u0433',
  s: '\u0455\u0405',
  t: '\u0442\u0422\u03c4\u03a4',
  u: '\u057d\u03c5',
  v: '\u0475\u03bd',
  w: '\u051d\u0461\u03c9',
  x: '\u0445\u0425\u03c7\u03a7',
  y: '\u0443\u0423\u03b3\u03a5\u04af',
  z: '\u0396',
};

const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries(LOOK_ALIKES).flatMap(([letter, alike]) => Array.from(alike, (one) => [one, letter] as const)),
);

/** What a word with letters of other scripts is taken for, in lower case, and the first such letter. */
export interface LookAlike {
  readonly text: string;
  /** The letter of the other script, and the one that it is taken for. */
  readonly letter: string;
  readonly seenAs: string;
}

/** The ASCII word that a word looks like; undefined where it is one, or has a letter that looks like none. */
export function lookAlikeOf(word: string): LookAlike | undefined {
  let text = '';
  let first: Omit<LookAlike, 'text'> | undefined;
  for (const letter of word) {
    const isAscii = letter < '\u0080';
    // Letters of full width and of mathematics are compatible with the plain ones.
    const seenAs = isAscii ? letter : (LETTERS.get(letter) ?? letter.normalize('NFKC'));
    if (!/^[\0-\x7f]$/.test(seenAs)) return undefined;
    if (!isAscii) first ??= { letter, seenAs: seenAs.toLowerCase() };
    text += seenAs.toLowerCase();
  }
  return first && { text, ...first };
}
