import type { NameTable } from '../dns/name-table.ts';
import { BLOCK_LIMITS, makesBlock, PlainRows, type RowsAhead } from '../syntax/plain-rows.ts';
import type { Fault, Token } from '../syntax/token.ts';
import { Block } from '../text/block.ts';
import type { SourceText } from '../text/source.ts';
import { Draft, type IncludeSite, OUTSIDE } from '../zone/draft.ts';
import { isToldWhole, limitedFaults } from '../zone/fault-limit.ts';
import { PlainRecords } from '../zone/plain-records.ts';
import { Resolver } from '../zone/resolve.ts';
import type { TtlState } from '../zone/row-reading.ts';
import type { SignatureHeads } from '../zone/signature-heads.ts';
import { copyOf, type EdgeState, type MutableState, type StateTable } from '../zone/state.ts';
import { BlockScanner } from './block-scanner.ts';
import type { Budget } from './budget.ts';
import type { Changes } from './changes.ts';
import { noteGap } from './gaps.ts';
import { IncludeSites } from './include-sites.ts';
import type { Child, Instance, InstanceBlock, SourceFile } from './instance.ts';
import type { RecordTable } from './record-table.ts';
import { ReusePool } from './reuse.ts';
import type { ScannedBlock } from './scanned-block.ts';
import { SilentValues } from './silent-values.ts';
import type { View } from './view.ts';

/** After a block that is not plain so many are not tried. */
const PLAIN_PAUSE = 4;
const MAXIMUM_INCLUDE_DEPTH = 16;

/** What a block's records are put into, and what an $INCLUDE in it sets going. */
export interface ReaderSurroundings {
  readonly names: NameTable;
  readonly states: StateTable;
  readonly records: RecordTable;
  readonly changes: Changes;
  readonly rowsAhead: RowsAhead | undefined;
  readonly budget: Budget;
  /** The file that an $INCLUDE names, where it is in the workspace. */
  readonly fileIncluded: (path: string, from: SourceFile) => SourceFile | undefined;
  /** An instance has come with an $INCLUDE. */
  readonly adopt: (instance: Instance) => void;
  readonly markStale: (instance: Instance, from: number, to: number) => void;
  /** The $INCLUDE of an instance is gone. */
  readonly drop: (instance: Instance) => void;
}

/** What stood where rows are read again: what is left in it afterwards is gone. */
export interface Before {
  readonly pool: ReusePool;
  readonly children: Child[];
}

/** Reads blocks in their instances: makes records of their rows and puts them into the index. */
export class BlockReader {
  /** The blocks of all instances, by their ids. */
  readonly blocks: InstanceBlock[] = [];
  /** The blocks with an $INCLUDE. */
  readonly including = new IncludeSites();
  readonly heads: SignatureHeads;
  readonly scanner = new BlockScanner();
  readonly #surroundings: ReaderSurroundings;
  readonly #freeBlocks: number[] = [];
  readonly #resolver: Resolver;
  readonly #plainRows = new PlainRows();
  readonly #plainRecords: PlainRecords;
  /** Blocks of an instance that are still not tried to be read as plain rows. */
  #plainPause = 0;
  #pausedIn: Instance | undefined;
  readonly #draft = new Draft();
  readonly #budget: Budget;
  /** The TTLs that were taken to be those behind an included file. */
  readonly #assumed = new WeakMap<Instance, TtlState>();

  constructor(surroundings: ReaderSurroundings) {
    this.#surroundings = surroundings;
    this.#budget = surroundings.budget;
    const values = new SilentValues();
    this.heads = values.heads;
    this.#resolver = new Resolver(surroundings.names, surroundings.states, values);
    this.#plainRecords = new PlainRecords(surroundings.names, values);
  }

  /** What the rows of a block begin with; undefined while the block above has not been read. */
  entryOf(instance: Instance, index: number): number | undefined {
    return index === 0 ? instance.entry : instance.blocks[index - 1]?.exit;
  }

  /** Whether an included file leaves those TTLs behind that its includer took it to leave. */
  leavesAsAssumed(instance: Instance): boolean {
    const assumed = this.#assumed.get(instance);
    const exit = this.exitOf(instance);
    return assumed !== undefined && exit.defaultTtl === assumed.defaultTtl && exit.lastTtl === assumed.lastTtl;
  }

  /** What an instance leaves behind. */
  exitOf(instance: Instance): TtlState {
    const last = instance.blocks.at(-1);
    return this.#surroundings.states.get(last ? last.exit : instance.entry);
  }

  /**
   * Reads the next block of a text in an instance straight from the text, where its rows are plain; returns the block.
   * Undefined, with nothing done, where they are not.
   */
  readPlain(instance: Instance, source: SourceText, offset: number): Block | undefined {
    if (this.#plainPause > 0 && this.#pausedIn === instance) {
      this.#plainPause--;
      return undefined;
    }
    const { codes } = source;
    const rows = this.#plainRows;
    if (!this.#surroundings.rowsAhead?.take(codes, offset, rows)) rows.read(codes, offset, BLOCK_LIMITS);
    const index = instance.blocks.length;
    const state = this.#stateAbove(instance, index);
    if (makesBlock(rows, codes)) {
      const count = this.#draftPlain(instance, state, codes);
      if (count < rows.rowCount) rows.endBefore(count, codes);
    }
    if (!makesBlock(rows, codes)) {
      // The first block has the SOA record, and says nothing of the others.
      this.#plainPause = index === 0 ? 0 : PLAIN_PAUSE;
      this.#pausedIn = instance;
      return undefined;
    }
    this.#finish(this.#newBlock(instance, index), state);
    return new Block(source, offset, rows.end, rows.lineCount, rows);
  }

  /** Reads a block again in its instance, or for the first time. */
  readBlock(instance: Instance, index: number, block: Block): void {
    const known = instance.blocks[index];
    const { codes } = block;
    const rows = this.#plainRows;
    if (!known || known.children.length === 0) {
      rows.read(codes, 0, BLOCK_LIMITS);
      const state = this.#stateAbove(instance, index);
      if (rows.end === codes.length && this.#draftPlain(instance, state, codes) === rows.rowCount) {
        this.#finish(known ?? this.#newBlock(instance, index), state, known && this.#poolOf(known));
        return;
      }
    }
    this.resolve(instance, index, this.scanner.scan(block));
  }

  /** Drafts the records of the plain rows at hand; returns of how many. */
  #draftPlain({ apex, zoneClass, file }: Instance, state: MutableState, codes: Uint8Array): number {
    const draft = this.#newDraft();
    const context = { apex, zoneClass, encoding: file.document.encoding };
    return this.#plainRecords.read(this.#plainRows, codes, { context, state, draft });
  }

  /** The draft of a block whose rows come now. */
  #newDraft(): Draft {
    this.#surroundings.names.forgetAddressKinds();
    this.#draft.reset();
    return this.#draft;
  }

  #stateAbove(instance: Instance, index: number): MutableState {
    return copyOf(this.#surroundings.states.get(this.entryOf(instance, index) ?? instance.entry));
  }

  /** Reads a block's rows in its instance. */
  resolve(instance: Instance, index: number, scanned: ScannedBlock, old?: Before): void {
    const draft = this.#newDraft();
    for (const fault of scanned.tape.faults) draft.faults.push(fault);
    const known = instance.blocks[index];
    const block = known ?? this.#newBlock(instance, index);
    draft.mostGenerated = this.#budget.roomFor(block);
    const state = this.#stateAbove(instance, index);
    const children: Child[] = [];
    const oldChildren = old?.children ?? [...block.children];
    const include = (row: number, path: Token, childEntry: EdgeState): TtlState => {
      const site: IncludeSite = {
        row,
        path: path.text,
        start: path.start,
        end: path.end,
        entry: this.#surroundings.states.id(childEntry),
      };
      const child = this.#childAt(block, site, oldChildren);
      if (isToldWhole(index) || !children.some((other) => failsAlike(other, child))) children.push(child);
      if (!child.instance || child.instance.staleTo > 0) return this.#assume(child.instance, childEntry);
      return this.#assume(child.instance, this.exitOf(child.instance));
    };
    this.#resolver.resolve(
      scanned,
      { apex: instance.apex, zoneClass: instance.zoneClass, encoding: instance.file.document.encoding },
      state,
      { draft, include },
    );
    block.children = children;
    this.including.set(block);
    if (!old) this.dropChildren(oldChildren);
    this.#finish(block, state, old?.pool ?? (known ? this.#poolOf(known) : undefined));
  }

  /** Gives a block what was drafted of it. */
  #finish(block: InstanceBlock, state: MutableState, pool?: ReusePool): void {
    const draft = this.#draft;
    block.faults = draft.faults.length === 0 ? NO_FAULTS : limitedFaults(draft.faults, block.index);
    block.originAt = draft.originAt;
    block.entry = this.entryOf(block.instance, block.index) ?? block.instance.entry;
    block.exit = this.#surroundings.states.id(state);
    block.stale = false;
    block.types = draft.types;
    block.unsoundTypes = draft.unsoundTypes;
    block.addressKinds = this.#surroundings.names.addressKinds;
    block.highestTtl = draft.highestTtl;
    this.#budget.noteGenerated(block, draft.generated);
    const isUnread = draft.hasGap || block.children.some(({ problem }) => problem);
    noteGap(block, isUnread ? 'unread' : draft.isAstray ? 'astray' : 'none');
    block.instance.view.touchLines(block);
    this.#commit(block, pool);
    block.inside = draft.hasOutside ? this.#insideOf(block) : block.records;
  }

  #insideOf({ records }: InstanceBlock): Int32Array {
    const { flags } = this.#surroundings.records;
    return records.filter((record) => ((flags[record] as number) & OUTSIDE) === 0);
  }

  #assume(child: Instance | undefined, state: TtlState): TtlState {
    const assumed = { defaultTtl: state.defaultTtl, lastTtl: state.lastTtl };
    if (child) this.#assumed.set(child, assumed);
    return assumed;
  }

  #newBlock(instance: Instance, index: number): InstanceBlock {
    const block: InstanceBlock = {
      id: 0,
      instance,
      index,
      entry: -1,
      exit: -1,
      stale: false,
      records: NO_RECORDS,
      inside: NO_RECORDS,
      types: 0,
      unsoundTypes: 0,
      addressKinds: 0,
      highestTtl: 0,
      faults: NO_FAULTS,
      originAt: undefined,
      children: NO_CHILDREN,
    };
    const id = this.#freeBlocks.pop() ?? this.blocks.length;
    block.id = id;
    this.blocks[id] = block;
    instance.blocks[index] = block;
    return block;
  }

  /** The child instance for an $INCLUDE: one of the old ones where its file is the same, which is then taken out of them. */
  #childAt(parent: InstanceBlock, site: IncludeSite, oldChildren: Child[]): Child {
    const { fileIncluded, markStale, adopt } = this.#surroundings;
    const file = fileIncluded(site.path, parent.instance.file);
    if (!file) return { site, instance: undefined, problem: 'missing' };
    let depth = 0;
    for (let up: InstanceBlock | undefined = parent; up; up = up.instance.parent) {
      if (up.instance.file === file) return { site, instance: undefined, problem: 'loop' };
      if (++depth > MAXIMUM_INCLUDE_DEPTH) return { site, instance: undefined, problem: 'depth' };
    }
    const at = oldChildren.findIndex((child) => child.instance?.file === file);
    const old = at < 0 ? undefined : oldChildren.splice(at, 1)[0]?.instance;
    if (old) {
      old.parent = parent;
      if (old.entry !== site.entry) {
        old.entry = site.entry;
        markStale(old, 0, 1);
      }
      return { site, instance: old, problem: undefined };
    }
    if (!this.#budget.mayInclude(file)) return { site, instance: undefined, problem: 'budget' };
    const { view, zone, apex, zoneClass, isGuest } = parent.instance;
    const instance: Instance = {
      ...{ file, view, zone, apex, zoneClass, isGuest },
      parent,
      entry: site.entry,
      blocks: [],
      staleFrom: 0,
      staleTo: 0,
    };
    adopt(instance);
    return { site, instance, problem: undefined };
  }

  #poolOf(block: InstanceBlock): ReusePool {
    const rows = new Int32Array(block.records.length);
    for (let i = 0; i < rows.length; i++)
      rows[i] = this.#surroundings.records.row[block.records[i] as number] as number;
    return new ReusePool(this.#surroundings.records, block.records, rows);
  }

  /** Puts the draft's records into the table and the lists, and takes out those that are gone. */
  #commit(block: InstanceBlock, pool: ReusePool | undefined): void {
    const draft = this.#draft;
    const table = this.#surroundings.records;
    const view = block.instance.view;
    // What answers for nothing is in no index.
    if (block.instance.zone) view.index.reserve(this.#surroundings.names.count);
    if (!pool) {
      block.records = table.addAll(draft, block.id);
      this.#surroundings.changes.addAll(block, draft.allFlags);
      return;
    }
    const ids = new Int32Array(draft.count);
    const fresh: number[] = [];
    for (let i = 0; i < draft.count; i++) {
      let record = pool.take(draft, i);
      if (record < 0) {
        record = table.allocate();
        table.owner[record] = draft.owner[i] as number;
        table.type[record] = draft.type[i] as number;
        table.ttl[record] = draft.ttl[i] as number;
        table.data[record] = draft.data[i] as number;
        table.flags[record] = draft.flags[i] as number;
        table.mark[record] = draft.mark[i] as number;
        table.following[record] = draft.following[i] as number;
        fresh.push(record);
      }
      table.block[record] = block.id;
      table.row[record] = draft.row[i] as number;
      ids[i] = record;
    }
    block.records = ids;
    for (const record of pool.rest()) this.remove(view, record, block.instance);
    for (const record of fresh) this.#surroundings.changes.add(view, record, block.instance);
  }

  remove(view: View, record: number, instance: Instance): void {
    this.#surroundings.changes.remove(view, record, instance);
    this.#surroundings.records.release(record);
  }

  /** Takes a block and all it has out of the index. */
  dropBlock(block: InstanceBlock): void {
    for (const record of block.records) this.remove(block.instance.view, record, block.instance);
    block.records = block.inside = NO_RECORDS;
    for (const child of block.children) if (child.instance) this.#surroundings.drop(child.instance);
    block.children = NO_CHILDREN;
    this.forget(block);
  }

  /** A block that is in the index no more. */
  forget(block: InstanceBlock): void {
    noteGap(block, 'none');
    block.instance.view.touchLines(block);
    this.#budget.noteGenerated(block, 0);
    this.including.delete(block);
    delete this.blocks[block.id];
    this.#freeBlocks.push(block.id);
  }

  dropChildren(children: readonly Child[]): void {
    for (const child of children) if (child.instance) this.#surroundings.drop(child.instance);
  }
}

/** Whether two $INCLUDE lines of a block name one file that can't be read there. */
function failsAlike(a: Child, b: Child): boolean {
  return a.problem !== undefined && a.problem === b.problem && a.site.path === b.site.path;
}

const NO_RECORDS = new Int32Array(0);
const NO_FAULTS: readonly Fault[] = [];
const NO_CHILDREN: readonly Child[] = [];
