import { absoluteText, type Encoding, isSubdomain, lowerName } from '../dns/name.ts';
import type { NameId } from '../dns/name-table.ts';
import { parseTtl } from '../dns/ttl.ts';
import {
  TYPE_AFSDB,
  TYPE_CNAME,
  TYPE_DNAME,
  TYPE_KX,
  TYPE_LP,
  TYPE_MB,
  TYPE_MG,
  TYPE_MINFO,
  TYPE_MR,
  TYPE_MX,
  TYPE_NS,
  TYPE_NSAP_PTR,
  TYPE_NSEC3,
  TYPE_PTR,
  TYPE_PX,
  TYPE_RP,
  TYPE_RT,
  TYPE_SOA,
  TYPE_SRV,
  TYPE_TALINK,
} from '../dns/type-codes.ts';
import { className, typeName } from '../dns/types.ts';
import { Header } from '../syntax/header.ts';
import { rdataText } from '../syntax/rdata/rdata.ts';
import { BLANK_OWNER, Tape } from '../syntax/tape.ts';
import type { Fault, Token } from '../syntax/token.ts';
import { countWhile } from '../text/bisect.ts';
import type { Instance, InstanceBlock } from '../workspace/instance.ts';
import { mayHaveTwin, NO_RECORD, type RecordId } from '../workspace/record-table.ts';
import type { Store } from '../workspace/store.ts';
import { OUTSIDE, TYPE_UNREADABLE } from '../zone/draft.ts';
import { fillTemplate, GENERATE_LIMIT, generationCount } from '../zone/generate.ts';
import { foreignClass, parseGenerate, wordsOf } from '../zone/generate-line.ts';
import { tokensOf, type WordsScanned } from '../zone/row-words.ts';
import { isOfSigning, type SigningRecord, signingFaults } from '../zone/signing.ts';
import { plainText } from './plain-text.ts';
import { GroupTtls, hasMixedTtls, type SetKey, setKey } from './ttls.ts';

/** More records than this from one $GENERATE are refused: nobody means them. */
const MOST_GENERATED = 10_000_000;

/** BIND puts the records of a set, each with two octets more, into 64 KiB. */
const LARGEST_SET = 21_837;

/** Something that only shows while the records are printed. */
export interface LineFault {
  readonly block: InstanceBlock;
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** The records of a zone as lines, in the order of the file; `faults` is complete when all are read. */
export interface ZoneLines {
  readonly records: () => Generator<string, void>;
  readonly faults: readonly LineFault[];
  /** What is wrong with the zone's keys; complete when all are read. */
  readonly signingFaults: () => readonly LineFault[];
}

/**
 * Prints records as a server has them after loading: absolute names in the case they are written in, one blank between
 * fields, each record once, all of an RRset with one TTL, what lies outside the zone left out.
 */
export function zoneLines(store: Store, root: Instance, originText: string): ZoneLines {
  const walk = { ...newWalk(store, root, originText), ttls: settledTtls(store, root, originText) };
  return {
    records: () => instanceLines(walk, root),
    faults: walk.faults,
    signingFaults: () => signingFaults(walk.signing).map(({ at, message }) => ({ ...at, message })),
  };
}

function newWalk(store: Store, root: Instance, originText: string): Walk {
  return {
    store,
    apexText: lowerName(originText),
    classText: className(root.zoneClass),
    state: { origin: originText, owner: '', defaultTtl: -1, lastTtl: -1 },
    sets: new Map(),
    ttls: undefined,
    groups: undefined,
    faults: [],
    signing: [],
    header: new Header(),
  };
}

/** What is printed in place of the records' own TTLs, where those of a set differ: all lines have to be known for that. */
function settledTtls(store: Store, root: Instance, originText: string): ReadonlyMap<SetKey, number> | undefined {
  if (!hasMixedTtls(store)) return undefined;
  const groups = new GroupTtls();
  for (const _ of instanceLines({ ...newWalk(store, root, originText), groups }, root));
  return groups.ttls;
}

interface WalkState {
  /** As written: letters keep their case. */
  origin: string;
  owner: string;
  defaultTtl: number;
  lastTtl: number;
}

interface Walk {
  readonly store: Store;
  readonly apexText: string;
  readonly classText: string;
  readonly state: WalkState;
  /** What is printed of the RRsets. */
  readonly sets: Map<SetKey, string | Set<string>>;
  readonly ttls: ReadonlyMap<SetKey, number> | undefined;
  /** Hears of all records, in the walk that finds out their TTLs. */
  readonly groups: GroupTtls | undefined;
  readonly faults: LineFault[];
  readonly signing: SigningRecord<Omit<LineFault, 'message'>>[];
  readonly header: Header;
}

interface RowPlace {
  readonly instance: Instance;
  readonly block: InstanceBlock;
  readonly tokens: readonly Token[];
  readonly encoding: Encoding;
}

function* instanceLines(walk: Walk, instance: Instance): Generator<string, void> {
  const tape = new Tape();
  const { document } = instance.file;
  walk.groups?.endFile();
  for (let index = 0; index < document.blocks.length; index++) {
    const block = instance.blocks[index];
    const text = document.blocks[index];
    if (!block || !text) continue;
    const scanned = walk.store.scanBlock(text, tape);
    // Words are parts of one text: to make each of the bytes takes longer.
    const words: WordsScanned = { tape, block: text.isAscii ? text.text : text };
    const broken = brokenRows(block.faults, scanned);
    let next = 0;
    for (let row = 0; row < tape.rowCount; row++) {
      const first = tape.rowToken[row] as number;
      const isBlank = ((tape.rowFlags[row] as number) & BLANK_OWNER) !== 0;
      const { records } = walk.store;
      let record = -1;
      for (; next < block.records.length && (records.row[block.records[next] as number] as number) <= row; next++)
        if (records.row[block.records[next] as number] === row) record = block.records[next] as number;
      const place: RowPlace = {
        instance,
        block,
        tokens: tokensOf(words, first, row),
        encoding: document.encoding,
      };
      if (!isBlank && scanned.codes[tape.tokenStart[first] as number] === 36) yield* directiveLines(walk, place, row);
      else {
        walk.header.read(tape, row, scanned.codes);
        const line = recordLine(walk, place, broken.has(row) ? -1 : record, walk.header.rdata - first);
        if (line !== undefined) yield line;
      }
    }
  }
  walk.groups?.endFile();
}

/** What makes a row unreadable though each of its words can be read. */
const BREAKING: ReadonlySet<string> = new Set(['syntax-quote', 'syntax-parenthesis', 'syntax-character']);

/** The rows with a quotation mark or parenthesis that lacks its counterpart. */
function brokenRows(faults: readonly Fault[], { tape, codes }: Pick<Scanned, 'tape' | 'codes'>): ReadonlySet<number> {
  const rows = new Set<number>();
  for (const { rule, start, severity } of faults) {
    if (!BREAKING.has(rule) || severity === 'warning') continue;
    const row = tape.rowAt(start);
    if (row >= 0 && !codes.subarray(tape.rowEnd[row] as number, start).includes(10)) rows.add(row);
  }
  return rows;
}

type Scanned = ReturnType<Store['scanBlock']>;

function recordLine(walk: Walk, place: RowPlace, record: number, rdata: number): string | undefined {
  const { state, header } = walk;
  const [first] = place.tokens;
  if (header.owner >= 0 && first) state.owner = absoluteText(first.text, state.origin, place.encoding) ?? '';
  if (state.owner !== '') walk.groups?.begin(state.owner);
  const isTtlKnown = header.ttl >= 0 || state.defaultTtl >= 0 || state.lastTtl >= 0;
  if (header.ttl >= 0) state.lastTtl = header.ttl;
  if (record < 0) return undefined;
  const { records } = walk.store;
  const type = records.type[record] as number;
  if (type === TYPE_UNREADABLE || state.owner === '') return undefined;
  const ttl = records.ttl[record] as number;
  if (((records.flags[record] as number) & OUTSIDE) !== 0) return undefined;
  if (!isTtlKnown && type === TYPE_SOA && records.owner[record] === place.instance.apex) state.defaultTtl = ttl;
  if (!isTtlKnown && type !== TYPE_SOA && first) walk.faults.push(withoutTtl(place.block, first));
  if (isTtlKnown) state.lastTtl = ttl;
  const words = place.tokens.slice(rdata);
  const data =
    plainText(type, words, { origin: state.origin, encoding: place.encoding }) ??
    rdataText(type, words, state.origin, contextOf(place));
  if (data === undefined) return undefined;
  const owner = records.owner[record] as number;
  // BIND keeps these records apart, without one at the zone's own name.
  if (type === TYPE_NSEC3 && owner === place.instance.apex) return undefined;
  if (owner === place.instance.apex && first && isOfSigning(type))
    walk.signing.push({ type, data, at: { block: place.block, start: first.start, end: first.end } });
  const key = keyOf(walk, { instance: place.instance, owner, type, data, record });
  if (key !== undefined) walk.groups?.add({ key, type, ttl, data });
  return setLine(walk, key, { type, ttl, data });
}

/** BIND says it of each record, the editor of the first one. */
function withoutTtl(block: InstanceBlock, { start, end }: Token): LineFault {
  return { block, start, end, message: 'no TTL here, no $TTL above and no SOA yet: BIND refuses the zone' };
}

/** What the records of an RRset have in common; undefined for a record that is like no other, where its TTL is its own. */
function keyOf(
  walk: Walk,
  set: { instance: Instance; owner: NameId; type: number; data: string; record: RecordId },
): SetKey | undefined {
  const { records } = walk.store;
  const head = set.instance.view.index.firstAt(set.owner);
  if (head >= 0 && records.nextAt(head) === -1) return undefined;
  if (set.record >= 0 && !walk.ttls && !walk.groups && !mayHaveTwin(records, set.record, head)) return undefined;
  const end = set.data.indexOf(' ');
  return setKey(set.owner, set.type, end < 0 ? set.data : set.data.slice(0, end));
}

function contextOf({ instance, encoding }: RowPlace): { classNumber: number; encoding: Encoding } {
  return { classNumber: instance.zoneClass, encoding };
}

/** Types with nothing but names and numbers: letters have no case in them (RFC 4343). */
export const CASELESS: ReadonlySet<number> = new Set([
  TYPE_NS,
  TYPE_CNAME,
  TYPE_SOA,
  TYPE_MB,
  TYPE_MG,
  TYPE_MR,
  TYPE_PTR,
  TYPE_MINFO,
  TYPE_MX,
  TYPE_RP,
  TYPE_AFSDB,
  TYPE_RT,
  TYPE_NSAP_PTR,
  TYPE_PX,
  TYPE_SRV,
  TYPE_KX,
  TYPE_DNAME,
  TYPE_TALINK,
  TYPE_LP,
]);

/** A record's line; undefined where the same record is printed already. Without a key it is not looked for. */
function setLine(
  walk: Walk,
  key: SetKey | undefined,
  record: { readonly type: number; readonly ttl: number; readonly data: string },
): string | undefined {
  let { ttl } = record;
  if (key !== undefined) {
    const data = CASELESS.has(record.type) ? lowerName(record.data) : record.data;
    if (!isFirst(walk.sets, key, data)) return undefined;
    ttl = walk.ttls?.get(key) ?? ttl;
  }
  return `${walk.state.owner} ${ttl} ${walk.classText} ${typeName(record.type)} ${record.data}\n`;
}

/** Whether a set has no such record yet, which it has then. Most sets have one record. */
function isFirst(sets: Walk['sets'], key: SetKey, data: string): boolean {
  const set = sets.get(key);
  if (set === data || (typeof set === 'object' && set.has(data))) return false;
  if (typeof set === 'object') set.add(data);
  else sets.set(key, set === undefined ? data : new Set([set, data]));
  return true;
}

function* directiveLines(walk: Walk, place: RowPlace, row: number): Generator<string, void> {
  const { state } = walk;
  const [directive, ...words] = place.tokens;
  const [first, second] = words;
  if (!directive || !first) return;
  switch (directive.text.toUpperCase()) {
    case '$ORIGIN':
      if (!first.quoted && words.length === 1)
        state.origin = absoluteText(first.text, state.origin, place.encoding) ?? state.origin;
      return;
    case '$TTL': {
      const ttl = first.quoted || words.length > 1 ? undefined : parseTtl(first.text);
      if (ttl) state.defaultTtl = ttl.seconds;
      return;
    }
    case '$INCLUDE': {
      const child = place.block.children.find((one) => one.site.row === row)?.instance;
      if (!child) return;
      const { origin, owner } = state;
      if (second) state.origin = absoluteText(second.text, origin, place.encoding) ?? origin;
      yield* instanceLines(walk, child);
      state.origin = origin;
      state.owner = owner;
      return;
    }
    case '$GENERATE':
      yield* generatedLines(walk, place, row, words);
  }
}

function* generatedLines(walk: Walk, place: RowPlace, row: number, words: readonly Token[]): Generator<string, void> {
  const { state } = walk;
  const [directive] = place.tokens;
  const line = directive && parseGenerate(directive, words);
  if (!line || 'rule' in line || foreignClass(line, place.instance.zoneClass)) return;
  const fail = (token: Token, message: string): void => {
    walk.faults.push({ block: place.block, start: token.start, end: token.end, message });
  };
  const count = generationCount(line.range);
  if (count > MOST_GENERATED)
    return fail(
      line.rangeToken,
      `$GENERATE would make ${count} records, more than the ${MOST_GENERATED} that are printed`,
    );
  if (line.ttl >= 0) state.lastTtl = line.ttl;
  const ttl = line.ttl >= 0 || state.defaultTtl < 0 ? Math.max(state.lastTtl, 0) : state.defaultTtl;
  const { start, stop, step } = line.range;
  const ownerBefore = state.owner;
  const known = count > GENERATE_LIMIT ? NO_RECORDS : recordsOfRow(walk, place.block, row);
  const isOneName = line.lhs.parts.every((part) => typeof part === 'string');
  const isOneRecord = isOneName && line.rhs.parts.every((part) => typeof part === 'string');
  const seen = new Set<string>();
  for (let value = start, i = 0; value <= (isOneRecord ? start : stop); value += step, i++) {
    const owner = absoluteText(fillTemplate(line.lhs, value), state.origin, place.encoding);
    // Of a record that is dropped for its owner the data are not looked at.
    if (owner !== undefined && !isSubdomain(lowerName(owner), walk.apexText)) continue;
    const made = wordsOf(fillTemplate(line.rhs, value));
    const data = made && rdataText(line.type, made, state.origin, contextOf(place));
    if (owner === undefined || data === undefined) {
      const token = owner === undefined ? line.lhsToken : line.rhsToken;
      fail(token, `$GENERATE makes something for ${value} that can't be read`);
      break;
    }
    if (isOneName && known.length === 0) {
      if (seen.has(data)) continue;
      if (seen.size === LARGEST_SET) {
        fail(line.rangeToken, 'More records at one name than servers keep');
        break;
      }
      seen.add(data);
    }
    const record = known[i];
    const ownerId = record === undefined ? undefined : (walk.store.records.owner[record] as number);
    const key =
      ownerId === undefined
        ? undefined
        : keyOf(walk, { instance: place.instance, owner: ownerId, type: line.type, data, record: NO_RECORD });
    if (key !== undefined) walk.groups?.addGenerated(key, ttl);
    state.owner = owner;
    const printed = setLine(walk, key, { type: line.type, ttl, data });
    if (printed !== undefined) yield printed;
  }
  state.owner = ownerBefore;
}

const NO_RECORDS: readonly number[] = [];

/** The records that a $GENERATE line made for the index, in the order of its numbers. */
function recordsOfRow(walk: Walk, block: InstanceBlock, row: number): readonly number[] {
  const { records } = block;
  const rowOf = walk.store.records.row;
  const start = countWhile(records.length, (index) => (rowOf[records[index] as number] as number) < row);
  let end = start;
  while (end < records.length && rowOf[records[end] as number] === row) end++;
  return [...records.subarray(start, end)];
}
