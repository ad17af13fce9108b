import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { lineEnd, type Position } from '../../src/text/block.ts';
import { asciiText, sourceOfText } from '../../src/text/source.ts';
import { UnreadText } from '../../src/text/unread.ts';

const RUNS = Number(process.env.RUNS ?? 2000);

const piece = fc.constantFrom('a', 'bc', '\n', '\n', '\r\n', '\r', ' ', '\u00e9', '');
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ at: fc.nat(), remove: fc.nat({ max: 12 }), insert: text }) },
  fc.record({ advance: fc.integer({ min: 1, max: 3 }) }),
  fc.constant('gather' as const),
  fc.constant('beyond' as const),
);

test('edits of what is not read leave the text that they leave elsewhere', () => {
  fc.assert(
    fc.property(text, fc.array(step, { maxLength: 12 }), (whole, steps) => {
      let left = `head\n${whole}end`;
      const unread = new UnreadText(sourceOfText(left));
      for (const each of steps) {
        if (each === 'gather') {
          if (!unread.isLast) unread.gather();
        } else if (each === 'beyond') {
          const end = { line: 1000, character: 5 };
          unread.edit({ range: { start: end, end }, text: 'z\n' });
          left += 'z\n';
        } else if ('advance' in each) {
          const block = linesOf(unread, each.advance);
          if (block.length === left.length) continue;
          assert.ok(unread.advance(block));
          left = left.slice(block.length);
        } else left = edited(unread, left, each);
        assert.equal(textOf(unread), left);
        assert.equal(unread.length, left.length);
        const { source, offset } = unread.next;
        if (!unread.isLast) assert.match(textAt(source, source.codes.length - 1), /[\r\n]/);
        assert.ok(offset < source.codes.length);
      }
    }),
    { numRuns: RUNS },
  );
});

/** Makes an edit in a text and in what stands for it, where it begins below the first line and splits no CRLF. */
function edited(
  unread: UnreadText,
  left: string,
  { at, remove, insert }: { at: number; remove: number; insert: string },
): string {
  const start = at % (left.length + 1);
  const end = Math.min(start + remove, left.length);
  const splits = [start, end].some((offset) => left[offset - 1] === '\r' && left[offset] === '\n');
  const range = { start: positionOf(left, start), end: positionOf(left, end) };
  if (splits || range.start.line === 0) return left;
  unread.edit({ range, text: insert });
  return left.slice(0, start) + insert + left.slice(end);
}

/** So many lines of what a block would be cut from, or as many as there are. */
function linesOf({ next }: UnreadText, lines: number): { length: number; lineCount: number } {
  const { codes } = next.source;
  let at = next.offset;
  let lineCount = 0;
  while (lineCount < lines && at < codes.length) {
    const line = lineEnd(codes, at);
    if (line.next > line.end) lineCount++;
    at = line.next;
    if (line.next === line.end) break;
  }
  return { length: at - next.offset, lineCount };
}

function positionOf(content: string, offset: number): Position {
  const lines = content.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length - 1, character: (lines.at(-1) ?? '').length };
}

function textOf({ source }: UnreadText): string {
  return source.text ?? asciiText(source.codes);
}

function textAt({ text: whole, codes }: UnreadText['source'], at: number): string {
  return whole?.slice(at, at + 1) ?? asciiText(codes, at, at + 1);
}
