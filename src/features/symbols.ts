import { shownName } from '../dns/shown-name.ts';
import { typeName } from '../dns/types.ts';
import type { Range } from '../text/block.ts';
import { ZoneRecord } from '../workspace/zone-record.ts';
import { TYPE_UNREADABLE } from '../zone/draft.ts';
import type { FeatureContext } from './context.ts';

/** A name of the workspace that a search finds. */
export interface FoundName {
  readonly name: string;
  readonly types: string;
  readonly path: string;
  readonly range: Range;
}

const MOST_FOUND = 200;
const STEP = 4096;

/** The owners of all held zones whose names hold the letters of a query in this order. A step is some thousand names. */
export function* findNames(ctx: FeatureContext, query: string): Generator<void, FoundName[]> {
  const { store } = ctx.engine;
  const wanted = query.toLowerCase().replace(/\.$/, '');
  const codes = new TextEncoder().encode(wanted);
  // Most searches are for a label: no text need be made of the names that do not have it.
  const isLabel = /^[a-z0-9_-]+$/.test(wanted);
  const found: FoundName[] = [];
  for (const view of store.views.values()) {
    const { held } = ctx.engine.context(view);
    for (let name = 0; name < store.names.count && found.length < MOST_FOUND; name++) {
      if (name % STEP === STEP - 1) yield;
      const head = view.index.firstAt(name);
      if (head < 0 || (isLabel && !holds(store.names.label(name), codes))) continue;
      const text = shownName(store.names, name);
      if (!text.includes(wanted) && !held.addressText(name)?.includes(wanted)) continue;
      const records = store.records.nextAt(head) === -1 ? [new ZoneRecord(store, head)] : held.recordsAt(name);
      const [first] = records;
      const place = first && ctx.places.of(first.at('owner'));
      if (!place) continue;
      const readable = records.filter(({ type }) => type !== TYPE_UNREADABLE);
      const types = [...new Set(readable.map(({ type }) => typeName(type)))].join(' ');
      const address = held.addressText(name);
      found.push({ name: address === undefined ? text : `${text} (${address})`, types, ...place });
    }
  }
  return found;
}

function holds(label: Uint8Array, codes: Uint8Array): boolean {
  for (let from = 0; from + codes.length <= label.length; from++) {
    let i = 0;
    while (i < codes.length && label[from + i] === codes[i]) i++;
    if (i === codes.length) return true;
  }
  return false;
}
