import { lowerName } from '../dns/name.ts';
import type { NameId } from '../dns/name-table.ts';
import { parseSpf } from '../mail/spf.ts';
import type { FileRange } from '../report/place.ts';
import type { Range } from '../text/block.ts';
import type { InstanceBlock } from '../workspace/instance.ts';
import { spfRecords } from '../workspace/senders.ts';
import type { View } from '../workspace/view.ts';
import type { FeatureContext } from './context.ts';
import { namesOfRow, type Row, rangeOfToken, rowsOfBlock } from './row.ts';

/** A word that spells a name. */
export interface NamePlace extends FileRange {
  readonly text: string;
  /** In an SPF term a name stands whole, without a final dot (RFC 7208 section 7.1). */
  readonly role: 'owner' | 'rdata' | 'directive' | 'spf';
  readonly row: Row;
}

/**
 * All words of a view's zones that spell a name, in the order of the text; a file that is read several times counts once.
 * Generated records are left out: no word spells their names. Of more than the most some are left out. A step is a block.
 */
export function* placesOfName(
  ctx: FeatureContext,
  { view, name, most }: { readonly view: View; readonly name: NameId; readonly most: number },
): Generator<void, NamePlace[]> {
  const { store } = ctx.engine;
  const places = new Map<string, NamePlace>();
  for (const block of blocksWith(ctx, view, name)) {
    if (places.size >= most) break;
    yield;
    for (const row of rowsOfBlock(store, block)) {
      for (const { token, name: spelled } of namesOfRow(store, row)) {
        if (spelled !== name) continue;
        const range = rangeOfToken(row, token);
        const { path } = block.instance.file;
        const role = row.directive !== undefined ? 'directive' : token === row.owner ? 'owner' : 'rdata';
        places.set(keyOf(path, range), { path, range, text: token.text, role, row });
      }
    }
  }
  for (const place of spfPlaces(ctx, view, name)) {
    if (places.size >= most) break;
    places.set(keyOf(place.path, place.range), place);
    yield;
  }
  return [...places.values()].sort(byPlace).slice(0, most);
}

/** The terms of SPF records that spell the name. One that two strings share, or that stands behind an escape, is left out. */
export function* spfPlaces(ctx: FeatureContext, view: View, name: NameId): Generator<NamePlace> {
  const wanted = ctx.engine.store.names.text(name);
  for (const domain of view.mailWatch.keysOf(name))
    for (const place of spfPlacesOf(ctx, view, domain)) if (absoluteName(place.text) === wanted) yield place;
}

/** The terms of a domain's own SPF records that name a domain, in the order of the text; macros name none. */
export function* spfPlacesOf(ctx: FeatureContext, view: View, owner: NameId): Generator<NamePlace> {
  const { store } = ctx.engine;
  for (const record of spfRecords(ctx.engine.context(view).held, owner)) {
    const row = rowsOfBlock(store, record.block).find(({ index }) => index === record.row);
    if (!row || row.rdata.some(({ text }) => text.includes('\\'))) continue;
    for (const { domain } of parseSpf(row.rdata.map(({ text }) => text).join('')).terms) {
      if (!domain || domain.hasMacro) continue;
      let before = 0;
      for (const token of row.rdata) {
        const start = token.start + (token.quoted ? 1 : 0) + domain.start - before;
        const isWhole = domain.start >= before && domain.end <= before + token.text.length;
        before += token.text.length;
        if (!isWhole) continue;
        const range = rangeOfToken(row, { start, end: start + domain.text.length });
        yield { path: record.file.path, range, text: domain.text, role: 'spf', row };
      }
    }
  }
}

/** The name that an SPF term spells, whole and canonical. */
export function absoluteName(text: string): string {
  return `${lowerName(text)}.`.replace(/\.\.$/, '.');
}

/** The blocks with records that have the name as owner or in their rdata. */
export function blocksWith(ctx: FeatureContext, view: View, name: NameId): Set<InstanceBlock> {
  const { store } = ctx.engine;
  const { records } = store;
  const found = new Set<InstanceBlock>();
  const add = (id: number) => {
    const block = store.blockOf(id);
    if (block) found.add(block);
  };
  for (let id = view.index.firstAt(name); id >= 0; id = records.nextAt(id)) add(id);
  for (let id = view.index.firstTo(name); id >= 0; id = records.nextTo(id)) add(id);
  return found;
}

function keyOf(path: string, { start }: Range): string {
  return `${path}:${start.line}:${start.character}`;
}

function byPlace(a: NamePlace, b: NamePlace): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
}
