import { phrase } from '../../language/phrase.ts';

/**
 * Why BIND refuses the regexp field of a NAPTR record (RFC 3402 section 3.2), undefined where it takes it. `bytes` is
 * the field without escapes: delimiter, extended regular expression, delimiter, replacement, delimiter, flags.
 */
export function explainNaptrRegexp(bytes: string): string | undefined {
  if (bytes === '') return undefined;
  const delimiter = bytes.charAt(0);
  if (/[0-9\\i\0]/.test(delimiter)) return phrase`"${delimiter}" cannot be the delimiter`;
  const parts = ['', '', ''];
  let part = 0;
  let references = 0;
  for (let i = 1; i < bytes.length; i++) {
    const character = bytes.charAt(i);
    if (character === '\0') return phrase`it has a zero byte`;
    if (character === delimiter) {
      if (++part > 2) return phrase`the delimiter "${delimiter}" stands more than three times`;
      continue;
    }
    if (part === 2 && character !== 'i') return phrase`flag "${character}" is not "i"`;
    parts[part] += character;
    if (character !== '\\') continue;
    const next = bytes.charAt(++i);
    if (next === '' || next === '\0') return phrase`it ends in a backslash`;
    if (part === 1 && next === '0') return phrase`the replacement refers to group 0`;
    if (part === 1 && next >= '1' && next <= '9') references = Math.max(references, Number(next));
    parts[part] += next;
  }
  if (part < 2) return phrase`the delimiter "${delimiter}" stands ${part + 1} times, not three`;
  const groups = countGroups(parts[0] ?? '');
  if (typeof groups === 'string') return phrase`the expression is wrong: ${groups}`;
  return groups < references ? phrase`the replacement refers to group ${references}, there are ${groups}` : undefined;
}

/** The groups of an extended regular expression, or what is wrong with it. Stricter than most libraries, as BIND is. */
function countGroups(expression: string): number | string {
  let open = 0;
  let groups = 0;
  let hasAtom = false;
  let isRepeated = false;
  let mayBeEmpty = false;
  let i = 0;
  while (i < expression.length) {
    const character = expression.charAt(i);
    switch (character) {
      case '\\': {
        const next = expression.charAt(i + 1);
        if (next >= '1' && next <= '9' && Number(next) > groups) return phrase`there is no group ${next} to refer to`;
        hasAtom = true;
        isRepeated = false;
        i += 2;
        continue;
      }
      case '[': {
        const end = endOfBracket(expression, i);
        if (typeof end === 'string') return end;
        hasAtom = true;
        isRepeated = false;
        i = end;
        continue;
      }
      case '(':
        hasAtom = false;
        isRepeated = false;
        mayBeEmpty = true;
        open++;
        groups++;
        break;
      case ')':
        if (open > 0 && !hasAtom && !mayBeEmpty) return phrase`an alternative is empty`;
        hasAtom = true;
        isRepeated = false;
        if (open > 0) open--;
        break;
      case '|':
        if (!hasAtom) return phrase`an alternative is empty`;
        hasAtom = false;
        mayBeEmpty = false;
        isRepeated = false;
        break;
      case '^':
      case '$':
        hasAtom = true;
        isRepeated = true;
        break;
      case '+':
      case '*':
      case '?':
      case '{': {
        if (character === '{' && !/[0-9]/.test(expression.charAt(i + 1))) {
          hasAtom = true;
          isRepeated = false;
          break;
        }
        if (!hasAtom || isRepeated) return phrase`"${character}" has nothing to repeat`;
        isRepeated = true;
        if (character !== '{') break;
        const end = endOfBound(expression, i);
        if (typeof end === 'string') return end;
        i = end;
        continue;
      }
      default:
        hasAtom = true;
        isRepeated = false;
    }
    i++;
  }
  if (open > 0) return phrase`a group is not closed`;
  return hasAtom ? groups : phrase`an alternative is empty`;
}

/** The index behind `{n}`, `{n,}` or `{n,m}`. */
function endOfBound(expression: string, at: number): number | string {
  const match = /^\{([0-9]+)(?:,([0-9]*))?\}/.exec(expression.slice(at));
  if (!match) return phrase`a repeat count is not closed`;
  const low = Number(match[1]);
  const high = match[2] ? Number(match[2]) : low;
  if (low > 255 || high > 255) return phrase`a repeat count is over 255`;
  return low > high ? phrase`a repeat count is upside down` : at + match[0].length;
}

const classes = new Set([
  'alnum',
  'digit',
  'punct',
  'alpha',
  'graph',
  'space',
  'blank',
  'lower',
  'upper',
  'cntrl',
  'print',
  'xdigit',
]);

/** The index behind a bracket expression. */
function endOfBracket(expression: string, at: number): number | string {
  let i = at + 1;
  if (expression.charAt(i) === '^') i++;
  let isFirst = true;
  let previous = -1;
  while (i < expression.length) {
    const character = expression.charAt(i);
    if (character === ']' && !isFirst) return i + 1;
    isFirst = false;
    const special = character === '[' ? expression.charAt(i + 1) : '';
    if (special === ':' || special === '=' || special === '.') {
      const close = expression.indexOf(`${special}]`, i + 2);
      if (close < 0) break;
      const name = expression.slice(i + 2, close);
      if (special === ':' && !classes.has(name)) return phrase`there is no character class "${name}"`;
      if (name === '') return phrase`a collating element is empty`;
      previous = -1;
      i = close + 2;
      continue;
    }
    const isRange = character === '-' && previous >= 0 && i + 1 < expression.length && expression.charAt(i + 1) !== ']';
    if (isRange) {
      if (expression.charCodeAt(i + 1) < previous) return phrase`a range is upside down`;
      previous = -1;
      i += 2;
      continue;
    }
    previous = expression.charCodeAt(i);
    i++;
  }
  return phrase`a bracket is not closed`;
}
