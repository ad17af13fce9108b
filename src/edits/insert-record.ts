import { type NameId, NO_NAME } from '../dns/name-table.ts';
import { parseTtl } from '../dns/ttl.ts';
import { TYPE_A, TYPE_AAAA, TYPE_CNAME, TYPE_PTR, TYPE_SOA } from '../dns/type-codes.ts';
import { typeCode } from '../dns/types.ts';
import { laterPhrase, phrase, translated } from '../language/phrase.ts';
import type { Held } from '../workspace/held.ts';
import type { Zone } from '../workspace/instance.ts';
import { ZoneRecord } from '../workspace/zone-record.ts';
import { GENERATED, OUTSIDE } from '../zone/draft.ts';
import { type Change, isRefusal, type Refusal } from './change.ts';
import { indentedOwnerOf } from './meant/indented-owner.ts';
import { nextAddress } from './neighbours.ts';
import { isModel, type NewRecord, recordLine } from './record-line.ts';
import { placeOf, type RowPlace, type Rows } from './rows.ts';
import { hasTtl, isTtlInherited, type StateAt, stateBefore, stateBehind } from './state-at.ts';

/** A record that is put into a zone. */
export interface Insertion {
  readonly change: Change;
  readonly zone: Zone;
  readonly owner: NameId;
  /** The line as it will stand, without its line end. */
  readonly line: string;
}

/** Where a record of the reverse tree is to be put. */
export interface ReversePlace {
  readonly held: Held;
  readonly rows: Rows;
  readonly zone: Zone;
  readonly owner: NameId;
}

/** Records that are looked at for their style. */
const MODELS = 4;
const LOOKED_AT = 4096;
/** Addresses on either side whose TTLs are compared. */
const NEIGHBOURS = 3;
const NO_TTL = -1;

/** Puts a PTR or CNAME of the reverse tree between those of the addresses next to it, else at the end of the zone's file. */
export function insertInReverse(held: Held, rows: Rows, zone: Zone, record: NewRecord): Insertion | Refusal {
  const where = { held, rows, zone, owner: record.owner };
  const neighbours = neighboursOf(where);
  const near = usualFirst(nearOf(neighbours, where), rows);
  // What looks like a TTL there is none that anybody wanted.
  const models = modelsOf(rows, near, zone, record.type).filter((model) => indentedOwnerOf(held, model) === undefined);
  return insertBetween(neighbours, where, (state) => recordLine(rows, record, state, models), record.ttl?.seconds);
}

/** Puts a line where the record of an owner of the reverse tree has its place. */
export function insertLine(where: ReversePlace, lineIn: (state: StateAt) => string): Insertion | Refusal {
  return insertBetween(neighboursOf(where), where, lineIn);
}

function insertBetween(
  { lower, higher }: Neighbours,
  { rows, zone, owner }: ReversePlace,
  lineIn: (state: StateAt) => string,
  ttl?: number,
): Insertion | Refusal {
  const before = lower.at(-1);
  if (before) return putBehind(rows, placeOf(before), { zone, owner, lineIn, ttl });
  const first = higher[0];
  if (!first || first.generated || !first.words().owner) return putAtEnd(rows, { zone, owner, lineIn, ttl });
  const place = placeOf(first);
  const state = stateBefore(rows, place);
  if (isPassedOn(ttl, state) && !hasTtl(rows, place)) return { refused: translated(PASSED_ON) };
  const line = lineIn(state);
  return { change: rows.insertBefore(place, line), zone, owner, line };
}

/** Puts an address record of a host behind the host's other records, else behind the last one under its `$ORIGIN`. */
export function insertForward(held: Held, rows: Rows, zone: Zone, record: NewRecord): Insertion | Refusal {
  const all = held.recordsAt(record.owner).filter((one) => one.zone === zone);
  const own = all.filter(isWritable(rows));
  const type = typeCode(record.type);
  const rrset = own.filter((one) => one.type === type);
  const ttl = all.find((one) => one.type === type)?.ttl;
  const last = rrset.at(-1) ?? own.findLast((one) => one.isAddress && !one.generated) ?? own.at(-1);
  const models = modelsOf(rows, [...rrset, ...own.filter((one) => one.isAddress)], zone, record.type);
  const complete = ttl === undefined ? record : { ...record, ttl: { seconds: ttl, text: String(ttl) } };
  const putting = {
    zone,
    owner: record.owner,
    ttl,
    lineIn: (state: StateAt) => recordLine(rows, complete, state, models),
  };
  const near = last ?? lastUnderOrigin(rows, zone, record.owner) ?? lastHost(rows, zone);
  return near ? putBehind(rows, placeOf(near), putting) : putAtEnd(rows, putting);
}

interface Putting {
  readonly zone: Zone;
  readonly owner: NameId;
  readonly lineIn: (state: StateAt) => string;
  /** The TTL that the line must have; undefined where any will do. */
  readonly ttl: number | undefined;
}

/** Without a $TTL, another TTL than that of the line above would count for the lines below too. */
function isPassedOn(ttl: number | undefined, { defaultTtl, lastTtl }: StateAt): boolean {
  return ttl !== undefined && defaultTtl < 0 && lastTtl !== ttl;
}

const PASSED_ON = laterPhrase`there is no $TTL there, and the lines below would take their TTL from the new one`;

function putBehind(rows: Rows, place: RowPlace, { zone, owner, lineIn, ttl }: Putting): Insertion | Refusal {
  const last = rows.lastOfGroup(place);
  const state = stateBehind(rows, last);
  if (isPassedOn(ttl, state) && isTtlInherited(rows, last)) return { refused: translated(PASSED_ON) };
  const line = lineIn(state);
  const change = rows.insertBehind(last, line);
  return isRefusal(change) ? change : { change, zone, owner, line };
}

function putAtEnd(rows: Rows, putting: Putting): Insertion | Refusal {
  const { zone } = putting;
  const place = rows.lastOf(zone.root.blocks);
  if (!place) return { refused: phrase`the file of ${rows.store.names.text(zone.apex)} is empty` };
  return putBehind(rows, place, putting);
}

interface Neighbours {
  readonly lower: readonly ZoneRecord[];
  readonly higher: readonly ZoneRecord[];
}

function neighboursOf({ held, rows, zone, owner }: ReversePlace): Neighbours {
  const wanted = { zone, types: [TYPE_PTR, TYPE_CNAME] };
  return {
    lower: nextAddress(held, owner, 'lower', wanted).filter(isWritable(rows)),
    higher: nextAddress(held, owner, 'higher', wanted).filter(isWritable(rows)),
  };
}

/**
 * The records whose style is taken over, the nearest first: those of the next address on either side, and where these have
 * different TTLs, or there is one side only, of some more.
 */
function nearOf({ lower, higher }: Neighbours, { held, rows, zone }: ReversePlace): readonly ZoneRecord[] {
  const near = [...lower].reverse().concat(higher);
  if (lower.length > 0 && higher.length > 0 && new Set(near.map(ttlWritten)).size === 1) return near;
  const wanted = { zone, types: [TYPE_PTR, TYPE_CNAME] };
  const isUsable = isWritable(rows);
  let [below, above] = [lower, higher];
  for (let step = 1; step < NEIGHBOURS; step++) {
    below = below[0] ? nextAddress(held, below[0].owner, 'lower', wanted) : [];
    above = above[0] ? nextAddress(held, above[0].owner, 'higher', wanted) : [];
    near.push(...[...below].reverse().concat(above).filter(isUsable));
  }
  return near;
}

/** Those first that have the TTL that most of them have, none before any where it is as frequent. */
function usualFirst(near: readonly ZoneRecord[], rows: Rows): readonly ZoneRecord[] {
  const counts = new Map<number, number>();
  for (const record of near)
    if (isModel(rows, record)) counts.set(ttlWritten(record), (counts.get(ttlWritten(record)) ?? 0) + 1);
  if (counts.size < 2) return near;
  const [usual] = [...counts].sort(
    ([a, one], [b, other]) => other - one || Number(b === NO_TTL) - Number(a === NO_TTL),
  );
  const isUsual = (record: ZoneRecord): boolean => ttlWritten(record) === usual?.[0];
  return [...near.filter(isUsual), ...near.filter((record) => !isUsual(record))];
}

/** The TTL that a record has of its own, in seconds. */
function ttlWritten(record: ZoneRecord): number {
  const text = record.generated ? undefined : record.words().ttl?.text;
  return (text === undefined ? undefined : parseTtl(text)?.seconds) ?? NO_TTL;
}

function isWritable(rows: Rows): (record: ZoneRecord) => boolean {
  return (record) => rows.whyNotWritable(record.file) === undefined;
}

/** Records whose style is taken over, the nearest first; else some of the same type, else any of the zone. */
function modelsOf(rows: Rows, near: readonly ZoneRecord[], zone: Zone, type: string): ZoneRecord[] {
  const models = near.filter((record) => isModel(rows, record)).slice(0, MODELS);
  if (models.length >= MODELS) return models;
  const known = new Set(models.map(({ id }) => id));
  return [...models, ...modelsOfZone(rows, zone, type).filter(({ id }) => !known.has(id))].slice(0, MODELS);
}

/** The first records of a zone that can be models, those of the type before the others; some more than are needed. */
function modelsOfZone(rows: Rows, zone: Zone, type: string): readonly ZoneRecord[] {
  const models = rows.cache.models.get(zone) ?? new Map<string, readonly ZoneRecord[]>();
  rows.cache.models.set(zone, models);
  const known = models.get(type);
  if (known) return known;
  const code = typeCode(type);
  const alike: ZoneRecord[] = [];
  const others: ZoneRecord[] = [];
  for (const record of recordsOf(rows, zone)) {
    if (record.type === TYPE_SOA) continue;
    const list = record.type === code ? alike : others;
    if (list.length < 2 * MODELS && isModel(rows, record)) list.push(record);
    if (alike.length === 2 * MODELS) break;
  }
  const found = [...alike, ...others];
  models.set(type, found);
  return found;
}

/**
 * The last record of the zone's own file under the deepest `$ORIGIN` that an owner lies below, an address before others:
 * there its relative name is right. Of a long file the end is looked at, and more only while nothing was found.
 */
function lastUnderOrigin(rows: Rows, zone: Zone, owner: NameId): ZoneRecord | undefined {
  const { names, states, records } = rows.store;
  const holdsOwner = (origin: NameId): boolean => origin !== NO_NAME && names.isBelowOrAt(owner, origin);
  let best: { readonly record: ZoneRecord; readonly depth: number } | undefined;
  let count = 0;
  for (const block of [...zone.root.blocks].reverse()) {
    if (!block) continue;
    const isAtEdge = holdsOwner(states.get(block.entry).origin) || holdsOwner(states.get(block.exit).origin);
    if (count >= LOOKED_AT && (best || !isAtEdge)) continue;
    count += block.records.length;
    for (const id of [...block.records].reverse()) {
      if (((records.flags[id] as number) & (GENERATED | OUTSIDE)) !== 0) continue;
      const record = new ZoneRecord(rows.store, id);
      const { origin } = stateBefore(rows, placeOf(record));
      const depth = holdsOwner(origin) ? names.depth(origin) : -1;
      const isBetter =
        !best || depth > best.depth || (depth === best.depth && record.isAddress && !best.record.isAddress);
      if (depth >= 0 && isBetter) best = { record, depth };
    }
  }
  return best?.record;
}

/** The last A or AAAA record in the zone's own file that is written as one. */
function lastHost(rows: Rows, zone: Zone): ZoneRecord | undefined {
  const { records } = rows.store;
  for (const block of [...zone.root.blocks].reverse()) {
    for (const id of [...(block?.records ?? [])].reverse()) {
      const type = records.type[id];
      if (type !== TYPE_A && type !== TYPE_AAAA) continue;
      const record = new ZoneRecord(rows.store, id);
      if (!record.generated) return record;
    }
  }
  return undefined;
}

/** The first records of a zone's own file. */
function* recordsOf(rows: Rows, zone: Zone): Generator<ZoneRecord> {
  let count = 0;
  for (const block of zone.root.blocks) {
    for (const id of block?.records ?? []) {
      if (++count > LOOKED_AT) return;
      if (rows.store.records.owner[id] !== NO_NAME) yield new ZoneRecord(rows.store, id);
    }
  }
}
