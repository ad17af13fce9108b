import { type NameId, NO_NAME } from '../dns/name-table.ts';
import { TYPE_SOA } from '../dns/type-codes.ts';
import { pointerCandidates } from '../edits/candidates.ts';
import type { WantedName } from '../live/request.ts';
import type { FileRange } from '../report/place.ts';
import type { Position, Range } from '../text/block.ts';
import type { SourceFile, Zone } from '../workspace/instance.ts';
import type { View } from '../workspace/view.ts';
import type { FeatureContext } from './context.ts';
import { nameAt } from './definition.ts';
import { LiveHeld } from './live-held.ts';
import { addressAt } from './pointer-request.ts';
import { rowsIn, wordAt } from './row.ts';

/** What a place in a zone file asks about. */
export interface LiveAsk {
  readonly addresses: readonly string[];
  /** Canonical names of hosts and domains. */
  readonly names: readonly string[];
  readonly zones: readonly Zone[];
}

const USUAL_TTL = 3600;

/** The address at a place, else the host that stands there, else the zone. */
export function askedAt(ctx: FeatureContext, file: SourceFile, position: Position): LiveAsk {
  const { store } = ctx.engine;
  const zones = new LiveHeld(ctx).zonesOf(file);
  const word = wordAt(store, file, position);
  if (!word || word.row.typeCode === TYPE_SOA) return { addresses: [], names: [], zones };
  const address = addressAt(ctx, file, position);
  const text = addressText(ctx, address);
  if (text !== undefined) return { addresses: [text], names: [], zones: [] };
  const name = word.token ? nameAt(ctx, word.row, word.token) : NO_NAME;
  const isApex = zones.some(({ apex }) => apex === name);
  if (name === NO_NAME || isApex || word.row.directive !== undefined) return { addresses: [], names: [], zones };
  return { addresses: [], names: [store.names.text(name)], zones: [] };
}

/** The addresses of the records of some lines, each once, in their order. */
export function askedIn(ctx: FeatureContext, file: SourceFile, range: Range): LiveAsk {
  const { names, records } = ctx.engine.store;
  const found = new Set<string>();
  for (const row of rowsIn(ctx.engine.store, file, range)) {
    for (const id of row.records) {
      const [data, owner] = [records.data[id] as NameId, records.owner[id] as NameId];
      const text = addressText(ctx, data !== NO_NAME && names.isAddress(data) ? data : owner);
      if (text !== undefined) found.add(text);
    }
  }
  return { addresses: [...found], names: [], zones: [] };
}

/** Where the files tell of an address: at its PTR record, else at the record that has it. */
export function placeOfAddress(ctx: FeatureContext, address: string): FileRange | undefined {
  const name = ctx.engine.store.names.reverse.keyOf(address);
  if (name === NO_NAME) return undefined;
  let found: FileRange | undefined;
  for (const view of viewsOf(ctx)) {
    const { held } = ctx.engine.context(view);
    const answer = held.pointers(name);
    const [pointer] = answer.kind === 'records' ? answer.records : [];
    if (pointer) return ctx.places.of(pointer.at('record'));
    const [record] = held.addressRecords(name);
    found ??= record && ctx.places.of(record.at('record'));
  }
  return found;
}

/**
 * The name that an address is to have, as the files tell: that of its PTR where it leads back, else the best of those that
 * lead to the address, else that of its PTR all the same.
 */
export function wantedName(ctx: FeatureContext, address: string): WantedName | undefined {
  const name = ctx.engine.store.names.reverse.keyOf(address);
  if (name === NO_NAME) return undefined;
  for (const view of viewsOf(ctx)) {
    const context = ctx.engine.context(view);
    const answer = context.held.pointers(name);
    const [pointer] = answer.kind === 'records' ? answer.records : [];
    const leadsBack = pointer && context.held.hasAddressRecord(name, ({ owner }) => owner === pointer.data);
    if (pointer && leadsBack) return { name: pointer.dataText, ttl: pointer.ttl };
    const [candidate] = pointerCandidates(context, name);
    const record = context.held.addressRecords(name).find(({ owner }) => owner === candidate);
    if (record) return { name: record.ownerText, ttl: record.ttl > 0 ? record.ttl : USUAL_TTL };
    if (pointer) return { name: pointer.dataText, ttl: pointer.ttl };
  }
  return undefined;
}

function addressText(ctx: FeatureContext, address: NameId): string | undefined {
  const [view] = viewsOf(ctx);
  return address === NO_NAME || !view ? undefined : ctx.engine.context(view).held.addressText(address);
}

function viewsOf({ engine }: FeatureContext): View[] {
  return [...engine.store.views.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
