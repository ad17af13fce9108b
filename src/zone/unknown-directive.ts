import { isNameFault, parseName } from '../dns/name.ts';
import { isOneSlipAway } from '../dns/slip.ts';
import { parseTtl } from '../dns/ttl.ts';
import { phrase } from '../language/phrase.ts';
import { noDirective } from '../syntax/header-faults.ts';
import { oddCharacter } from '../syntax/odd-characters.ts';
import type { Fault, FaultFix, Token } from '../syntax/token.ts';
import { parseRange } from './generate.ts';

/** The directives, with how many words are behind each at least. */
const DIRECTIVES = new Map([
  ['$ORIGIN', 1],
  ['$TTL', 1],
  ['$INCLUDE', 1],
  ['$GENERATE', 4],
]);

/** A word with `$` that is no directive, with what it was most likely meant to be. */
export function unknownDirective(directive: Token, words: readonly Token[]): Fault {
  return oddCharacter(directive) ?? noDirective(directive, fixOf(directive, words));
}

/** Whether it is a `$TTL` once it is fixed: then the records below lack theirs for this one. */
export function meansTtl(directive: Token, words: readonly Token[]): boolean {
  return /^\$+ttl/i.test(directive.text) || fixOf(directive, words)?.text.startsWith('$TTL') === true;
}

/** Whether it is an `$ORIGIN` once it is fixed: then nobody knows what the names below are under. */
export function meansOrigin(directive: Token, words: readonly Token[]): boolean {
  if (DIRECTIVES.has(directive.text.toUpperCase())) return false;
  // `$ ORIGIN` and `$$ORIGIN` too.
  const whole = directive.text === '$' ? `$${words[0]?.text ?? ''}` : directive.text;
  return fixOf(directive, words)?.text.startsWith('$ORIGIN') === true || /^\$+origin\b/i.test(whole);
}

/** Whether a line that can't be read was meant to make records, or to include some: nobody knows which. */
export function meansRecords([first, second]: readonly Token[]): boolean {
  if (!first || first.quoted) return false;
  const word = first.text === '$' && second ? second.text : first.text.replace(/^(?:\$+|#)/, '');
  return first.text.startsWith('$') ? /^(?:GE|IN)/i.test(word) : MAKING.test(word);
}

const MAKING = /^(?:GENERATE|INCLUDE)$/i;

/**
 * A directive that has lost its `$`, at the beginning of a line: `TTL` with nothing but a time behind it, `ORIGIN` with
 * nothing but a name, `INCLUDE` with nothing but a path, `GENERATE` with a range, so that it is no owner.
 */
export function lostDollar(tokens: readonly Token[]): Fault | undefined {
  const [first, second, extra] = tokens;
  if (!first || !second || first.quoted || second.quoted) return undefined;
  const directive = `$${first.text.toUpperCase()}`;
  if (extra && directive !== '$GENERATE' && (directive !== '$INCLUDE' || tokens.length > 3)) return undefined;
  const isMeant =
    (directive === '$TTL' && parseTtl(second.text)?.overflow === false) ||
    (directive === '$ORIGIN' && second.text.includes('.') && !isNameFault(parseName(second.text))) ||
    (directive === '$INCLUDE' && /[./]/.test(second.text)) ||
    (directive === '$GENERATE' && tokens.length > 4 && parseRange(second.text) !== undefined);
  if (!isMeant) return undefined;
  const { start } = first;
  const title = phrase`Change to ${directive} ${second.text}`;
  return {
    rule: 'syntax-directive',
    start,
    end: first.end,
    message: phrase`"${first.text}" is read as an owner here: did you mean ${directive} ${second.text}?`,
    fixes: [{ title, start, end: first.end, text: directive }],
  };
}

function fixOf(directive: Token, words: readonly Token[]): FaultFix | undefined {
  const { start, end, text } = directive;
  const [first, ...others] = words;
  const apart = `$${first?.text.toUpperCase()}`;
  if (text === '$' && first && others.length >= (DIRECTIVES.get(apart) ?? others.length + 1))
    return { title: phrase`Change to ${apart}`, start, end: first.end, text: apart };
  const upper = text.toUpperCase();
  const names = [...DIRECTIVES.keys()];
  const near =
    names.find((name) => name.startsWith(upper.slice(0, 3))) ?? names.find((name) => isOneSlipAway(upper, name));
  if (near === undefined || text.length < 3) return undefined;
  const rest = upper.startsWith(near) ? text.slice(near.length).replace(/^[=:]+/, '') : '';
  if (isArgument(near, rest, words)) {
    const fixed = `${near} ${rest}`;
    return { title: phrase`Change to ${fixed}`, start, end, text: fixed };
  }
  return words.length < (DIRECTIVES.get(near) ?? 0)
    ? undefined
    : { title: phrase`Change to ${near}`, start, end, text: near };
}

/** Whether what is written on to a directive is the word that should stand behind it. */
function isArgument(directive: string, rest: string, words: readonly Token[]): boolean {
  if (rest === '') return false;
  switch (directive) {
    case '$TTL':
      return words.length === 0 && parseTtl(rest) !== undefined;
    case '$ORIGIN':
      return words.length === 0 && !isNameFault(parseName(rest));
    case '$INCLUDE':
      return words.length === 0 || (words.length === 1 && /[./]/.test(rest));
    default:
      return words.length >= 3 && /^\d+-\d+/.test(rest);
  }
}
