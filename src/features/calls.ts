import { type NameId, NO_NAME } from '../dns/name-table.ts';
import { shownName } from '../dns/shown-name.ts';
import { typeName } from '../dns/types.ts';
import { phrase } from '../language/phrase.ts';
import type { FileRange } from '../report/place.ts';
import type { Position, Range } from '../text/block.ts';
import type { SourceFile } from '../workspace/instance.ts';
import type { RecordId } from '../workspace/record-table.ts';
import type { View } from '../workspace/view.ts';
import { ZoneRecord } from '../workspace/zone-record.ts';
import { TYPE_UNREADABLE } from '../zone/draft.ts';
import { NameReader } from '../zone/name-reader.ts';
import type { FeatureContext } from './context.ts';
import { nameAt } from './definition.ts';
import { heldName, type NameInView } from './held-name.ts';
import { absoluteName, spfPlaces, spfPlacesOf } from './name-places.ts';
import { rangeOfToken, wordAt } from './row.ts';
import { servedAddress } from './served-address.ts';

/** A name or an address that records lead to and from. */
export interface CallSpot {
  /** As it stands in a list: the name, or the address. */
  readonly title: string;
  /** The types of its records, and of an address its reverse name. */
  readonly detail: string;
  readonly kind: 'name' | 'address';
  readonly view: string;
  /** The absolute name; of an address the reverse one. */
  readonly name: string;
  readonly place: FileRange;
}

/** What points to a spot, or what it points to: the other end, and the places in the file of the one that points. */
export interface Call {
  readonly end: CallSpot;
  readonly places: readonly Range[];
}

/** No more than this is worth showing. */
const MOST_CALLS = 1000;

/** The name or address at a position; between the words of a record its owner. */
export function callSpot(ctx: FeatureContext, file: SourceFile, position: Position): CallSpot | undefined {
  const word = wordAt(ctx.engine.store, file, position);
  const token = word?.token ?? word?.row.owner ?? word?.row.type;
  if (!word || !token) return undefined;
  const name = word.token ? nameAt(ctx, word.row, word.token) : word.row.ownerName;
  if (name === NO_NAME) return undefined;
  const { view } = word.row.block.instance;
  return spotOf(ctx, view, { name, place: { path: file.path, range: rangeOfToken(word.row, token) } });
}

/**
 * Who points here: records of all types that name it, SPF terms, and for an address the hosts that have it. Of very many
 * the first ones found are given, and at the end that there are more.
 */
export function incoming(ctx: FeatureContext, spot: NameInView): Call[] {
  const found = heldName(ctx, spot);
  if (!found) return [];
  const { view, name } = found;
  const callers = new Map<string, Caller>();
  const add = (owner: NameId, { path, range }: FileRange): void => {
    if (owner === NO_NAME) return;
    const key = `${owner} ${path}`;
    const caller = callers.get(key) ?? { owner, path, places: new Map() };
    caller.places.set(`${range.start.line}:${range.start.character}`, range);
    callers.set(key, caller);
  };
  const { ids, isCut } = firstIds(ctx, view, name);
  for (const id of ids) {
    const record = new ZoneRecord(ctx.engine.store, id);
    const place = ctx.places.of(record.at(record.isAddress || record.generated ? 'rdata' : 'target'));
    if (place && record.type !== TYPE_UNREADABLE) add(record.owner, place);
  }
  for (const { row, path, range } of spfPlaces(ctx, view, name)) add(row.ownerName, { path, range });
  const calls = [...callers.values()].flatMap((caller) => callOf(ctx, view, caller)).sort(byPlace);
  const [last] = calls;
  if (!isCut || !last) return calls;
  const title = phrase`more than ${MOST_CALLS} records lead here: the others are not shown`;
  return [...calls, { end: { ...last.end, title, detail: '' }, places: [] }];
}

interface Caller {
  readonly owner: NameId;
  readonly path: string;
  readonly places: Map<string, Range>;
}

function callOf(ctx: FeatureContext, view: View, { owner, path, places }: Caller): Call[] {
  const ranges = [...places.values()].sort((a, b) => a.start.line - b.start.line);
  const [range] = ranges;
  if (!range) return [];
  // The places are of the caller's file, wherever else it has records.
  const place = { path, range };
  return [{ end: { ...spotOf(ctx, view, { name: owner, place }), place }, places: ranges }];
}

function firstIds({ engine }: FeatureContext, view: View, name: NameId): { ids: RecordId[]; isCut: boolean } {
  const ids: RecordId[] = [];
  for (let id = view.index.firstTo(name); id >= 0; id = engine.store.records.nextTo(id)) {
    if (ids.length === MOST_CALLS) return { ids, isCut: true };
    ids.push(id);
  }
  return { ids, isCut: false };
}

function byPlace({ end: { place: a } }: Call, { end: { place: b } }: Call): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
}

/** Where the records of a name lead: names, addresses, what its SPF record names; those of an address's PTR records too. */
export function outgoing(ctx: FeatureContext, spot: NameInView): Call[] {
  const found = heldName(ctx, spot);
  if (!found) return [];
  const { view, name } = found;
  const { held } = ctx.engine.context(view);
  const ends = new Map<NameId, { place: FileRange; places: Range[] }>();
  const path = placeOf(ctx, held.recordsAt(name))?.path;
  const add = (target: NameId, place: FileRange | undefined): void => {
    if (!place || place.path !== path) return;
    const end = ends.get(target) ?? { place, places: [] };
    end.places.push(place.range);
    ends.set(target, end);
  };
  for (const record of held.recordsAt(name).slice(0, MOST_CALLS))
    if (record.data !== NO_NAME && record.type !== TYPE_UNREADABLE)
      add(record.data, ctx.places.of(record.at('target')));
  const reader = new NameReader(ctx.engine.store.names);
  for (const { text, path: spfPath, range } of spfPlacesOf(ctx, view, name)) {
    const target = reader.readText(absoluteName(text), 0, 'utf8');
    if (typeof target === 'number') add(target, { path: spfPath, range });
  }
  return [...ends].map(([end, { place, places }]) => ({ end: spotOf(ctx, view, { name: end, place }), places }));
}

/** A spot; where it has records of its own its place is theirs, else where it was met. */
function spotOf(
  ctx: FeatureContext,
  view: View,
  { name, place }: { readonly name: NameId; readonly place: FileRange },
): CallSpot {
  const { names } = ctx.engine.store;
  const { held } = ctx.engine.context(view);
  const records = held.recordsAt(name).filter(({ type }) => type !== TYPE_UNREADABLE);
  const types = [...new Set(records.map(({ type }) => typeName(type)))].join(' ');
  const address = held.addressText(servedAddress(held, name));
  const shown = shownName(names, name);
  return {
    title: address ?? shown,
    detail: [address === undefined ? '' : shown, types].filter((part) => part !== '').join(' '),
    kind: address === undefined ? 'name' : 'address',
    view: view.name,
    name: names.text(name),
    place: placeOf(ctx, records) ?? place,
  };
}

function placeOf(ctx: FeatureContext, records: readonly ZoneRecord[]): FileRange | undefined {
  const [first] = records;
  return first && ctx.places.of(first.at('owner'));
}
