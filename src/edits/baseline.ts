import type { NameId } from '../dns/name-table.ts';
import type { SourceText } from '../text/source.ts';
import type { Instance, SourceFile, Zone } from '../workspace/instance.ts';
import { Store } from '../workspace/store.ts';
import { PastRegions } from './past-regions.ts';
import { isSamePrint, type Print, RecordPrints, sumOf } from './record-print.ts';
import { type Region, SharedBlocks } from './shared-blocks.ts';
import { firstSerial, mayHaveSoa, type PastSerial, soasOf } from './zone-serial.ts';

/** What a zone was at the last commit or save, against what it is. */
export interface ZoneBaseline {
  readonly serial: number;
  /** Whether the records are the same, in whatever order; comments and blanks don't count. */
  readonly recordsEqual: boolean;
  /** Whether the RRSIG records among them are the same; also where there are none. */
  readonly signaturesEqual: boolean;
}

/** A zone as it was, without its records. */
interface PastZone {
  readonly serial: number | undefined;
  readonly print: Print;
  /** The texts it was read from: where one is another now, it is read again. */
  readonly sources: ReadonlyMap<string, SourceText>;
}

/** A past zone that is being read. */
interface Reading {
  readonly store: Store;
  readonly sources: Map<string, SourceText>;
  readonly instance: Instance;
  /** Files that its $INCLUDEs name. */
  readonly included: Set<string>;
}

/** What the first SOA of a text tells of a zone. */
interface Head {
  /** Undefined where it is not the zone's, or not near the beginning. */
  readonly serial: number | undefined;
  /** It is another zone's: this one has come by a change of its name. */
  readonly isOfOther: boolean;
}

/** Blocks of a text that are read in one slice. */
const BLOCKS_PER_SLICE = 4;
/** Blocks in which an SOA is looked for without reading all. */
const HEAD_BLOCKS = 16;

/**
 * The texts of files at the last commit or save, and the zones in them. Who has the texts puts them: `wanted` tells which.
 * A past zone is read once for each text of its files, and only its serial and a print of its records are kept.
 */
export class ZoneBaselines {
  /** False where nobody will put a text: nothing need be asked. */
  mayKnow = true;
  readonly #store: Store;
  /** Undefined for files that nobody knows. */
  readonly #texts = new Map<string, SourceText | undefined>();
  readonly #wanted = new Set<string>();
  readonly #zones = new WeakMap<Zone, PastZone | 'unknown'>();
  readonly #readings = new WeakMap<Zone, Reading>();
  readonly #differing = new WeakMap<
    SourceFile,
    { readonly version: number; readonly text: SourceText; readonly regions: readonly Region[] }
  >();
  readonly #shared = new WeakMap<SourceText, SharedBlocks>();
  readonly #pasts = new WeakMap<Zone, { readonly text: SourceText; readonly regions: PastRegions }>();
  readonly #heads = new WeakMap<SourceText, Map<NameId, Head>>();
  readonly #prints = new RecordPrints();
  /** The files of zones that nobody has put an answer of since they were compared. */
  readonly #missing = new WeakMap<Zone, Set<string>>();
  /** Zones that were asked of, by file; of most files one. */
  readonly #asked = new Map<string, Zone | Set<Zone>>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Files whose texts are needed and not there, each named once. */
  wanted(): string[] {
    const paths = [...this.#wanted];
    this.#wanted.clear();
    return paths;
  }

  /**
   * The text of a file at the last commit or save; undefined where there is none. The zones read from it are checked again,
   * but for those of which there is nothing to tell, as before.
   */
  put(path: string, text: SourceText | undefined): void {
    this.#wanted.delete(path);
    if (this.#texts.has(path) && this.#texts.get(path) === text) return;
    this.#texts.set(path, text);
    this.#checkAgain(path);
  }

  /** There is another commit: texts are asked for again. */
  forget(path: string): void {
    if (this.#texts.delete(path)) this.#checkAgain(path);
  }

  /** The serial that a zone had; undefined where it is not known (yet). */
  serial(zone: Zone): number | undefined {
    const text = this.#textOf(zone.root.file.path, zone);
    if (!text) return undefined;
    const past = this.#zones.get(zone);
    if (past && past !== 'unknown' && this.#isCurrent(past)) return past.serial;
    return this.#head(zone, text).serial;
  }

  /** A zone against what it was; each `yield` is a place to stop. */
  *compare(zone: Zone): Generator<void, ZoneBaseline | undefined> {
    if (!this.#isAllKnown(zone) || !this.#texts.get(zone.root.file.path)) return undefined;
    if (yield* this.#isUnchanged(zone)) {
      // What it was need not be read: it is what is held.
      const serial = firstSerial(this.#store, zone.root.blocks, zone.apex)?.serial;
      return serial === undefined ? undefined : { serial, recordsEqual: true, signaturesEqual: true };
    }
    const part = yield* this.#compareRegions(zone);
    if (part) return part;
    const past = yield* this.#past(zone);
    if (!past || past.serial === undefined) return undefined;
    const print = yield* this.#prints.of(this.#store, zone.root);
    return {
      serial: past.serial,
      recordsEqual: isSamePrint(print, past.print),
      signaturesEqual: print.signatures === past.print.signatures,
    };
  }

  /** The same by what differs alone, which is little after an edit; undefined where that does not tell. */
  *#compareRegions(zone: Zone): Generator<void, ZoneBaseline | undefined> {
    const { file, blocks } = zone.root;
    const text = this.#texts.get(file.path);
    if (!text || this.#head(zone, text).isOfOther || file.pending) return undefined;
    if (blocks.some((block) => !block || block.children.length > 0)) return undefined;
    const regions = yield* this.#regionsOf(file, text);
    const past = yield* this.#pastRegions(zone, text).read(regions);
    if (!past) return undefined;
    let next = 0;
    let found: PastSerial | undefined;
    for (const [index, { first, end }] of regions.entries()) {
      found ??= firstSerial(this.#store, blocks.slice(next, first), zone.apex) ?? past[index]?.serial;
      next = end;
    }
    found ??= firstSerial(this.#store, blocks.slice(next), zone.apex);
    if (found?.serial === undefined) return undefined;
    const differing = regions.flatMap(({ first, end }) => blocks.slice(first, end));
    const print = yield* this.#prints.ofBlocks(this.#store, differing);
    const before = sumOf(past.map((region) => region.print));
    return {
      serial: found.serial,
      recordsEqual: isSamePrint(print, before),
      signaturesEqual: print.signatures === before.signatures,
    };
  }

  #pastRegions(zone: Zone, text: SourceText): PastRegions {
    const known = this.#pasts.get(zone);
    if (known?.text === text) return known.regions;
    const regions = new PastRegions(this.#store, { zone, text, prints: this.#prints });
    this.#pasts.set(zone, { text, regions });
    return regions;
  }

  #asks(path: string, zone: Zone): void {
    const asked = this.#asked.get(path);
    if (asked instanceof Set) asked.add(zone);
    else if (asked !== zone) this.#asked.set(path, asked ? new Set([asked, zone]) : zone);
  }

  #textOf(path: string, zone: Zone): SourceText | undefined {
    this.#asks(path, zone);
    if (!this.#texts.has(path)) this.#wanted.add(path);
    return this.#texts.get(path);
  }

  /** Whether there are answers for all files of a zone: without them nobody knows whether it is what it was. */
  #isAllKnown(zone: Zone): boolean {
    const missing = new Set<string>();
    for (const { path } of filesOf(zone.root)) {
      this.#textOf(path, zone);
      if (!this.#texts.has(path)) missing.add(path);
    }
    if (missing.size > 0) this.#missing.set(zone, missing);
    else this.#missing.delete(zone);
    return missing.size === 0;
  }

  /** Has the zones checked again that asked for a file, where something is to be told of them. */
  #checkAgain(path: string): void {
    const asked = this.#asked.get(path);
    this.#asked.delete(path);
    for (const zone of asked instanceof Set ? asked : asked ? [asked] : []) {
      this.#zones.delete(zone);
      this.#readings.delete(zone);
      if (!zone.view.zones.get(zone.apex)?.includes(zone)) continue;
      if (this.#hasNews(zone, path)) zone.view.dirtyZones.add(zone);
      else this.#asks(path, zone);
    }
  }

  /** Whether something else may be told of a zone than when it was compared last, after the answer for a file or its loss. */
  #hasNews(zone: Zone, path: string): boolean {
    const missing = this.#missing.get(zone);
    if (!missing || !this.#texts.has(path)) return true;
    missing.delete(path);
    if (missing.size > 0) return false;
    this.#missing.delete(zone);
    if (!this.#texts.get(zone.root.file.path)) return false;
    // What takes longer than a slice is compared when the zone is checked.
    const { done, value } = this.#isUnchanged(zone).next();
    return !done || !value;
  }

  #isCurrent(past: PastZone): boolean {
    for (const [path, text] of past.sources) if (this.#texts.get(path) !== text) return false;
    return true;
  }

  /** Whether all texts of a zone are what they were: most zones are never changed. */
  *#isUnchanged(zone: Zone): Generator<void, boolean> {
    for (const file of filesOf(zone.root)) {
      const text = this.#texts.get(file.path);
      if (!text || (yield* this.#regionsOf(file, text)).length > 0) return false;
    }
    return true;
  }

  *#regionsOf(file: SourceFile, text: SourceText): Generator<void, readonly Region[]> {
    const known = this.#differing.get(file);
    if (known && known.version === file.version && known.text === text) return known.regions;
    const { version } = file;
    const shared = this.#shared.get(text) ?? new SharedBlocks(text);
    this.#shared.set(text, shared);
    const regions = yield* shared.regions(file.document);
    this.#differing.set(file, { version, text, regions });
    return regions;
  }

  *#past(zone: Zone): Generator<void, PastZone | undefined> {
    const known = this.#zones.get(zone);
    if (known === 'unknown') return undefined;
    if (known && this.#isCurrent(known)) return known;
    const reading = this.#readings.get(zone) ?? this.#begin(zone);
    if (!reading) {
      this.#zones.set(zone, 'unknown');
      return undefined;
    }
    for (;;) {
      let blocks = 0;
      while (!reading.store.step(() => ++blocks >= BLOCKS_PER_SLICE)) {
        yield;
        blocks = 0;
      }
      const more = [...reading.included].filter((path) => !reading.sources.has(path));
      if (more.length === 0) break;
      for (const path of more) {
        const text = this.#textOf(path, zone);
        if (!text) return undefined;
        reading.sources.set(path, text);
        reading.store.setFile(path, text);
      }
    }
    const print = yield* this.#prints.of(reading.store, reading.instance);
    const past = {
      serial: firstSerial(reading.store, reading.instance.blocks, zone.apex)?.serial,
      print,
      sources: reading.sources,
    };
    this.#zones.set(zone, past);
    this.#readings.delete(zone);
    return past;
  }

  #begin(zone: Zone): Reading | undefined {
    const { path } = zone.root.file;
    const text = this.#texts.get(path);
    if (!text || this.#head(zone, text).isOfOther) return undefined;
    const store = new Store(this.#store.names);
    const included = new Set<string>();
    store.findInclude = (include, from) => {
      const found = this.#store.whereIncluded(include, this.#store.files.get(from.path) ?? from);
      if (found !== undefined) included.add(found);
      return found;
    };
    store.expect([text]);
    store.setFile(path, text);
    const instance = this.#mount(store, zone);
    if (!instance) return undefined;
    const reading = { store, sources: new Map([[path, text]]), instance, included };
    this.#readings.set(zone, reading);
    return reading;
  }

  #mount(store: Store, zone: Zone): Instance | undefined {
    const { origin } = this.#store.states.get(zone.root.entry);
    const { apex, traits } = zone;
    return store.mount(zone.root.file.path, {
      apex,
      origin,
      view: '',
      zoneClass: zone.root.zoneClass,
      traits,
      held: false,
    });
  }

  #head(zone: Zone, text: SourceText): Head {
    const heads = this.#heads.get(text) ?? new Map<NameId, Head>();
    this.#heads.set(text, heads);
    const head = heads.get(zone.apex) ?? this.#readHead(zone, text);
    heads.set(zone.apex, head);
    return head;
  }

  /** What the first SOA near the beginning of a text tells, without reading all of it. */
  #readHead(zone: Zone, text: SourceText): Head {
    const store = new Store(this.#store.names);
    store.setFile(zone.root.file.path, text);
    const instance = this.#mount(store, zone);
    if (!instance) return { serial: undefined, isOfOther: false };
    let blocks = 0;
    store.step(() => ++blocks >= HEAD_BLOCKS || instance.blocks.some((block) => block && mayHaveSoa(block)));
    const soas = [...soasOf(store, instance.blocks)];
    const own = firstSerial(store, instance.blocks, zone.apex);
    return { serial: own?.serial, isOfOther: soas.length > 0 && own === undefined };
  }
}

/** The files that a zone is read from, its own first. */
export function* filesOf(instance: Instance): Generator<SourceFile> {
  yield instance.file;
  for (const block of instance.blocks)
    for (const child of block?.children ?? []) if (child.instance) yield* filesOf(child.instance);
}
