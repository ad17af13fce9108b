import { type NameId, NameTable, NO_NAME } from '../dns/name-table.ts';
import { NEEDS_MORE, type ScanLimits, scan, Tape } from '../syntax/tape.ts';
import type { Token } from '../syntax/token.ts';
import { Block } from '../text/block.ts';
import { BlockDocument, type TextEdit } from '../text/document.ts';
import { type SourceText, sourceOfText } from '../text/source.ts';
import { Draft, type IncludeSite } from '../zone/draft.ts';
import { type MutableState, Resolver, type TtlState } from '../zone/resolve.ts';
import { type EdgeState, StateTable } from '../zone/state.ts';
import { Changes } from './changes.ts';
import { differingPart, RegionRows, regionAround } from './edit-region.ts';
import { IncludeSites } from './include-sites.ts';
import type { Child, Instance, InstanceBlock, SourceFile, Zone, ZoneTraits } from './instance.ts';
import { RecordTable } from './record-table.ts';
import { ReusePool } from './reuse.ts';
import { View } from './view.ts';

const LIMITS: ScanLimits = { rows: 128, lines: 256 };
const BLOCKS_DROPPED_AT_ONCE = 256;
const MAXIMUM_INCLUDE_DEPTH = 16;
const SAMPLE_LENGTH = 65_536;

/** Where a file is to be read: the zone it is for. */
export interface Mount {
  /** The zone's apex; -1 where it is not known. */
  readonly apex: NameId;
  /** What relative names stand under; the apex where it is not given. */
  readonly origin?: NameId;
  readonly view: string;
  readonly zoneClass: number;
  readonly traits: ZoneTraits;
  /** False for a file that several zones load or whose zone is not known: it is read, but answers for nothing. */
  readonly held: boolean;
}

/** Finds the file that an $INCLUDE names, among those that are in the workspace. */
export type FindInclude = (path: string, from: SourceFile) => string | undefined;

/**
 * The texts of a workspace and the records in them. There is one way in: files are put, edited, removed and mounted;
 * `step` then reads what is to be read.
 *
 * Invariants: an instance's blocks stand at the same indices as its file's; a record of the table stands in exactly one
 * instance block and in the lists of its view; what a change of records makes dirty is noted in the view at once.
 */
export class Store {
  readonly names: NameTable;
  readonly records: RecordTable;
  readonly states = new StateTable();
  readonly files = new Map<string, SourceFile>();
  readonly views = new Map<string, View>();
  readonly blocks: InstanceBlock[] = [];
  readonly changes: Changes;
  readonly #freeBlocks: number[] = [];
  readonly #including = new IncludeSites();
  readonly #resolver: Resolver;
  readonly #tape = new Tape();
  readonly #draft = new Draft();
  readonly #stale = new Set<Instance>();
  readonly #loading = new Set<SourceFile>();
  /** Blocks of instances that are gone, whose records still stand in the lists. */
  readonly #dropping: InstanceBlock[] = [];
  findInclude: FindInclude = () => undefined;
  /** Counts the instances of included files that come and go. */
  includeVersion = 0;

  /** A store of other texts of the same workspace may share its names. */
  constructor(names = new NameTable()) {
    this.names = names;
    this.records = new RecordTable();
    this.#resolver = new Resolver(this.names, this.states);
    this.changes = new Changes(this);
  }

  /** Makes room for the records of files that are about to be put, which saves the copies of growing. */
  expect(sources: readonly SourceText[]): void {
    const expected = sources.reduce((sum, { codes }) => sum + expectedLines(codes), 0);
    this.names.reserve(this.names.count + expected);
    this.records.reserve(this.records.limit + expected);
    for (const view of this.views.values()) view.index.reserve(this.names.count + expected);
  }

  view(name: string): View {
    let view = this.views.get(name);
    if (!view) {
      view = new View(name, this.records, this.names.count + this.records.owner.length);
      this.views.set(name, view);
    }
    return view;
  }

  /** Puts a file's text. Where the file is there already, what differs is one edit. */
  setFile(path: string, source: SourceText): SourceFile {
    const known = this.files.get(path);
    if (known) {
      this.#replaceText(known, source);
      return known;
    }
    const file: SourceFile = {
      path,
      document: new BlockDocument(),
      instances: [],
      version: 0,
      pending: { source, offset: 0 },
    };
    file.document.encoding = source.encoding;
    this.files.set(path, file);
    this.#loading.add(file);
    this.lookAgainAtIncludes(path);
    return file;
  }

  removeFile(path: string): void {
    const file = this.files.get(path);
    if (!file) return;
    this.files.delete(path);
    this.#loading.delete(file);
    for (const instance of [...file.instances]) this.#dropInstance(instance);
    this.lookAgainAtIncludes(path);
  }

  /** Reads a file as the text of a zone. */
  mount(path: string, mount: Mount): Instance | undefined {
    const file = this.files.get(path);
    if (!file) return undefined;
    const view = this.view(mount.view);
    const origin = mount.origin ?? mount.apex;
    const entry = this.states.id({
      origin,
      owner: NO_NAME,
      defaultTtl: -1,
      lastTtl: -1,
      ttlReported: false,
      isOriginNew: false,
    });
    const instance: Instance = {
      file,
      view,
      apex: mount.apex,
      zoneClass: mount.zoneClass,
      parent: undefined,
      entry,
      blocks: [],
      staleFrom: 0,
      staleTo: 0,
      zone: undefined,
    };
    if (mount.held) {
      const zone: Zone = { apex: mount.apex, view, root: instance, traits: mount.traits, gaps: new Set() };
      (instance as { zone: Zone }).zone = zone;
      const zones = view.zones.get(mount.apex);
      if (zones) zones.push(zone);
      else view.zones.set(mount.apex, [zone]);
      view.dirtyZones.add(zone);
    }
    this.#adopt(instance);
    view.sweepAgain();
    return instance;
  }

  unmount(instance: Instance): void {
    this.#dropInstance(instance);
  }

  /** Changes a text; each edit's range is that of the text after the edits before it, as editors send them. */
  edit(path: string, edits: readonly TextEdit[]): void {
    const file = this.files.get(path);
    if (!file) return;
    this.finishLoading(file);
    for (const edit of edits) {
      const start = file.document.placeAt(edit.range.start);
      const end = file.document.placeAt(edit.range.end);
      this.#replace(file, start, end, edit.text);
    }
  }

  /** What the $INCLUDE directives mean that name a file so called, or all of them, may be another file now. */
  lookAgainAtIncludes(path?: string): void {
    for (const block of this.#including.blocks(path)) {
      if (block.stale || !block.children.some((child) => this.#meansOther(block, child))) continue;
      block.stale = true;
      this.#markStale(block.instance, block.index, block.index + 1);
    }
  }

  #meansOther(block: InstanceBlock, { site, instance, problem }: Child): boolean {
    if (problem === 'loop' || problem === 'depth') return true;
    const path = this.findInclude(site.path, block.instance.file);
    return instance?.file !== (path === undefined ? undefined : this.files.get(path));
  }

  /** Cuts all of a file into blocks now. */
  finishLoading(file: SourceFile): void {
    while (file.pending) this.#loadBlock(file);
  }

  /** True while there is something to read. */
  get busy(): boolean {
    return this.#loading.size > 0 || this.#stale.size > 0 || this.#dropping.length > 0;
  }

  /** Reads until `isOver` or until all is read; true where all is. */
  step(isOver: () => boolean): boolean {
    for (let block = this.#dropping.pop(); block; block = this.#dropping.pop()) {
      this.#dropBlock(block);
      if (isOver()) return false;
    }
    for (const file of this.#loading) {
      while (file.pending) {
        this.#loadBlock(file);
        if (isOver()) return false;
      }
    }
    while (this.#stale.size > 0) {
      for (const instance of this.#stale) {
        if (!this.#refresh(instance, isOver)) return false;
      }
    }
    return true;
  }

  /** The tape of a block's rows; it is valid until the next call. */
  scanBlock(block: Block, tape: Tape = this.#tape): { tape: Tape; block: Block; codes: Uint8Array } {
    const codes = block.codes;
    scan(codes, 0, true, { rows: Number.MAX_SAFE_INTEGER, lines: Number.MAX_SAFE_INTEGER }, tape);
    return { tape, block, codes };
  }

  #adopt(instance: Instance): void {
    instance.file.instances.push(instance);
    this.#markStale(instance, 0, Math.max(instance.file.document.blocks.length, 1));
  }

  #markStale(instance: Instance, from: number, to: number): void {
    instance.staleFrom = instance.staleTo === 0 ? from : Math.min(instance.staleFrom, from);
    instance.staleTo = Math.max(instance.staleTo, to);
    this.#stale.add(instance);
  }

  #loadBlock(file: SourceFile): void {
    const pending = file.pending;
    if (!pending) return;
    const { source, offset } = pending;
    const next = scan(source.codes, offset, true, LIMITS, this.#tape);
    const block = new Block(source, offset, next, this.#tape.lineCount);
    pending.offset = next;
    if (next >= source.codes.length) {
      file.pending = undefined;
      this.#loading.delete(file);
    }
    if (block.length === 0 && file.document.blocks.length > 0) return;
    const index = file.document.blocks.length;
    file.document.append(block);
    const inStep = file.instances.filter(
      (instance) =>
        instance.blocks.length === index && instance.staleFrom >= index && this.#entryOf(instance, index) !== undefined,
    );
    const only = inStep.length === 1 ? inStep[0] : undefined;
    if (only && file.instances.length === 1) {
      // The rows are on the tape: they need not be scanned again.
      this.#shiftTape(offset);
      this.#resolve(only, index, { tape: this.#tape, block, codes: block.codes });
      only.staleFrom = index + 1;
      if (!file.pending) this.#settle(only);
      else only.staleTo = index + 2;
      return;
    }
    for (const instance of file.instances)
      this.#markStale(instance, Math.min(index, instance.blocks.length), index + 1);
  }

  /** Makes the tape's offsets those of the block. */
  #shiftTape(offset: number): void {
    if (offset === 0) return;
    const tape = this.#tape;
    for (let token = 0; token < tape.tokenCount; token++) {
      tape.tokenStart[token] = (tape.tokenStart[token] as number) - offset;
      tape.tokenEnd[token] = (tape.tokenEnd[token] as number) - offset;
    }
    for (let row = 0; row < tape.rowCount; row++) tape.rowEnd[row] = (tape.rowEnd[row] as number) - offset;
    tape.faults = tape.faults.map((fault) => ({
      ...fault,
      start: fault.start - offset,
      end: fault.end - offset,
      ...(fault.fixes
        ? { fixes: fault.fixes.map((fix) => ({ ...fix, start: fix.start - offset, end: fix.end - offset })) }
        : {}),
    }));
  }

  #entryOf(instance: Instance, index: number): number | undefined {
    return index === 0 ? instance.entry : instance.blocks[index - 1]?.exit;
  }

  /** Reads the stale blocks of an instance and those behind them that they change; false where time is over. */
  #refresh(instance: Instance, isOver: () => boolean): boolean {
    const blocks = instance.file.document.blocks;
    for (let index = instance.staleFrom; index < blocks.length; index++) {
      const entry = this.#entryOf(instance, index);
      const known = instance.blocks[index];
      if (known && !known.stale && known.entry === entry) {
        if (index >= instance.staleTo) break;
        instance.staleFrom = index + 1;
        continue;
      }
      const block = blocks[index];
      if (block) this.#resolve(instance, index, this.scanBlock(block));
      instance.staleFrom = index + 1;
      if (instance.staleTo <= index + 1) instance.staleTo = index + 2;
      if (isOver()) return false;
    }
    if (!instance.file.pending) this.#settle(instance);
    else this.#stale.delete(instance);
    return true;
  }

  /** All of an instance is read: where it leaves other TTLs than its includer took, the includer is read again. */
  #settle(instance: Instance): void {
    instance.staleFrom = 0;
    instance.staleTo = 0;
    this.#stale.delete(instance);
    const parent = instance.parent;
    if (!parent) return;
    const exit = this.#exitOf(instance);
    const assumed = this.#assumed.get(instance);
    if (assumed && exit.defaultTtl === assumed.defaultTtl && exit.lastTtl === assumed.lastTtl) return;
    parent.stale = true;
    this.#markStale(parent.instance, parent.index, parent.index + 1);
  }

  readonly #assumed = new WeakMap<Instance, TtlState>();

  #exitOf(instance: Instance): TtlState {
    const last = instance.blocks.at(-1);
    return this.states.get(last ? last.exit : instance.entry);
  }

  /** Reads a block's rows in its instance. `old` is what stood there before: what is left in it is gone. */
  #resolve(
    instance: Instance,
    index: number,
    scanned: ScannedBlock,
    old?: { pool: ReusePool; children: Child[] },
  ): void {
    const entry = this.#entryOf(instance, index) ?? instance.entry;
    const draft = this.#draft;
    draft.reset();
    for (const fault of scanned.tape.faults) draft.faults.push(fault);
    const known = instance.blocks[index];
    const block: InstanceBlock = known ?? this.#newBlock(instance, index);
    const state: MutableState = { ...this.states.get(entry) };
    const children: Child[] = [];
    const oldChildren = old?.children ?? [...block.children];
    const include = (row: number, path: Token, childEntry: EdgeState): TtlState => {
      const site: IncludeSite = {
        row,
        path: path.text,
        start: path.start,
        end: path.end,
        entry: this.states.id(childEntry),
      };
      const child = this.#childAt(block, site, oldChildren);
      children.push(child);
      if (!child.instance || child.instance.staleTo > 0) return this.#assume(child.instance, childEntry);
      return this.#assume(child.instance, this.#exitOf(child.instance));
    };
    this.#resolver.resolve(
      scanned,
      { apex: instance.apex, zoneClass: instance.zoneClass, encoding: instance.file.document.encoding },
      state,
      { draft, include },
    );
    block.children = children;
    this.#including.set(block);
    if (!old) this.#dropChildren(oldChildren);
    block.faults = draft.faults;
    block.entry = entry;
    block.exit = this.states.id(state);
    block.stale = false;
    this.#noteGaps(block, draft.hasGap || children.some((child) => child.problem !== undefined));
    this.#commit(block, old?.pool ?? (known ? this.#poolOf(known) : undefined));
  }

  #noteGaps(block: InstanceBlock, hasGap: boolean): void {
    const zone = block.instance.zone;
    if (!zone || zone.gaps.has(block) === hasGap) return;
    if (hasGap) zone.gaps.add(block);
    else zone.gaps.delete(block);
    if (zone.gaps.size < 2) zone.view.wideChange();
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
      faults: [],
      children: [],
    };
    const id = this.#freeBlocks.pop() ?? this.blocks.length;
    block.id = id;
    this.blocks[id] = block;
    instance.blocks[index] = block;
    return block;
  }

  /** The child instance for an $INCLUDE: one of the old ones where its file is the same, which is then taken out of them. */
  #childAt(parent: InstanceBlock, site: IncludeSite, oldChildren: Child[]): Child {
    const path = this.findInclude(site.path, parent.instance.file);
    const file = path === undefined ? undefined : this.files.get(path);
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
        this.#markStale(old, 0, 1);
      }
      return { site, instance: old, problem: undefined };
    }
    const { view, zone, apex, zoneClass } = parent.instance;
    const instance: Instance = {
      file,
      view,
      zone,
      apex,
      zoneClass,
      parent,
      entry: site.entry,
      blocks: [],
      staleFrom: 0,
      staleTo: 0,
    };
    this.includeVersion++;
    this.#adopt(instance);
    return { site, instance, problem: undefined };
  }

  #poolOf(block: InstanceBlock): ReusePool {
    const rows = new Int32Array(block.records.length);
    for (let i = 0; i < rows.length; i++) rows[i] = this.records.row[block.records[i] as number] as number;
    return new ReusePool(this.records, block.records, rows);
  }

  /** Puts the draft's records into the table and the lists, and takes out those that are gone. */
  #commit(block: InstanceBlock, pool: ReusePool | undefined): void {
    const draft = this.#draft;
    const table = this.records;
    const view = block.instance.view;
    view.index.reserve(this.names.count);
    if (!pool) {
      block.records = table.addAll(draft, block.id);
      this.changes.addAll(view, block.records, block.instance);
      return;
    }
    const ids = new Int32Array(draft.count);
    const fresh: number[] = [];
    for (let i = 0; i < draft.count; i++) {
      const row = draft.row[i] as number;
      const owner = draft.owner[i] as number;
      const type = draft.type[i] as number;
      const ttl = draft.ttl[i] as number;
      const data = draft.data[i] as number;
      const flags = draft.flags[i] as number;
      let record = pool.take(row, owner, type, ttl, data, flags);
      if (record < 0) {
        record = table.allocate();
        table.owner[record] = owner;
        table.type[record] = type;
        table.ttl[record] = ttl;
        table.data[record] = data;
        table.flags[record] = flags;
        fresh.push(record);
      }
      table.block[record] = block.id;
      table.row[record] = row;
      ids[i] = record;
    }
    block.records = ids;
    for (const record of pool.rest()) this.#remove(view, record, block.instance);
    for (const record of fresh) this.changes.add(view, record, block.instance);
  }

  #remove(view: View, record: number, instance: Instance): void {
    this.changes.remove(view, record, instance);
    this.records.release(record);
  }

  #dropInstance(instance: Instance): void {
    if (instance.parent) this.includeVersion++;
    // A zone of a million records is taken out in slices; none of it answers from here on.
    if (instance.blocks.length > BLOCKS_DROPPED_AT_ONCE)
      this.#dropping.push(...instance.blocks.filter((block) => block !== undefined));
    else for (const block of instance.blocks) if (block) this.#dropBlock(block);
    instance.blocks.length = 0;
    this.#stale.delete(instance);
    const at = instance.file.instances.indexOf(instance);
    if (at >= 0) instance.file.instances.splice(at, 1);
    const zone = instance.parent ? undefined : instance.zone;
    if (!zone) return;
    const zones = zone.view.zones.get(zone.apex);
    if (zones) {
      const left = zones.filter((other) => other !== zone);
      if (left.length > 0) zone.view.zones.set(zone.apex, left);
      else zone.view.zones.delete(zone.apex);
    }
    zone.view.dirtyZones.delete(zone);
    zone.view.sweepAgain();
    this.changes.zoneGone(zone);
  }

  #dropBlock(block: InstanceBlock): void {
    for (const record of block.records) this.#remove(block.instance.view, record, block.instance);
    block.records = NO_RECORDS;
    for (const child of block.children) if (child.instance) this.#dropInstance(child.instance);
    block.children = [];
    this.#noteGaps(block, false);
    this.#including.delete(block);
    delete this.blocks[block.id];
    this.#freeBlocks.push(block.id);
  }

  #replaceText(file: SourceFile, source: SourceText): void {
    this.finishLoading(file);
    file.document.encoding = source.encoding;
    const region = differingPart(file.document, source);
    if (region) this.#replace(file, region.start, region.end, region.text);
  }

  #replace(
    file: SourceFile,
    start: { blockIndex: number; offset: number },
    end: { blockIndex: number; offset: number },
    text: string,
  ): void {
    file.version++;
    const { document } = file;
    const region = regionAround(document, start, end);
    const oldBlocks = document.blocks.slice(region.first, region.last + 1);
    let last = region.last;
    let tail = region.tail;
    for (;;) {
      const isLast = last >= document.blocks.length - 1;
      const source = sourceOfText(region.head + text + tail, document.encoding);
      const blocks = this.#cut(source, isLast);
      if (blocks) {
        const before = new RegionRows(oldBlocks, (block) => this.scanBlock(block));
        const after = new RegionRows(blocks, (block) => this.scanBlock(block));
        document.splice(region.first, last - region.first + 1, blocks);
        for (const instance of file.instances) {
          this.#spliceInstance(instance, region.first, last - region.first + 1, blocks.length, {
            before,
            after,
            prefix: region.head.length,
            suffix: tail.length,
          });
        }
        return;
      }
      last++;
      const more = document.blocks[last];
      if (!more) throw new Error('a text that ends asks for more');
      oldBlocks.push(more);
      tail += more.text;
    }
  }

  /** The blocks of a stretch of text; undefined where it ends inside a record that goes on behind it. */
  #cut(source: SourceText, isLast: boolean): Block[] | undefined {
    const blocks: Block[] = [];
    let offset = 0;
    while (offset < source.codes.length) {
      const next = scan(source.codes, offset, isLast, LIMITS, this.#tape);
      if (next === NEEDS_MORE) return undefined;
      blocks.push(new Block(source, offset, next, this.#tape.lineCount));
      offset = next;
    }
    if (blocks.length === 0 && isLast) blocks.push(new Block(source, 0, 0, 0));
    return blocks;
  }

  #spliceInstance(
    instance: Instance,
    first: number,
    removed: number,
    added: number,
    rows: { before: RegionRows; after: RegionRows; prefix: number; suffix: number },
  ): void {
    const old = instance.blocks.splice(first, removed, ...new Array<undefined>(added).fill(undefined));
    for (let index = first + added; index < instance.blocks.length; index++) {
      const block = instance.blocks[index];
      if (block) block.index = index;
    }
    if (instance.staleFrom > first) instance.staleFrom = first;
    if (instance.staleTo > first) instance.staleTo += added - removed;
    this.#markStale(instance, first, first + added);
    const oldRecords: number[] = [];
    const oldRows: number[] = [];
    const oldToNew = rows.before.matching(rows.after, rows.prefix, rows.suffix);
    old.forEach((block, i) => {
      if (!block) return;
      for (const record of block.records) {
        const newRow = oldToNew[(rows.before.base[i] ?? 0) + (this.records.row[record] as number)] ?? -1;
        oldRecords.push(record);
        oldRows.push(newRow);
      }
    });
    this.#resolveRegion(instance, first, added, { old, oldRecords, oldRows, base: rows.after.base });
  }

  /** Reads the new blocks of an edit, with the records of the old ones at hand. */
  #resolveRegion(
    instance: Instance,
    first: number,
    added: number,
    region: {
      old: readonly (InstanceBlock | undefined)[];
      oldRecords: number[];
      oldRows: number[];
      base: readonly number[];
    },
  ): void {
    const view = instance.view;
    const gone: number[] = [];
    const keep: number[] = [];
    const keepRows: number[] = [];
    region.oldRecords.forEach((record, i) => {
      const row = region.oldRows[i] as number;
      if (row < 0) gone.push(record);
      else {
        keep.push(record);
        keepRows.push(row);
      }
    });
    const oldChildren = region.old.flatMap((block) => block?.children ?? []);
    let at = 0;
    for (let i = 0; i < added; i++) {
      const index = first + i;
      const block = instance.file.document.blocks[index];
      if (!block || this.#entryOf(instance, index) === undefined) break;
      const base = region.base[i] ?? 0;
      const end = region.base[i + 1] ?? Number.MAX_SAFE_INTEGER;
      const from = at;
      while (at < keepRows.length && (keepRows[at] as number) < end) at++;
      const records = Int32Array.from(keep.slice(from, at));
      const rows = Int32Array.from(keepRows.slice(from, at), (row) => row - base);
      this.#resolve(instance, index, this.scanBlock(block), {
        pool: new ReusePool(this.records, records, rows),
        children: oldChildren,
      });
    }
    while (at < keep.length) gone.push(keep[at++] as number);
    for (const record of gone) this.#remove(view, record, instance);
    for (const block of region.old) {
      if (!block) continue;
      this.#noteGaps(block, false);
      this.#including.delete(block);
      delete this.blocks[block.id];
      this.#freeBlocks.push(block.id);
    }
    this.#dropChildren(oldChildren);
  }

  #dropChildren(children: readonly Child[]): void {
    for (const child of children) if (child.instance) this.#dropInstance(child.instance);
  }
}

/** Lines in a text, judged by its head. */
function expectedLines(codes: Uint8Array): number {
  const sample = codes.subarray(0, SAMPLE_LENGTH);
  let lines = 1;
  for (const code of sample) if (code === 10) lines++;
  return Math.ceil((lines * 1.05 * codes.length) / Math.max(sample.length, 1));
}

interface ScannedBlock {
  readonly tape: Tape;
  readonly block: Block;
  readonly codes: Uint8Array;
}

const NO_RECORDS = new Int32Array(0);
