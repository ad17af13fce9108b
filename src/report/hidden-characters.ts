import { phrase } from '../language/phrase.ts';
import { syntaxCharacter } from '../rules/text/syntax-character.ts';
import { hasComment } from '../syntax/comment-start.ts';
import { type Block, lineEnd } from '../text/block.ts';
import { BYTE_ORDER_MARK } from '../text/source.ts';
import type { SourceFile } from '../workspace/instance.ts';
import type { Faulted } from './fault-types.ts';

/** Turns of the direction of writing: marks, embeddings, overrides, isolates (UAX 9). */
const TURNS = '\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069';
/** Those that terminals obey, but for tabs, ends of lines and pages, and NUL, which reading tells of. */
const CONTROLS = '\\x01-\\x08\\x0e-\\x1f\\x7f\\x9b';
/** Of no width; joiners between letters of other scripts belong to their spelling, and are left alone. */
const HIDDEN = new RegExp(
  `[${CONTROLS}${TURNS}\\u200b\\u2060-\\u2064]|(?<=^|[\\0-\\x7f])[\\u200c\\u200d]|\\ufeff`,
  'g',
);
const IS_TURN = new RegExp(`[${TURNS}]`);
/** In text that is all ASCII only what makes terminals show something else is looked for, as that is quick: ESC, backspace. */
const DISGUISES = [27, 8];
/** So many are told of a file: a text in a script that is written from right to left may be full of them. */
const MOST_TOLD = 50;

/** A character that nobody sees, in a block. */
interface Hidden {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly code: number;
  readonly inComment: boolean;
}

/**
 * Characters that make people read something else than servers do, in comments and strings too: there they are no fault
 * of the text.
 *
 * Invariant: `#known` has what was found in blocks, which never change.
 */
export class HiddenCharacters {
  readonly #known = new WeakMap<Block, readonly Hidden[]>();

  /** Those of a file, but for lines of which `isTold` says that reading told of one. */
  of({ document, instances, path }: SourceFile, isTold: (line: number) => boolean): readonly Faulted[] {
    const found: Faulted[] = [];
    let firstLine = 0;
    for (const block of document.blocks) {
      for (const hidden of block.isAscii && !block.mayHaveComments ? NONE : this.#inBlock(block)) {
        const line = firstLine + hidden.line;
        if (found.length >= MOST_TOLD) return found;
        if (isTold(line)) continue;
        const start = { line, character: hidden.character };
        found.push({
          rule: syntaxCharacter.id,
          severity: hidden.inComment ? 'information' : 'warning',
          message: messageOf(hidden),
          path,
          range: { start, end: { line, character: hidden.character + hidden.length } },
          related: [],
          fixes: [],
          instance: instances[0],
        });
      }
      firstLine += block.lineCount;
    }
    return found;
  }

  #inBlock(block: Block): readonly Hidden[] {
    const known = this.#known.get(block);
    if (known) return known;
    const found = mayHide(block) ? hiddenIn(block.text, block) : NONE;
    this.#known.set(block, found);
    return found;
  }
}

const NONE: readonly Hidden[] = [];

function mayHide(block: Block): boolean {
  return !block.isAscii || DISGUISES.some((code) => block.codes.includes(code));
}

function hiddenIn(text: string, block: Block): readonly Hidden[] {
  if (text.search(HIDDEN) < 0) return NONE;
  const { codes } = block;
  const found: Hidden[] = [];
  let lineStart = 0;
  let line = 0;
  let last = -1;
  for (const { index, 0: character } of text.matchAll(HIDDEN)) {
    if (index === 0 && codes[0] === BYTE_ORDER_MARK) continue;
    for (let end = lineEnd(codes, lineStart); end.next <= index; end = lineEnd(codes, lineStart)) {
      lineStart = end.next;
      line++;
    }
    // A run of them is one.
    const before = found.at(-1);
    if (before && last === index) found[found.length - 1] = { ...before, length: before.length + 1 };
    else {
      const inComment = hasComment(text.slice(lineStart, index));
      found.push({ line, character: index - lineStart, length: 1, code: character.charCodeAt(0), inComment });
    }
    last = index + 1;
    if (found.length > MOST_TOLD) break;
  }
  return found;
}

function messageOf({ code, length, inComment }: Hidden): string {
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  if (code < 0xa0) return phrase`The control character ${name} can not be seen, and terminals obey it: delete it`;
  const effect = inComment
    ? phrase`people may read another comment than was written`
    : phrase`people read something else than servers do`;
  if (length > 1)
    return phrase`${length} characters from ${name} on can not be seen here: ${effect}; delete them, unless the language needs them`;
  if (IS_TURN.test(String.fromCharCode(code)))
    return phrase`The character ${name} turns the direction of what stands behind: ${effect}; delete it, unless the language needs it`;
  return phrase`The character ${name} has no width and can not be seen: ${effect}; delete it, unless the language needs it`;
}
