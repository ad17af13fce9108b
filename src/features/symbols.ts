import { shownName } from '../dns/shown-name.ts';
import { TYPE_SOA } from '../dns/type-codes.ts';
import { typeName } from '../dns/types.ts';
import type { Range } from '../text/block.ts';
import type { SourceFile } from '../workspace/instance.ts';
import { ZoneRecord } from '../workspace/zone-record.ts';
import { TYPE_UNREADABLE } from '../zone/draft.ts';
import type { FeatureContext } from './context.ts';
import { allRows, nameOfToken, type Row, rangeOfToken } from './row.ts';

/** An entry of a file's outline. */
export interface OutlineEntry {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'zone' | 'origin' | 'owner' | 'include' | 'generate';
  readonly range: Range;
  readonly selection: Range;
  readonly children: readonly OutlineEntry[];
}

/** No more than this is worth showing, or quick to show. */
const MOST_ENTRIES = 5000;

/** The outline of a file: the stretches of `$ORIGIN`, and in them the owners with what they have. */
export function outline(ctx: FeatureContext, file: SourceFile): OutlineEntry[] {
  const top: Draft[] = [];
  let stretch: Draft | undefined;
  let owner: Draft | undefined;
  let count = 0;
  for (const row of allRows(ctx.engine.store, file)) {
    if (count >= MOST_ENTRIES) break;
    const range = rangeOfRow(row);
    if (stretch) stretch.range = { start: stretch.range.start, end: range.end };
    if (row.directive === '$ORIGIN') {
      const text = row.tokens[1]
        ? shownName(ctx.engine.store.names, nameOfToken(ctx.engine.store, row, row.tokens[1]))
        : '';
      stretch = draft(text || '$ORIGIN', '$ORIGIN', 'origin', range, range);
      top.push(stretch);
      owner = undefined;
      count++;
    } else if (row.directive === '$INCLUDE' || row.directive === '$GENERATE') {
      const kind = row.directive === '$INCLUDE' ? 'include' : 'generate';
      const name = row.tokens
        .slice(1)
        .map((token) => token.text)
        .join(' ');
      (stretch?.children ?? top).push(draft(name || row.directive, row.directive, kind, range, range));
      count++;
    } else if (row.directive === undefined) {
      const type = row.typeCode < 0 ? '?' : typeName(row.typeCode);
      if (owner && !row.owner) {
        owner.details.push(type);
        owner.range = { start: owner.range.start, end: range.end };
        continue;
      }
      const name = row.owner?.text ?? '';
      const selection = row.owner ? rangeOfToken(row, row.owner) : range;
      const isApex = row.typeCode === TYPE_SOA;
      owner = draft(
        isApex ? shownName(ctx.engine.store.names, row.ownerName) : name,
        type,
        isApex ? 'zone' : 'owner',
        range,
        selection,
      );
      (stretch?.children ?? top).push(owner);
      count++;
    }
  }
  return top.map(finished);
}

/** A name of the workspace that a search finds. */
export interface FoundName {
  readonly name: string;
  readonly types: string;
  readonly path: string;
  readonly range: Range;
}

const MOST_FOUND = 200;

/** The owners of all held zones whose names hold the letters of a query in this order. */
export function findNames(ctx: FeatureContext, query: string): FoundName[] {
  const { store } = ctx.engine;
  const wanted = query.toLowerCase().replace(/\.$/, '');
  const codes = new TextEncoder().encode(wanted);
  // Most searches are for a label: no text need be made of the names that do not have it.
  const isLabel = /^[a-z0-9_-]+$/.test(wanted);
  const found: FoundName[] = [];
  for (const view of store.views.values()) {
    const { held } = ctx.engine.context(view);
    for (let name = 0; name < store.names.count && found.length < MOST_FOUND; name++) {
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

interface Draft {
  name: string;
  details: string[];
  kind: OutlineEntry['kind'];
  range: Range;
  selection: Range;
  children: Draft[];
}

function draft(name: string, detail: string, kind: OutlineEntry['kind'], range: Range, selection: Range): Draft {
  return { name, details: [detail], kind, range, selection, children: [] };
}

function finished({ name, details, kind, range, selection, children }: Draft): OutlineEntry {
  const detail = [...new Set(details)].join(' ');
  return { name: name === '' ? detail : name, detail, kind, range, selection, children: children.map(finished) };
}

function rangeOfRow(row: Row): Range {
  return rangeOfToken(row, { start: row.tokens[0]?.start ?? 0, end: row.tokens.at(-1)?.end ?? 0 });
}
