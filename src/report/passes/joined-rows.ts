import { TYPE_AVC, TYPE_NINFO, TYPE_RESINFO, TYPE_SPF, TYPE_TXT, TYPE_WALLET } from '../../dns/type-codes.ts';
import { phrase } from '../../language/phrase.ts';
import { syntaxParenthesis } from '../../rules/text/text-rules.ts';
import { checkRdata } from '../../syntax/rdata/rdata.ts';
import type { Fault } from '../../syntax/token.ts';
import type { Instance } from '../../workspace/instance.ts';
import type { RawFault } from '../fault-types.ts';
import { groupFix, type JoinedRows } from '../group-fix.ts';
import { knownRule } from '../known-rule.ts';
import type { PassContext } from '../pass.ts';
import type { RowWords } from '../place.ts';
import { isBefore, type RowAt, type RowText, rowBefore, rowBehind, wordsAt } from '../row-at.ts';
import { inTextOrder } from '../text-order.ts';

/**
 * One finding for each record that goes on in the lines below it though its parentheses do not: a long string cut into
 * lines, or a `(` that comes a line too late. It is said at the record; what is wrong with the other lines follows from
 * that.
 */
export function joinedRows(raw: readonly RawFault[], { file, places, taken }: PassContext): readonly RawFault[] {
  if (!raw.some(mayTell)) return raw;
  const text: RowText = { document: file.document, places };
  const kept: RawFault[] = [];
  let instance: Instance | undefined;
  let joined: JoinedRows | undefined;
  let told: RawFault | undefined;
  let alone: RowAt | undefined;
  for (const item of inTextOrder(raw)) {
    if (item.block.instance !== instance) [instance, joined, alone] = [item.block.instance, undefined, undefined];
    const at = rowOf(item, text);
    if (at && joined && isBefore(joined.head, at) && !isBefore(joined.last, at)) {
      if (told) taken?.(item, told);
      continue;
    }
    const found = at && mayTell(item) ? joinedAt(item, at, { text, alone }) : undefined;
    if (found) {
      joined = found.rows;
      told = found.item;
      // Of strings it is told at the record above them.
      if (told.fault.start !== item.fault.start || told.block !== item.block) taken?.(item, told);
      kept.push(told);
    } else {
      kept.push(item);
      alone = at ?? alone;
    }
  }
  return kept;
}

/** Whether it is what is wrong with a line that lacks its rest, or with one of strings alone. */
function mayTell({ fault }: RawFault): boolean {
  return knownRule(fault.rule)?.mayBeGroup === true;
}

/** TXT, SPF, AVC, NINFO, RESINFO and WALLET: any number of strings. */
const OF_STRINGS: ReadonlySet<number> = new Set([TYPE_TXT, TYPE_SPF, TYPE_AVC, TYPE_NINFO, TYPE_RESINFO, TYPE_WALLET]);
/** No record of a fixed number of words has more. */
const MOST_ROWS = 16;
/** Of more rows than these nobody asks whether they are one record. */
const MOST_STRING_ROWS = 4096;

function joinedAt(
  item: RawFault,
  at: RowAt,
  { text, alone }: { readonly text: RowText; readonly alone: RowAt | undefined },
): { readonly rows: JoinedRows; readonly item: RawFault } | undefined {
  const { fault, block } = item;
  const words = wordsAt(text, at);
  if (words.isStrings) {
    const head = headOfStrings(text, at, alone);
    const rows = head && stringRows(text, head);
    const told = rows && ofStrings(text, rows, block.instance);
    return rows && told && { rows, item: told };
  }
  if (knownRule(fault.rule)?.mayGoOn !== 'closed' || words.type < 0) return undefined;
  const isOfStrings = OF_STRINGS.has(words.type);
  const rows = isOfStrings ? stringRows(text, at) : wholeRows(text, at, block.instance.zoneClass);
  if (!rows) return undefined;
  const group = groupFix(text, rows);
  const why = group?.isMoved
    ? phrase`the "(" stands in a later line, and a line goes on in the next one only behind an open "("`
    : phrase`a line goes on in the next one only in parentheses`;
  const told = { ...fault, message: `${fault.message}: ${why}` };
  return { rows, item: { block, fault: told, ...(group ? { fix: group.fix } : {}) } };
}

/** The record above rows of strings that has a string too; `alone` has none above it. */
function headOfStrings(text: RowText, from: RowAt, alone: RowAt | undefined): RowAt | undefined {
  for (let at = rowBefore(text, from); at; at = rowBefore(text, at)) {
    const { isStrings, type, rdata } = wordsAt(text, at);
    if (!isStrings) return OF_STRINGS.has(type) && rdata().length > 0 ? at : undefined;
    if (alone && !isBefore(alone, at)) return undefined;
  }
  return undefined;
}

/** The rows of strings behind a record of strings; undefined where none is. */
function stringRows(text: RowText, head: RowAt): JoinedRows | undefined {
  let last = head;
  let count = 1;
  for (let at = rowBehind(text, head); at && wordsAt(text, at).isStrings; at = rowBehind(text, at)) {
    last = at;
    count++;
  }
  if (count === 1) return undefined;
  const words = wordsAt(text, head);
  return { head, last, count, before: words.rdata().length > 0 ? undefined : words.tokens().at(-1) };
}

/** The rows behind a record that ends too early with which it is whole; undefined where it never is. */
function wholeRows(text: RowText, head: RowAt, classNumber: number): JoinedRows | undefined {
  const { type, rdata, tokens } = wordsAt(text, head);
  const before = tokens().at(-1);
  const words = rdata();
  let whole: JoinedRows | undefined;
  let count = 1;
  for (let at = rowBehind(text, head); at && count <= MOST_ROWS; at = rowBehind(text, at)) {
    const next = wordsAt(text, at);
    if (next.type >= 0 || next.isDirective || !(next.hasBlankOwner || opensGroup(text, at, next))) break;
    for (const word of next.tokens()) words.push(word);
    count++;
    if (checkRdata(type, words, 0, { classNumber }).length === 0) whole = { head, last: at, count, before };
    else if (whole) break;
  }
  return whole;
}

/** What is said of a record whose strings go on in the lines below it. */
function ofStrings(text: RowText, rows: JoinedRows, instance: Instance): RawFault | undefined {
  const { head, count } = rows;
  const block = instance.blocks[head.blockIndex];
  if (!block) return undefined;
  const [first, ...others] = wordsAt(text, head).rdata();
  const fault: Fault = {
    rule: syntaxParenthesis.id,
    start: first?.start ?? 0,
    end: others.at(-1)?.end ?? first?.end ?? 0,
    message: phrase`These strings go on over ${count} lines, and a record ends with its line: it needs "(" before the first string and ")" behind the last one`,
  };
  const group = count <= MOST_STRING_ROWS && isReadable(text, rows) ? groupFix(text, rows) : undefined;
  return { block, fault, ...(group ? { fix: group.fix } : {}) };
}

function isReadable(text: RowText, { head, last }: JoinedRows): boolean {
  const { type, rdata } = wordsAt(text, head);
  const words = rdata();
  for (let at = rowBehind(text, head); at && !isBefore(last, at); at = rowBehind(text, at))
    for (const word of wordsAt(text, at).tokens()) words.push(word);
  return checkRdata(type, words, 0).length === 0;
}

/** Whether a row's line begins with a parenthesis. */
function opensGroup({ document }: RowText, { blockIndex }: RowAt, { lineStart, start }: RowWords): boolean {
  return /^[ \t]*\(/.test(document.blocks[blockIndex]?.slice(lineStart, start) ?? '');
}

function rowOf({ block, fault }: RawFault, { document, places }: RowText): RowAt | undefined {
  const text = document.blocks[block.index];
  const place = text && places.rowAt(text, fault.start);
  return place && { blockIndex: block.index, row: place.index };
}
