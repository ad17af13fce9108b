import { NEEDS_MORE, scan, Tape } from '../syntax/tape.ts';
import type { Block } from '../text/block.ts';
import { partOfSource, type SourceText } from '../text/source.ts';
import type { InstanceBlock, Zone } from '../workspace/instance.ts';
import { Store } from '../workspace/store.ts';
import type { Region } from './shared-blocks.ts';

/** A stretch of a zone, as blocks that it has now and those that it had: where they differ, or where they are the same. */
export interface PastStretch {
  readonly now: Blocks;
  /** Undefined where they are the same. */
  readonly past: Blocks | undefined;
}

export type Blocks = readonly (InstanceBlock | undefined)[];

/** What of a past text is read at most: of more, all is read once and kept. */
const MOST_READ = 1_000_000;
const BLOCKS_PER_SLICE = 4;
const NO_LIMITS = { rows: Number.MAX_SAFE_INTEGER, lines: Number.MAX_SAFE_INTEGER };

/**
 * Reads what differs in the past text of a zone's file by itself, from what stands above it now, into a store of its own;
 * gives the whole zone in stretches.
 * Undefined where that does not tell: what differs is much, includes another file, or means something else for the lines
 * behind it. Each `yield` is a place to stop.
 */
export function* readRegions(
  store: Store,
  zone: Zone,
  { regions, text }: { readonly regions: readonly Region[]; readonly text: SourceText },
): Generator<void, { readonly past: Store; readonly stretches: readonly PastStretch[] } | undefined> {
  const { file, blocks, entry } = zone.root;
  const length = regions.reduce((sum, { from, to }) => sum + to - from, 0);
  if (length > MOST_READ || file.pending || blocks.some((block) => !block || block.children.length > 0))
    return undefined;
  const past = new Store(store.names);
  const stretches: PastStretch[] = [];
  let next = 0;
  for (const { first, end, from, to } of regions) {
    const above = blocks[first - 1];
    // The last line of a text may go on in what stood behind it.
    if (end === first && above && goesOn(file.document.blocks[above.index])) return undefined;
    const path = `${file.path} ${first}`;
    past.setFile(path, partOfSource(text, from, to));
    const { apex, traits, root } = zone;
    const mount = { apex, view: '', zoneClass: root.zoneClass, traits, held: false };
    const instance = past.mount(path, { ...mount, above: store.states.get(above?.exit ?? entry) });
    if (!instance) return undefined;
    for (let count = 0; !past.step(() => ++count >= BLOCKS_PER_SLICE); count = 0) yield;
    const exit = store.states.id(past.states.get(instance.blocks.at(-1)?.exit ?? instance.entry));
    const isOtherBehind =
      end < blocks.length && (exit !== blocks[end]?.entry || goesOn(instance.file.document.blocks.at(-1)));
    if (isOtherBehind || instance.blocks.some((block) => !block || block.children.length > 0)) return undefined;
    stretches.push({ now: blocks.slice(next, first), past: undefined });
    stretches.push({ now: blocks.slice(first, end), past: instance.blocks });
    next = end;
  }
  stretches.push({ now: blocks.slice(next), past: undefined });
  return { past, stretches };
}

/** Whether the last row of a block goes on in what stands behind it. */
function goesOn(block: Block | undefined): boolean {
  return block !== undefined && scan(block.codes, 0, false, NO_LIMITS, new Tape()) === NEEDS_MORE;
}
