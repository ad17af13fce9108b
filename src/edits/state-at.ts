import { relativeTo } from '../dns/name.ts';
import { type NameId, NO_NAME } from '../dns/name-table.ts';
import { parseTtl } from '../dns/ttl.ts';
import { Header } from '../syntax/header.ts';
import type { InstanceBlock } from '../workspace/instance.ts';
import type { ScannedBlock } from '../workspace/scanned-block.ts';
import type { Store } from '../workspace/store.ts';
import { GENERATED } from '../zone/draft.ts';
import { originBehind } from '../zone/lost-origin.ts';
import { NameReader } from '../zone/name-reader.ts';
import { tokenAt, tokensOf } from '../zone/row-words.ts';
import type { EdgeState } from '../zone/state.ts';
import type { RowPlace, Rows } from './rows.ts';

/** What a record takes from the lines above it. TTLs are -1 where none is in effect. */
export type StateAt = Pick<EdgeState, 'origin' | 'defaultTtl' | 'lastTtl'>;

type Mutable = { -readonly [Key in keyof StateAt]: StateAt[Key] };

/** By the records of a block, which are others once the block is read again. */
const STATES = new WeakMap<Int32Array, readonly StateAt[]>();

/** What is in effect before a row of a block; the row may be the one behind the last. */
export function stateBefore(rows: Rows, place: RowPlace): StateAt {
  const { records } = place.block;
  let known = STATES.get(records);
  if (!known) {
    known = statesOf(rows, place.block);
    if (records.length > 0) STATES.set(records, known);
  }
  const state = known[place.row];
  if (!state) throw new Error('a row that is not there');
  return state;
}

/** The origin before a row. Where only $TTL lines stand above it in its block, as above most SOA records, no other row is read. */
export function originBefore(rows: Rows, place: RowPlace): NameId {
  const { store } = rows;
  const text = place.block.instance.file.document.blocks[place.block.index];
  const isBehindTtls = text !== undefined && hasOnlyTtls(store.scanBlock(text), place.row);
  return isBehindTtls ? store.states.get(place.block.entry).origin : stateBefore(rows, place).origin;
}

/** Whether all rows above one begin with $TTL: such a row leaves the origin as it is, in whatever way it is written. */
function hasOnlyTtls(scanned: ScannedBlock, end: number): boolean {
  const { rowToken } = scanned.tape;
  for (let row = 0; row < end; row++)
    if (tokenAt(scanned, rowToken[row] as number).text.toUpperCase() !== '$TTL') return false;
  return true;
}

/** What is in effect before each row of a block, and behind the last. */
function statesOf(rows: Rows, block: InstanceBlock): StateAt[] {
  const { origin, defaultTtl, lastTtl } = rows.store.states.get(block.entry);
  const state: Mutable = { origin, defaultTtl, lastTtl };
  const ttls = ttlsOfRows(rows.store, block);
  const header = new Header();
  const { tape, codes } = rows.of(block);
  const states: StateAt[] = [];
  let last: StateAt = { ...state };
  for (let row = 0; row < tape.rowCount; row++) {
    states.push(last);
    const here = { block, row };
    if (rows.isDirective(here)) {
      readDirective(rows, here, state);
      last = { ...state };
      continue;
    }
    const ttl = ttls.get(row);
    if (ttl === undefined) {
      const before = state.origin;
      readOrigin(rows, here, state);
      if (state.origin !== before) last = { ...state };
      continue;
    }
    header.read(tape, row, codes);
    // Where nothing told a TTL, the SOA's minimum is the one for all.
    if (header.ttlToken < 0 && state.defaultTtl < 0 && state.lastTtl < 0) state.defaultTtl = ttl;
    state.lastTtl = ttl;
    if (last.lastTtl !== ttl || last.defaultTtl !== state.defaultTtl) last = { ...state };
  }
  states.push(last);
  return states;
}

/** What is in effect behind a row. */
export function stateBehind(rows: Rows, place: RowPlace): StateAt {
  return stateBefore(rows, { block: place.block, row: place.row + 1 });
}

/** Whether the next record behind a row, of those that are not left out, has no TTL of its own. */
export function isTtlInherited(rows: Rows, place: RowPlace, isLeftOut = (_: RowPlace) => false): boolean {
  for (const next of rows.behind(place))
    if (next.kind !== 'directive' && !isLeftOut(next.place)) return !hasTtl(rows, next.place);
  return false;
}

/** Whether a TTL is written in a row. */
export function hasTtl(rows: Rows, place: RowPlace): boolean {
  const { tape, codes } = rows.of(place.block);
  const header = new Header();
  header.read(tape, place.row, codes);
  return header.ttlToken >= 0;
}

/** An owner as it is written under an origin: relative where it lies below, else absolute. */
export function writtenUnder(store: Store, name: NameId, origin: NameId): string {
  return origin === NO_NAME ? store.names.text(name) : relativeTo(store.names.text(name), store.names.text(origin));
}

function ttlsOfRows(store: Store, block: InstanceBlock): ReadonlyMap<number, number> {
  const { records } = store;
  const ttls = new Map<number, number>();
  for (const id of block.records) {
    if (((records.flags[id] as number) & GENERATED) === 0 && records.type[id] !== 0)
      ttls.set(records.row[id] as number, records.ttl[id] as number);
  }
  return ttls;
}

/** The origin behind a row that is, or was meant as, an $ORIGIN. */
function readOrigin(rows: Rows, place: RowPlace, state: Mutable): void {
  const scanned = rows.of(place.block);
  const { names } = rows.store;
  const { apex, file } = place.block.instance;
  const { encoding } = file.document;
  const { origin } = state;
  const read = (text: string) => new NameReader(names).readText(text, origin, encoding);
  const tokens = tokensOf(scanned, scanned.tape.rowToken[place.row] as number, place.row);
  const isBlankOwner = rows.isBlankOwner(place);
  state.origin = originBehind(rows.store, { tokens, isBlankOwner, apex, origin, read }) ?? origin;
}

function readDirective(rows: Rows, place: RowPlace, state: Mutable): void {
  const scanned = rows.of(place.block);
  const { tape } = scanned;
  readOrigin(rows, place, state);
  if (tape.width(place.row) < 2) return;
  const first = tape.rowToken[place.row] as number;
  const word = tokenAt(scanned, first + 1).text;
  switch (tokenAt(scanned, first).text.toUpperCase()) {
    case '$TTL':
      state.defaultTtl = parseTtl(word)?.seconds ?? state.defaultTtl;
      break;
    case '$INCLUDE': {
      const last = place.block.children.find((child) => child.site.row === place.row)?.instance?.blocks.at(-1);
      if (!last) break;
      const { defaultTtl, lastTtl } = rows.store.states.get(last.exit);
      state.defaultTtl = defaultTtl;
      state.lastTtl = lastTtl;
    }
  }
}
