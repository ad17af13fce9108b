import { type NameId, NO_NAME } from '../dns/name-table.ts';
import { parseTtl } from '../dns/ttl.ts';
import { Header } from '../syntax/header.ts';
import { type FieldPlace, fieldsOf } from '../syntax/rdata/rdata.ts';
import { BLANK_OWNER } from '../syntax/tape.ts';
import type { Token } from '../syntax/token.ts';
import type { Block, Position, Range } from '../text/block.ts';
import type { Instance, InstanceBlock, SourceFile } from '../workspace/instance.ts';
import { compareInstances } from '../workspace/instance-order.ts';
import type { RecordId } from '../workspace/record-table.ts';
import type { Store } from '../workspace/store.ts';
import { originBehind } from '../zone/lost-origin.ts';
import { NameReader } from '../zone/name-reader.ts';
import { tokensOf } from '../zone/row-words.ts';

/** A record or directive of a file as one of the file's instances reads it. Offsets of tokens are in the block. */
export interface Row {
  readonly block: InstanceBlock;
  readonly index: number;
  readonly text: Block;
  readonly tokens: readonly Token[];
  /** `$ORIGIN` and its like in upper case; undefined for a record. */
  readonly directive: string | undefined;
  /** The words of a record; undefined where they are not written. */
  readonly owner: Token | undefined;
  readonly ttl: Token | undefined;
  readonly class: Token | undefined;
  readonly type: Token | undefined;
  readonly rdata: readonly Token[];
  /** The type's number; -1 where the word is none. */
  readonly typeCode: number;
  /** What relative names are under here. */
  readonly origin: NameId;
  /** The owner, inherited where none is written; -1 where there is none. */
  readonly ownerName: NameId;
  /** The $TTL in effect; -1 where none is. */
  readonly defaultTtl: number;
  /** The records that the row makes. */
  readonly records: readonly RecordId[];
}

/** A word of a row, at a position. */
export interface WordAt {
  readonly row: Row;
  /** Undefined where the position is between words. */
  readonly token: Token | undefined;
  readonly offset: number;
}

/** The rows of a block, with what they inherit. */
export function rowsOfBlock(store: Store, block: InstanceBlock): Row[] {
  const { document } = block.instance.file;
  const text = document.blocks[block.index];
  if (!text || block.entry < 0) return [];
  const scanned = store.scanBlock(text);
  const { tape } = scanned;
  const reader = new NameReader(store.names);
  const header = new Header();
  const records = recordsByRow(store, block);
  let { origin, owner, defaultTtl } = store.states.get(block.entry);
  const rows: Row[] = [];
  for (let index = 0; index < tape.rowCount; index++) {
    const first = tape.rowToken[index] as number;
    const tokens = tokensOf(scanned, first, index);
    const head = tokens[0];
    if (!head) continue;
    const made = records.get(index) ?? NO_RECORDS;
    const isBlank = ((tape.rowFlags[index] as number) & BLANK_OWNER) !== 0;
    const before = origin;
    if (made.length === 0) {
      const read = (name: string) => reader.readText(name, before, document.encoding);
      const { apex } = block.instance;
      origin = originBehind(store, { tokens, isBlankOwner: isBlank, apex, origin, read }) ?? origin;
    }
    if (!isBlank && head.text.startsWith('$') && !head.quoted) {
      const directive = head.text.toUpperCase();
      const base = { block, index, text, tokens, origin: before, defaultTtl, records: made };
      rows.push({ ...base, ...NO_WORDS, directive, ownerName: NO_NAME });
      const [, word] = tokens;
      if (directive === '$TTL' && word) defaultTtl = parseTtl(word.text)?.seconds ?? defaultTtl;
      continue;
    }
    header.read(tape, index, scanned.codes);
    const at = (token: number): Token | undefined => (token < 0 ? undefined : tokens[token - first]);
    const ownerToken = at(header.owner);
    if (ownerToken) {
      const name = reader.readText(ownerToken.text, origin, document.encoding);
      owner = typeof name === 'number' ? name : NO_NAME;
    }
    // Written out, as there may be a million of these.
    rows.push({
      block,
      index,
      text,
      tokens,
      origin: before,
      defaultTtl,
      records: made,
      directive: undefined,
      owner: ownerToken,
      ttl: at(header.ttlToken),
      class: at(header.classToken),
      type: at(header.typeToken),
      rdata: tokens.slice(header.rdata - first),
      typeCode: header.problem === 'none' ? header.type : -1,
      ownerName: owner,
    });
  }
  return rows;
}

const NO_RECORDS: readonly RecordId[] = [];
const NO_WORDS = {
  owner: undefined,
  ttl: undefined,
  class: undefined,
  type: undefined,
  rdata: [],
  typeCode: -1,
} as const;

/** The instance that answers for a file: as the file of a zone first, in an order that the texts alone decide. */
export function mainInstance({ names }: Store, file: SourceFile): Instance | undefined {
  return [...file.instances].sort(
    (a, b) =>
      Number(a.isGuest) - Number(b.isGuest) ||
      Number(a.parent !== undefined) - Number(b.parent !== undefined) ||
      compareInstances(a, b, names),
  )[0];
}

/** The row at a position of a file, and the word there; undefined where no record or directive stands on the line. */
export function wordAt(store: Store, file: SourceFile, position: Position): WordAt | undefined {
  const instance = mainInstance(store, file);
  const { blockIndex, offset } = file.document.placeAt(position);
  const block = instance?.blocks[blockIndex];
  const text = file.document.blocks[blockIndex];
  if (!block || !text) return undefined;
  const row = rowsOfBlock(store, block).findLast(({ tokens }) => lineStart(text, tokens[0]?.start ?? 0) <= offset);
  const end = row?.tokens.at(-1)?.end ?? 0;
  if (!row || (offset > end && text.slice(end, offset).search(/[\n\r]/) >= 0)) return undefined;
  return { row, offset, token: row.tokens.find((token) => token.start <= offset && offset <= token.end) };
}

/** The rows of a file that touch a range, in the file's main instance. */
export function* rowsIn(store: Store, file: SourceFile, range: Range): Generator<Row> {
  const instance = mainInstance(store, file);
  if (!instance) return;
  const { document } = file;
  const last = document.blockOfLine(range.end.line);
  for (let index = document.blockOfLine(range.start.line); index <= last; index++) {
    const block = instance.blocks[index];
    if (!block) continue;
    for (const row of rowsOfBlock(store, block)) {
      const start = document.positionAt(index, row.tokens[0]?.start ?? 0);
      const end = document.positionAt(index, row.tokens.at(-1)?.end ?? 0);
      if (start.line > range.end.line) return;
      if (end.line >= range.start.line) yield row;
    }
  }
}

/** All rows of a file in its main instance. */
export function* allRows(store: Store, file: SourceFile): Generator<Row> {
  for (const block of mainInstance(store, file)?.blocks ?? []) if (block) yield* rowsOfBlock(store, block);
}

/** The range of a token of a row, or of a part of it. */
export function rangeOfToken(row: Row, token: { readonly start: number; readonly end: number }): Range {
  const { document } = row.block.instance.file;
  const { index } = row.block;
  return { start: document.positionAt(index, token.start), end: document.positionAt(index, token.end) };
}

/** The fields that the words of a record's rdata are. */
export function fieldsOfRow(row: Row): readonly FieldPlace[] {
  return row.typeCode < 0 ? [] : fieldsOf(row.typeCode, row.rdata, row.block.instance.zoneClass);
}

/** The words of a row that are domain names, with the names they stand for; `@` and relative ones under the origin. */
export function namesOfRow(store: Store, row: Row): { readonly token: Token; readonly name: NameId }[] {
  const words: Token[] = [];
  if (row.owner) words.push(row.owner);
  if (row.directive === '$ORIGIN' || row.directive === '$INCLUDE') {
    const word = row.tokens[row.directive === '$ORIGIN' ? 1 : 2];
    if (word) words.push(word);
  }
  for (const { use, token } of fieldsOfRow(row)) {
    const word = row.rdata[token];
    if (word && (use === 'name' || use === 'host')) words.push(word);
  }
  return words.flatMap((token) => {
    const name = nameOfToken(store, row, token);
    return name === NO_NAME ? [] : [{ token, name }];
  });
}

/** The absolute name that a word spells in its row; -1 where it spells none. */
export function nameOfToken(store: Store, row: Row, token: Token): NameId {
  const reader = new NameReader(store.names);
  const name = reader.readText(token.text, row.origin, row.block.instance.file.document.encoding);
  return typeof name === 'number' ? name : NO_NAME;
}

function recordsByRow(store: Store, block: InstanceBlock): Map<number, RecordId[]> {
  const rows = new Map<number, RecordId[]>();
  for (const id of block.records) {
    const row = store.records.row[id] as number;
    const known = rows.get(row);
    if (known) known.push(id);
    else rows.set(row, [id]);
  }
  return rows;
}

function lineStart(text: Block, offset: number): number {
  const before = text.slice(0, offset);
  return Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
}
