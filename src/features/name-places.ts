import { type NameId, NO_NAME } from '../dns/name-table.ts';
import type { Range } from '../text/block.ts';
import type { InstanceBlock } from '../workspace/instance.ts';
import type { View } from '../workspace/view.ts';
import type { FeatureContext } from './context.ts';
import type { FileRange } from './place.ts';
import { namesOfRow, type Row, rangeOfToken, rowsOfBlock } from './row.ts';

/** A word that spells a name. */
export interface NamePlace extends FileRange {
  readonly text: string;
  readonly role: 'owner' | 'rdata' | 'directive';
  readonly row: Row;
}

/**
 * All words of a view's zones that spell a name, in the order of the text; a file that is read several times counts once.
 * Generated records are left out: no word spells their names.
 */
export function placesOfName(ctx: FeatureContext, view: View, name: NameId): NamePlace[] {
  const { store } = ctx.engine;
  const places = new Map<string, NamePlace>();
  for (const block of blocksWith(ctx, view, name)) {
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
  return [...places.values()].sort(byPlace);
}

/** The blocks with records that have the name as owner or in their rdata. */
function blocksWith(ctx: FeatureContext, view: View, name: NameId): Set<InstanceBlock> {
  const { store } = ctx.engine;
  const { records } = store;
  const found = new Set<InstanceBlock>();
  const add = (id: number) => {
    const block = store.blockOf(id);
    if (block) found.add(block);
  };
  const { ownerHead, dataHead } = view.index;
  for (let id = ownerHead[name] ?? NO_NAME; id >= 0; id = records.nextOwner[id] as number) add(id);
  for (let id = dataHead[name] ?? NO_NAME; id >= 0; id = records.nextData[id] as number) add(id);
  return found;
}

function keyOf(path: string, { start }: Range): string {
  return `${path}:${start.line}:${start.character}`;
}

function byPlace(a: NamePlace, b: NamePlace): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
}
