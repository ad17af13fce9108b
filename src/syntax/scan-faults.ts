import { phrase } from '../language/phrase.ts';
import type { Fault } from './token.ts';

/** A parenthesis that nothing closes; `end` is where the record's last word ends. */
export function unclosed(opening: number, end: number): Fault {
  const behind = Math.max(end, opening + 1);
  return {
    rule: 'syntax-parenthesis',
    start: opening,
    end: opening + 1,
    message: phrase`This "(" is never closed: the record ends where its ")" is missing`,
    fixes: [{ title: phrase`Close it behind the last word`, start: behind, end: behind, text: ' )' }],
    isUnclosed: true,
  };
}

/** A byte order mark at the file's beginning: servers take it for the beginning of the first name. */
export function byteOrderMark(at: number): Fault {
  return {
    rule: 'syntax-character',
    start: at,
    end: at + 1,
    message: phrase`The file begins with a byte order mark, which no server reads: save it as UTF-8 without one`,
    fixes: [{ title: phrase`Delete the byte order mark`, start: at, end: at + 1, text: '' }],
  };
}

/** Parentheses that close nothing and follow each other from `start` to `end`. */
export function strayClosing(start: number, end: number): Fault {
  const count = end - start;
  return {
    rule: 'syntax-parenthesis',
    start,
    end,
    message:
      count > 1
        ? phrase`These ${count} ")" close nothing: no "(" is open here`
        : phrase`This ")" closes nothing: no "(" is open here`,
    fixes: [{ title: count > 1 ? phrase`Delete the ${count} ")"` : phrase`Delete the ")"`, start, end, text: '' }],
  };
}

/** A NUL character in a word. */
export function nulCharacter(at: number): Fault {
  return {
    rule: 'syntax-character',
    start: at,
    end: at + 1,
    message: phrase`A NUL character stands here: BIND refuses the record`,
    fixes: [{ title: phrase`Delete the NUL character`, start: at, end: at + 1, text: '' }],
  };
}
