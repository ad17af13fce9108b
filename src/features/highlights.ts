import { type NameId, NO_NAME } from '../dns/name-table.ts';
import type { Position, Range } from '../text/block.ts';
import type { InstanceBlock, SourceFile } from '../workspace/instance.ts';
import type { FeatureContext } from './context.ts';
import { nameAt } from './definition.ts';
import { blocksWith, spfPlaces } from './name-places.ts';
import { networkOf, networkText } from './network.ts';
import { addressTerms } from './renumber-spot.ts';
import { namesOfRow, type Row, rangeOfToken, rowsOfBlock, type WordAt, wordAt } from './row.ts';

/** A word of a file that spells the name at the cursor. */
export interface Highlight {
  readonly range: Range;
  /** Owners are written to, all other words lead to them. */
  readonly kind: 'write' | 'read';
}

/** Files of up to so many blocks are read as a whole: some two thousand lines. */
const WHOLE = 16;
/** Enough for what an editor shows around the cursor. */
const MOST = 500;

/**
 * All words of a file that spell the name at a position, however it is written there, in the order of the text. An address
 * and the owner of its PTR record are one name; terms of SPF spell it too. This is asked at each move of the cursor: in large
 * files only those blocks are read whose records own the name or lead to it, from the cursor outwards, until there are enough.
 * None on a type, a class or a TTL, which mean the same everywhere; undefined where it is for the editor to mark what is
 * written alike.
 */
export function highlights(ctx: FeatureContext, file: SourceFile, position: Position): Highlight[] | undefined {
  const { store } = ctx.engine;
  const word = wordAt(store, file, position);
  const name = word?.token ? nameAt(ctx, word.row, word.token) : NO_NAME;
  if (!word || name === NO_NAME) return word && isOfHeader(word) ? [] : undefined;
  const found = new Map<string, Highlight>();
  for (const block of blocksAround(ctx, word.row.block, name)) {
    for (const row of rowsOfBlock(store, block)) for (const one of inRow(ctx, row, name)) found.set(keyOf(one), one);
    if (found.size >= MOST) break;
  }
  for (const { path, range } of spfPlaces(ctx, word.row.block.instance.view, name)) {
    if (path !== file.path) continue;
    const one: Highlight = { range, kind: 'read' };
    found.set(keyOf(one), one);
  }
  return [...found.values()].sort(byPlace);
}

function isOfHeader({ row, token }: WordAt): boolean {
  return token !== undefined && [row.type, row.class, row.ttl].includes(token);
}

/** The blocks to be read, the nearest first. */
function blocksAround(ctx: FeatureContext, here: InstanceBlock, name: NameId): InstanceBlock[] {
  const { instance } = here;
  const blocks =
    instance.blocks.length <= WHOLE
      ? instance.blocks.filter((block) => block !== undefined)
      : [...blocksWith(ctx, instance.view, name).add(here)].filter((block) => block.instance === instance);
  return blocks.sort((a, b) => Math.abs(a.index - here.index) - Math.abs(b.index - here.index));
}

function inRow(ctx: FeatureContext, row: Row, name: NameId): Highlight[] {
  const { store } = ctx.engine;
  const names: Highlight[] = namesOfRow(store, row)
    .filter((spelled) => spelled.name === name)
    .map(({ token }) => ({ range: rangeOfToken(row, token), kind: token === row.owner ? 'write' : 'read' }));
  if (!store.names.isAddress(name)) return names;
  const addresses = row.rdata
    .filter((token) => nameAt(ctx, row, token) === name)
    .map((token) => rangeOfToken(row, token));
  const address = ctx.engine.context(row.block.instance.view).held.addressText(name);
  for (const { range, text } of addressTerms(row)) {
    const network = networkOf(text);
    if (network && networkText(network) === address) addresses.push(range);
  }
  return [...names, ...addresses.map((range): Highlight => ({ range, kind: 'read' }))];
}

function keyOf({ range: { start } }: Highlight): string {
  return `${start.line}:${start.character}`;
}

function byPlace(a: Highlight, b: Highlight): number {
  return a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
}
