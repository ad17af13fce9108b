import { type NameId, NO_NAME } from '../../dns/name-table.ts';
import { TYPE_DNAME, TYPE_NS } from '../../dns/type-codes.ts';
import type { Instance, InstanceBlock } from '../../workspace/instance.ts';
import type { RecordId } from '../../workspace/record-table.ts';
import type { Store } from '../../workspace/store.ts';

/** The records of one name, by type, in the order of the text. */
export type Sets = ReadonlyMap<number, readonly RecordId[]>;

/**
 * The records of the file of a zone and of what it includes, by name: also of a file that is held for no zone, as a signed
 * one beside its source, which the index does not know. Good as long as nothing of it changes.
 */
export class RootSets {
  readonly #store: Store;
  readonly #apex: NameId;
  readonly #blocks: readonly InstanceBlock[];
  /** The first record of each name, and of each record the next one of its name. */
  readonly #first = new Map<NameId, RecordId>();
  readonly #next: Int32Array;

  constructor(root: Instance, store: Store) {
    this.#store = store;
    this.#apex = root.apex;
    this.#blocks = [...blocksBelow(root)];
    this.#next = new Int32Array(store.records.limit);
    const { owner } = store.records;
    // From the end, so that each list begins with what stands first.
    for (const { inside } of this.#blocks.toReversed())
      for (let i = inside.length - 1; i >= 0; i--) {
        const record = inside[i] as RecordId;
        this.#next[record] = this.#first.get(owner[record] as NameId) ?? -1;
        this.#first.set(owner[record] as NameId, record);
      }
  }

  /** The records of a name. */
  at(name: NameId): Sets {
    const { type } = this.#store.records;
    const sets = new Map<number, RecordId[]>();
    for (let id = this.#first.get(name) ?? -1; id >= 0; id = this.#next[id] as RecordId) {
      const set = sets.get(type[id] as number);
      if (set) set.push(id);
      else sets.set(type[id] as number, [id]);
    }
    return sets;
  }

  /** The names in the order of the text; undefined now and then, as a place to stop. */
  *names(): Generator<NameId | undefined, void, undefined> {
    const { owner } = this.#store.records;
    for (const { records } of this.#blocks) {
      yield undefined;
      for (const record of records) {
        const name = owner[record] as NameId;
        if (this.#first.get(name) === record) yield name;
      }
    }
  }

  /** Whether a name stands below a delegation or a DNAME: servers answer with nothing that stands there but glue. */
  isOccluded(name: NameId): boolean {
    if (name === this.#apex) return false;
    const { names } = this.#store;
    for (let node = names.parent(name); node !== NO_NAME; node = names.parent(node)) {
      const sets = this.at(node);
      if (sets.has(TYPE_DNAME)) return true;
      if (node === this.#apex) return false;
      if (sets.has(TYPE_NS)) return true;
    }
    return false;
  }
}

/** The lists of records of a file and of what it includes: a list is another one once its block is read again. */
export function recordsNow(root: Instance): readonly Int32Array[] {
  return [...blocksBelow(root)].map(({ records }) => records);
}

/** Whether all that the file of a zone includes is there. */
export function isComplete(root: Instance): boolean {
  if (root.zone && root.zone.gaps.size > 0) return false;
  for (const { children } of blocksBelow(root)) if (children.some(({ instance }) => !instance)) return false;
  return true;
}

function* blocksBelow(instance: Instance): Generator<InstanceBlock> {
  for (const block of instance.blocks) {
    if (!block) continue;
    yield block;
    for (const { instance: child } of block.children) if (child) yield* blocksBelow(child);
  }
}
