import { NEEDS_MORE, scan } from '../syntax/scan.ts';
import { Tape } from '../syntax/tape.ts';
import type { Block } from '../text/block.ts';
import { partOfSource, type SourceText } from '../text/source.ts';
import type { Zone } from '../workspace/instance.ts';
import { Store } from '../workspace/store.ts';
import type { StateId } from '../zone/state-id.ts';
import type { Print, RecordPrints } from './record-print.ts';
import type { Region } from './shared-blocks.ts';
import { firstSerial, type PastSerial } from './zone-serial.ts';

/** What a past text had in the place of some blocks. */
export interface PastRegion {
  readonly print: Print;
  readonly serial: PastSerial | undefined;
  /** What it left to the lines behind it; undefined where its last row went on there. */
  readonly exit: StateId | undefined;
}

/** A longer stretch is not read by itself: all of the past zone is, once. */
const MOST_READ = 1_000_000;
const BLOCKS_PER_SLICE = 4;
const NO_LIMITS = { rows: Number.MAX_SAFE_INTEGER, lines: Number.MAX_SAFE_INTEGER };

/** Stretches of a zone's past text, read by themselves, each once for what stands above it. */
export class PastRegions {
  readonly #store: Store;
  readonly #zone: Zone;
  readonly #text: SourceText;
  readonly #prints: RecordPrints;
  readonly #known = new Map<string, PastRegion | undefined>();
  /** What all stretches are read into: room for the names of a large workspace takes long to make. */
  readonly #past: Store;

  constructor(store: Store, { zone, text, prints }: { zone: Zone; text: SourceText; prints: RecordPrints }) {
    this.#store = store;
    this.#past = new Store(store.names);
    this.#zone = zone;
    this.#text = text;
    this.#prints = prints;
  }

  /**
   * What stood where a zone differs from its past text. Undefined where that does not tell: it is much, includes another
   * file, or means something else for the lines behind it. Each `yield` is a place to stop.
   */
  *read(regions: readonly Region[]): Generator<void, readonly PastRegion[] | undefined> {
    const { file, blocks, entry } = this.#zone.root;
    const read: PastRegion[] = [];
    for (const region of regions) {
      const { first, end, from, to } = region;
      const above = blocks[first - 1];
      // The last line of a text may go on in what stood behind it.
      if (end === first && above && goesOn(file.document.blocks[above.index])) return undefined;
      const state = above?.exit ?? entry;
      const key = `${from} ${to} ${state}`;
      if (!this.#known.has(key)) {
        this.#known.set(key, yield* this.#readOne(region, state));
        // One is read at once as a rule, and there may be hundreds.
        yield;
      }
      const past = this.#known.get(key);
      if (!past || (end < blocks.length && past.exit !== blocks[end]?.entry)) return undefined;
      read.push(past);
    }
    return read;
  }

  *#readOne({ from, to }: Region, above: StateId): Generator<void, PastRegion | undefined> {
    if (to - from > MOST_READ) return undefined;
    const { apex, traits, root } = this.#zone;
    const store = this.#past;
    const { path, document } = store.setFile(`${from} ${to} ${above}`, partOfSource(this.#text, from, to));
    const mount = { apex, view: '', zoneClass: root.zoneClass, traits, held: false };
    const instance = store.mount(path, { ...mount, above: this.#store.states.get(above) });
    if (!instance) return undefined;
    for (let count = 0; !store.step(() => ++count >= BLOCKS_PER_SLICE); count = 0) yield;
    const { blocks } = instance;
    const isWhole = blocks.every((block) => block && block.children.length === 0);
    const exit = this.#store.states.id(store.states.get(blocks.at(-1)?.exit ?? instance.entry));
    const region = {
      print: yield* this.#prints.ofBlocks(store, blocks),
      serial: firstSerial(store, blocks, apex),
      exit: goesOn(document.blocks.at(-1)) ? undefined : exit,
    };
    store.removeFile(path);
    return isWhole ? region : undefined;
  }
}

/** Whether the last row of a block goes on in what stands behind it. */
function goesOn(block: Block | undefined): boolean {
  return block !== undefined && scan(block.codes, 0, false, NO_LIMITS, new Tape()) === NEEDS_MORE;
}
