import { NameTable, NO_NAME } from '../dns/name-table.ts';
import type { RowsAhead } from '../syntax/plain-rows.ts';
import { Tape } from '../syntax/tape.ts';
import type { Block } from '../text/block.ts';
import { BlockDocument, type TextEdit } from '../text/document.ts';
import { isSameSource, type SourceText } from '../text/source.ts';
import { UnreadText } from '../text/unread.ts';
import type { SignatureHeads } from '../zone/signature-heads.ts';
import { type EdgeState, StateTable } from '../zone/state.ts';
import { Beside } from './beside.ts';
import { BlockReader } from './block-reader.ts';
import { Budget } from './budget.ts';
import { Changes } from './changes.ts';
import { allOf, differingPart } from './edit-region.ts';
import { expectedRecords } from './expected-records.ts';
import type { Child, Instance, InstanceBlock, SourceFile, Zone } from './instance.ts';
import { Loading } from './loading.ts';
import type { FindInclude, Mount } from './mount.ts';
import { type RecordId, RecordTable } from './record-table.ts';
import { RegionEdits } from './region-edits.ts';
import type { ScannedBlock } from './scanned-block.ts';
import { Spread } from './spread.ts';
import { View } from './view.ts';

const BLOCKS_DROPPED_AT_ONCE = 256;
const KEPT_SCANS = 32;
/** Records that room is made for before their texts are there. */
const MOST_UNSEEN = 1_000_000;

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
  readonly spread: Spread;
  readonly changes: Changes;
  readonly #reader: BlockReader;
  readonly #edits: RegionEdits;
  /** What of the workspace is no zone file: where it changes, all is looked at again. */
  readonly beside = new Beside(() => {
    for (const view of this.views.values()) view.sweepAgain();
  });
  readonly #stale = new Set<Instance>();
  readonly #loading: Loading;
  readonly #budget = new Budget();
  readonly #keptScans = new Map<Block, ScannedBlock>();
  /** Blocks of instances that are gone, whose records still stand in the lists. */
  readonly #dropping: InstanceBlock[] = [];
  findInclude: FindInclude = () => undefined;
  /** The same for a question alone, which makes no file wanted. */
  whereIncluded: FindInclude = (path, from) => this.findInclude(path, from);
  /** Counts the instances of included files that come and go. */
  includeVersion = 0;
  /** Counts all that may make a text, or what is read in it, another one. */
  textVersion = 0;

  /** A store of other texts of the same workspace may share its names. */
  constructor(names = new NameTable(), rowsAhead?: RowsAhead) {
    this.names = names;
    this.records = new RecordTable();
    this.spread = new Spread(this);
    this.changes = new Changes(this, this.spread);
    const markStale = (instance: Instance, from: number, to: number) => this.#markStale(instance, from, to);
    this.#reader = new BlockReader({
      names,
      states: this.states,
      records: this.records,
      changes: this.changes,
      rowsAhead,
      fileIncluded: (path, from) => this.#fileIncluded(path, from),
      budget: this.#budget,
      adopt: (instance) => {
        this.includeVersion++;
        this.#budget.noteIncluded(instance.file, 1);
        this.#adopt(instance);
      },
      markStale,
      drop: (instance) => this.#dropInstance(instance),
    });
    this.#loading = new Loading(this.#reader, { markStale, settle: (instance) => this.#settle(instance) });
    const loadBlock = (file: SourceFile) => this.#loading.loadBlock(file);
    this.#edits = new RegionEdits(this.#reader, this.records, { markStale, loadBlock });
  }

  /** The blocks of all instances, by their ids. */
  get blocks(): readonly InstanceBlock[] {
    return this.#reader.blocks;
  }

  /** What the RRSIG records of all texts say before their signatures, by the marks of the records. */
  get heads(): SignatureHeads {
    return this.#reader.heads;
  }

  /** The block that has a record; undefined where the record is gone. */
  blockOf(record: RecordId): InstanceBlock | undefined {
    return this.#reader.blocks[this.records.block[record] as number];
  }

  /**
   * Makes room for the records of files that are about to be put, and of so many times as many like them, which saves the
   * copies of growing.
   */
  expect(sources: readonly SourceText[], times = 1): void {
    const next = sources.reduce((sum, { codes }) => sum + expectedRecords(codes), 0);
    // Of files that were put before, most may still be to read.
    const expected = this.#loading.expected + Math.max(next, Math.min(Math.ceil(next * times), MOST_UNSEEN));
    this.names.reserve(this.names.count + expected);
    this.records.reserve(this.records.limit + expected);
    for (const view of this.views.values()) view.index.reserve(this.names.count + expected);
  }

  view(name: string, site = ''): View {
    let view = this.views.get(name);
    if (!view) {
      // The first view is most often the only one: there is room for all that is expected.
      const records = this.views.size === 0 ? this.records.capacity : this.records.limit;
      view = new View(
        { name, site },
        { names: this.names, records: this.records, expectedCount: this.names.count + records },
      );
      this.views.set(name, view);
    }
    return view;
  }

  /** Puts a file's text. Where the file is there already, what differs is one edit. */
  setFile(path: string, source: SourceText): SourceFile {
    this.textVersion++;
    const known = this.files.get(path);
    if (known) {
      this.#replaceText(known, source);
      return known;
    }
    const pending = new UnreadText(source);
    const file: SourceFile = { path, document: new BlockDocument(), instances: [], version: 0, source, pending };
    file.document.encoding = source.encoding;
    this.files.set(path, file);
    this.#loading.begin(file, expectedRecords(source.codes));
    this.lookAgainAtIncludes(path);
    return file;
  }

  removeFile(path: string): void {
    const file = this.files.get(path);
    if (!file) return;
    this.textVersion++;
    this.files.delete(path);
    this.#loading.end(file);
    for (const instance of [...file.instances]) this.#dropInstance(instance);
    this.lookAgainAtIncludes(path);
  }

  /** Reads a file as the text of a zone. */
  mount(path: string, mount: Mount): Instance | undefined {
    const file = this.files.get(path);
    if (!file) return undefined;
    const view = this.view(mount.view, mount.site);
    const nothing: EdgeState = {
      origin: mount.origin ?? mount.apex,
      owner: NO_NAME,
      defaultTtl: -1,
      lastTtl: -1,
      ttlReported: false,
      isOriginNew: false,
      isOriginUndotted: false,
    };
    const entry = this.states.id(mount.above ?? nothing);
    const instance: Instance = {
      file,
      view,
      apex: mount.apex,
      zoneClass: mount.zoneClass,
      isGuest: mount.isGuest === true,
      parent: undefined,
      entry,
      blocks: [],
      staleFrom: 0,
      staleTo: 0,
      zone: undefined,
    };
    if (mount.held) {
      const { apex, traits } = mount;
      const zone: Zone = { apex, view, root: instance, traits, gaps: new Set(), astray: new Set() };
      (instance as { zone: Zone }).zone = zone;
      const zones = view.zones.get(mount.apex);
      if (zones) zones.push(zone);
      else view.zones.set(mount.apex, [zone]);
      view.dirtyZones.add(zone);
      this.#tellOtherViews(zone);
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
    const { document } = file;
    this.textVersion++;
    for (const edit of edits) {
      file.version++;
      file.source = undefined;
      const range = this.#loading.take(file, edit);
      if (range) this.#edits.replace(file, document.placeAt(range.start), document.placeAt(range.end), edit.text);
    }
  }

  /** What the $INCLUDE directives mean that name a file so called, or all of them, may be another file now. */
  lookAgainAtIncludes(path?: string): void {
    for (const block of this.#reader.including.blocks(path)) {
      if (block.stale || !block.children.some((child) => this.#meansOther(block, child))) continue;
      block.stale = true;
      this.#markStale(block.instance, block.index, block.index + 1);
    }
  }

  #meansOther(block: InstanceBlock, { site, instance, problem }: Child): boolean {
    if (problem !== undefined && problem !== 'missing') return true;
    return instance?.file !== this.#fileIncluded(site.path, block.instance.file);
  }

  #fileIncluded(path: string, from: SourceFile): SourceFile | undefined {
    const found = this.findInclude(path, from);
    return found === undefined ? undefined : this.files.get(found);
  }

  /** Cuts all of a file into blocks now. */
  finishLoading(file: SourceFile): void {
    this.#loading.finish(file);
  }

  /** True while there is something to read. */
  get busy(): boolean {
    return !this.#loading.isDone || this.#stale.size > 0 || this.#dropping.length > 0;
  }

  /** Reads until `isOver` or until all is read; true where all is. */
  step(isOver: () => boolean): boolean {
    if (this.busy) this.textVersion++;
    for (let block = this.#dropping.pop(); block; block = this.#dropping.pop()) {
      this.#reader.dropBlock(block);
      if (isOver()) return false;
    }
    // What was read is read again first: its $INCLUDE lines say what the files that have come are read for.
    if (!this.#refreshAll(isOver)) return false;
    return this.#loading.step(isOver) && this.#refreshAll(isOver);
  }

  /** Reads what is stale; false where time is over. */
  #refreshAll(isOver: () => boolean): boolean {
    while (this.#stale.size > 0) for (const instance of this.#stale) if (!this.#refresh(instance, isOver)) return false;
    return true;
  }

  /** The tape of a block's rows; it is valid until the next call. */
  scanBlock(block: Block, tape?: Tape): ScannedBlock {
    return (tape ? undefined : this.#keptScans.get(block)) ?? this.#reader.scanner.scan(block, tape);
  }

  /** The same up to a row at least. */
  scanRow(block: Block, row: number): ScannedBlock {
    return this.#keptScans.get(block) ?? this.#reader.scanner.scanRow(block, row);
  }

  /** The same, valid on; the last ones are kept for the next question. */
  keptScan(block: Block): ScannedBlock {
    const known = this.#keptScans.get(block);
    if (known) return known;
    if (this.#keptScans.size >= KEPT_SCANS) this.#keptScans.clear();
    const scanned = this.scanBlock(block, new Tape());
    this.#keptScans.set(block, scanned);
    return scanned;
  }

  #adopt(instance: Instance): void {
    this.textVersion++;
    instance.file.instances.push(instance);
    this.#markStale(instance, 0, Math.max(instance.file.document.blocks.length, 1));
  }

  #markStale(instance: Instance, from: number, to: number): void {
    const { view, zone } = instance;
    if (zone && view.toldInPart.has(zone)) view.dirtyZones.add(zone);
    instance.staleFrom = instance.staleTo === 0 ? from : Math.min(instance.staleFrom, from);
    instance.staleTo = Math.max(instance.staleTo, to);
    this.#stale.add(instance);
  }

  /** Reads the stale blocks of an instance and those behind them that they change; false where time is over. */
  #refresh(instance: Instance, isOver: () => boolean): boolean {
    const blocks = instance.file.document.blocks;
    for (let index = instance.staleFrom; index < blocks.length; index++) {
      const entry = this.#reader.entryOf(instance, index);
      const known = instance.blocks[index];
      if (known && !known.stale && known.entry === entry) {
        if (index >= instance.staleTo) break;
        instance.staleFrom = index + 1;
        continue;
      }
      const block = blocks[index];
      if (block) this.#reader.readBlock(instance, index, block);
      instance.staleFrom = index + 1;
      if (instance.staleTo <= index + 1) instance.staleTo = index + 2;
      if (isOver()) return false;
    }
    if (!instance.file.pending) this.#settle(instance);
    else {
      instance.staleFrom = blocks.length;
      instance.staleTo = blocks.length + 1;
      this.#stale.delete(instance);
    }
    return true;
  }

  /** All of an instance is read: where it leaves other TTLs than its includer took, the includer is read again. */
  #settle(instance: Instance): void {
    instance.staleFrom = 0;
    instance.staleTo = 0;
    this.#stale.delete(instance);
    const parent = instance.parent;
    if (!parent) return;
    if (this.#reader.leavesAsAssumed(instance)) return;
    parent.stale = true;
    this.#markStale(parent.instance, parent.index, parent.index + 1);
  }

  #dropInstance(instance: Instance): void {
    this.textVersion++;
    if (instance.parent) {
      this.includeVersion++;
      this.#budget.noteIncluded(instance.file, -1);
    }
    // A zone of a million records is taken out in slices; none of it answers from here on.
    if (instance.blocks.length > BLOCKS_DROPPED_AT_ONCE)
      this.#dropping.push(...instance.blocks.filter((block) => block !== undefined));
    else for (const block of instance.blocks) if (block) this.#reader.dropBlock(block);
    instance.blocks.length = 0;
    this.#stale.delete(instance);
    const at = instance.file.instances.indexOf(instance);
    if (at >= 0) instance.file.instances.splice(at, 1);
    const zone = instance.parent ? undefined : instance.zone;
    if (!zone) return;
    zone.view.removeZone(zone);
    this.changes.zoneGone(zone);
    this.#tellOtherViews(zone);
  }

  /** What several views hold is nobody's alone: what is said of a zone may change where another view gets or loses it. */
  #tellOtherViews({ view, apex }: Zone): void {
    for (const other of this.views.values()) {
      if (other === view || !other.zones.has(apex)) continue;
      other.version++;
      other.touchWatching(apex);
    }
  }

  #replaceText(file: SourceFile, source: SourceText): void {
    // What is still to read of the same text is read in its turn.
    if (file.source && isSameSource(file.source, source)) return;
    this.finishLoading(file);
    const { document } = file;
    // What is beyond ASCII stands for other bytes in another encoding, though its text is the same.
    const isRead = document.encoding === source.encoding;
    document.encoding = source.encoding;
    const region = isRead ? differingPart(document, source) : allOf(document, source);
    if (!region) return;
    file.version++;
    file.source = undefined;
    this.#edits.replace(file, region.start, region.end, region.text);
  }
}
