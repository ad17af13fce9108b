import { type NameId, NO_NAME } from '../dns/name-table.ts';
import { TYPE_PTR, TYPE_SOA } from '../dns/type-codes.ts';
import type { FileRange } from '../report/place.ts';
import { rangeIn } from '../report/text-lines.ts';
import type { Token } from '../syntax/token.ts';
import type { Position, Range } from '../text/block.ts';
import type { Held } from '../workspace/held.ts';
import type { SourceFile } from '../workspace/instance.ts';
import type { ZoneRecord } from '../workspace/zone-record.ts';
import type { FeatureContext } from './context.ts';
import { placesOfName } from './name-places.ts';
import { namesBelow } from './names-below.ts';
import { fieldsOfRow, nameOfToken, type Row, rangeOfToken, rowsOfBlock, wordAt } from './row.ts';
import { servedAddress } from './served-address.ts';

/** Where something leads: the word it is asked from, and the places. */
export interface Targets {
  readonly from: Range;
  readonly places: readonly FileRange[];
}

const START = { line: 0, character: 0 };

/**
 * Where the word at a position leads: a name to the records it owns, an address to its PTR record, the owner of a PTR
 * to the address's records, an `$INCLUDE` to its file, an apex to its zone's declaration, a PTR's target to its address.
 */
export function definition(ctx: FeatureContext, file: SourceFile, position: Position): Targets | undefined {
  const word = wordAt(ctx.engine.store, file, position);
  if (!word?.token) return undefined;
  const places = leadTo(ctx, word.row, word.token);
  return places.length === 0 ? undefined : { from: rangeOfToken(word.row, word.token), places };
}

/** No more places of a name are listed: editors show them one by one. */
export const MOST_REFERENCES = 10_000;

/**
 * All places that spell the name at a position, or one of its services, and the records of the address it stands for; of
 * more than the most some are left out. A step is a block.
 */
export function* references(ctx: FeatureContext, file: SourceFile, position: Position): Generator<void, FileRange[]> {
  const { store } = ctx.engine;
  const word = wordAt(store, file, position);
  if (!word?.token) return [];
  const name = nameAt(ctx, word.row, word.token);
  if (name === NO_NAME) return [];
  const { view } = word.row.block.instance;
  const most = MOST_REFERENCES;
  const places: FileRange[] = yield* placesOfName(ctx, { view, name, most });
  const { held } = ctx.engine.context(view);
  const address = servedAddress(held, name);
  if (address === NO_NAME) {
    // Of a zone's name the services are most of the zone.
    if (view.zones.has(name)) return places;
    // Those of other names go with them where they are renamed.
    for (const service of (yield* namesBelow(store, view, name)).own) {
      if (places.length >= most) break;
      places.push(...(yield* placesOfName(ctx, { view, name: service, most })));
    }
    return places.slice(0, most);
  }
  for (const other of namesOfAddress(held, address))
    if (other !== name) places.push(...(yield* placesOfName(ctx, { view, name: other, most })));
  return unique([...places, ...placesOf(ctx, held.recordsTo(address), 'rdata')]).slice(0, most);
}

/** The reverse name of an address, and in a classless zone (RFC 2317) the one at which its PTR stands. */
function namesOfAddress(held: Held, address: NameId): NameId[] {
  const answer = held.pointers(address);
  return answer.kind === 'records' && !answer.wildcard && answer.name !== address ? [address, answer.name] : [address];
}

/** The name of a word: what it spells, or for an address its reverse name; -1 where it is neither. */
export function nameAt(ctx: FeatureContext, row: Row, token: Token): NameId {
  const { store } = ctx.engine;
  if (token === row.owner) return row.ownerName;
  if (row.directive !== undefined) {
    const place = row.directive === '$ORIGIN' ? 1 : row.directive === '$INCLUDE' ? 2 : -1;
    return token === row.tokens[place] ? nameOfToken(store, row, token) : NO_NAME;
  }
  const field = fieldOf(row, token);
  if (field === 'name' || field === 'host') return nameOfToken(store, row, token);
  const [record] = row.records;
  if ((field === 'ipv4' || field === 'ipv6') && record !== undefined) {
    const data = store.records.data[record] as number;
    return data !== NO_NAME && store.names.isAddress(data) ? data : NO_NAME;
  }
  return NO_NAME;
}

function leadTo(ctx: FeatureContext, row: Row, token: Token): FileRange[] {
  if (row.directive === '$INCLUDE' && token === row.tokens[1]) return includedFile(row);
  const { instance } = row.block;
  const { held } = ctx.engine.context(instance.view);
  const name = nameAt(ctx, row, token);
  if (name === NO_NAME) return [];
  if (token === row.owner) return fromOwner(ctx, row, held, name);
  if (row.directive !== undefined) return fromOrigin(ctx, row, held, name);
  const field = fieldOf(row, token);
  if (field === 'ipv4' || field === 'ipv6') {
    const answer = held.pointers(name);
    const pointers = answer.kind === 'records' ? answer.records : [];
    if (pointers.length > 0) return placesOf(ctx, pointers, 'owner');
    const zone = held.zoneOf(name);
    return zone ? placesOf(ctx, held.recordsAt(zone.apex, TYPE_SOA), 'owner') : [];
  }
  return unique(placesOf(ctx, held.recordsAt(name), 'owner'));
}

/** From an origin to one place: the first record of the name, that of the zone itself first; else the first one below. */
function fromOrigin(ctx: FeatureContext, row: Row, held: Held, name: NameId): FileRange[] {
  const [soa] = held.recordsAt(name, TYPE_SOA);
  const first = soa ?? held.recordsAt(name)[0];
  if (first) return placesOf(ctx, [first], 'owner');
  const next = rowsOfBlock(ctx.engine.store, row.block).find(
    ({ index, directive, owner }) => index > row.index && directive === undefined && owner !== undefined,
  );
  if (row.directive !== '$ORIGIN' || !next?.owner) return [];
  return [{ path: row.block.instance.file.path, range: rangeOfToken(next, next.owner) }];
}

/** From an owner to the other side of its pair; from an apex to the zone's declaration. */
function fromOwner(ctx: FeatureContext, row: Row, held: Held, name: NameId): FileRange[] {
  if (name === row.block.instance.apex) {
    const declarations = declarationsOf(ctx, row.block.instance.file.path);
    if (declarations.length > 0) return declarations;
  }
  const address = servedAddress(held, name);
  if (address !== NO_NAME) return placesOf(ctx, held.addressRecords(address), 'owner');
  return unique(placesOf(ctx, held.recordsTo(name, TYPE_PTR), 'rdata'));
}

/** Where a server's configuration declares the zones of a file. */
function declarationsOf(ctx: FeatureContext, path: string): FileRange[] {
  return ctx.project.claims(path).flatMap(({ declared }) => {
    const text = declared && ctx.project.configurations.text(declared.config);
    if (!declared || text === undefined) return [];
    return [{ path: declared.config, range: rangeIn(text, declared.zone.nameRange) }];
  });
}

function includedFile(row: Row): FileRange[] {
  const child = row.block.children.find(({ site }) => site.row === row.index);
  const path = child?.instance?.file.path;
  return path === undefined ? [] : [{ path, range: { start: START, end: START } }];
}

function placesOf(ctx: FeatureContext, records: readonly ZoneRecord[], part: 'owner' | 'rdata'): FileRange[] {
  return records.flatMap((record) => ctx.places.of(record.at(part)) ?? []);
}

function fieldOf(row: Row, token: Token): string | undefined {
  const index = row.rdata.indexOf(token);
  return fieldsOfRow(row).find((place) => place.token === index)?.use;
}

function unique(places: readonly FileRange[]): FileRange[] {
  const seen = new Set<string>();
  return places.filter(({ path, range: { start } }) => {
    const key = `${path}:${start.line}:${start.character}`;
    return !seen.has(key) && seen.add(key);
  });
}
