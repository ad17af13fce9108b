import { TYPE_SOA } from '../dns/type-codes.ts';
import { typeName } from '../dns/types.ts';
import { phrase, translated } from '../language/phrase.ts';
import { type Engine, fileOf } from '../rules/engine/engine.ts';
import type { Finding } from '../rules/rule.ts';
import type { Settings } from '../settings/settings.ts';
import type { Instance, SourceFile } from '../workspace/instance.ts';
import { type Anchor, byPlace, ZoneRecord } from '../workspace/zone-record.ts';
import { knownRule } from './known-rule.ts';
import { type Many, type PassContext, type Running, runPasses } from './pass.ts';
import type { GroupedFinding } from './passes/generated-lines.ts';
import { originsAtFault } from './passes/origins-at-fault.ts';
import { passes } from './passes.ts';
import { type FileRange, isSameRange, type Places } from './place.ts';
import type { Shown, ShownRelated } from './shown.ts';
import { inRowOrder } from './text-order.ts';
import type { Taken } from './trace.ts';
import { zoneOf } from './zone-of.ts';

/**
 * What the rules found in each file, with its places. Kept as long as the findings, the settings and the texts that they
 * speak of are the same.
 */
export class FoundReport {
  readonly #engine: Engine;
  readonly #kept = new WeakMap<SourceFile, Kept>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** The findings of a file, in no order; what is more than the limit is left out. */
  of(running: Running<PassContext>, settings: Settings): readonly Shown[] {
    const { file, leave, limit } = running.context;
    const found = this.#engine.book.in(file);
    if (!found || found.places.length === 0) return [];
    const known = this.#kept.get(file);
    const { version } = found;
    const isKept =
      known?.settings === settings &&
      known.version === version &&
      known.limit === limit &&
      (running.trace === undefined || known.taken !== undefined) &&
      isCurrent(known.versions);
    const kept = isKept ? known : this.#make(running, found, settings);
    this.#kept.set(file, kept);
    if (kept.left > 0) leave(kept.left);
    if (running.trace) for (const taken of kept.taken ?? []) running.trace(taken);
    return kept.shown;
  }

  /** The findings of one rule in a file, by themselves: none is joined with others but at an $ORIGIN. */
  ofRule(context: PassContext, rule: string): readonly Shown[] {
    const found = [...(this.#engine.book.in(context.file)?.places.ofRule(rule) ?? [])];
    return [...originsAtFault(found, context)].flatMap((placed) => this.#shown(placed, context, new Map()) ?? []);
  }

  #make({ context, trace }: Running<PassContext>, { places, version }: FoundOfFile, settings: Settings): Kept {
    let left = 0;
    const taken: Taken[] = [];
    const leave = (count: number): void => {
      left += count;
    };
    const listener = trace && ((one: Taken): void => void taken.push(one));
    const picked = runPasses(passes.found, places, {
      context: { ...context, leave },
      trace: listener,
      rules: places.rules,
    });
    const versions = new Map<SourceFile, number>();
    const shown: Shown[] = [];
    for (const placed of inRowOrder(this.#engine.store, [...picked])) {
      const one = this.#shown(placed, context, versions);
      if (one) shown.push(one);
    }
    versions.set(context.file, context.file.version);
    return { left, versions, shown, taken: trace && taken, version, limit: context.limit, settings };
  }

  #shown(
    placed: GroupedFinding,
    { places, levelOf }: PassContext,
    versions: Map<SourceFile, number>,
  ): Shown | undefined {
    const { finding, primary, alike } = placed;
    const { rule, counterpart } = finding;
    const severity = levelOf(rule, finding.severity);
    if (severity === 'off') return undefined;
    const { store } = this.#engine;
    const where = (anchor: Anchor): FileRange | undefined => {
      const file = fileOf(store, anchor);
      if (file) versions.set(file, file.version);
      return placeOf(anchor, places);
    };
    const main = where(finding.at);
    const other = counterpart && where(counterpart);
    const here = primary ? main : other;
    if (!main || !here) return undefined;
    const related: ShownRelated[] = [];
    for (const { at, message } of finding.related ?? []) {
      const place = where(at);
      if (place && !isSameRange(place, here)) related.push({ ...place, message });
    }
    if (!primary && !related.some((item) => isSameRange(item, main)))
      related.unshift({ ...main, message: mainSide(this.#engine, finding) });
    const { path, range } = here;
    const message = finding.message + (alike ? alikeNote(finding, alike) : moreNote(finding));
    // One of what may be a million: what most lack is put to the others, and not spread into all.
    const shown: Writable<Shown> = { rule, severity, message, path, range, related, primary, finding };
    const otherSide = primary ? other : main;
    if (otherSide) shown.otherSide = otherSide;
    if (!primary) shown.ownWords = finding.counterpartMessage ?? summaryOf(rule);
    if (alike) shown.alike = alike;
    const { view, zone } = zoneOf(store, instanceOf(this.#engine, finding.at));
    if (view !== undefined) shown.view = view;
    if (zone !== undefined) shown.zone = zone;
    return shown;
  }
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** The findings of a file, and their version. */
interface FoundOfFile {
  readonly places: Many<GroupedFinding> & { readonly rules: ReadonlySet<string> };
  readonly version: number;
}

/** What is worked out of the findings of one file. */
interface Kept {
  readonly left: number;
  readonly versions: ReadonlyMap<SourceFile, number>;
  readonly shown: readonly Shown[];
  /** What the passes took away; undefined where nobody asked. */
  readonly taken: readonly Taken[] | undefined;
  /** The version of the file's findings. */
  readonly version: number;
  readonly limit: number;
  readonly settings: Settings;
}

/** Where an anchor is shown: what is said of a file as a whole at the SOA record of the zone that it begins. */
function placeOf(anchor: Anchor, places: Places): FileRange | undefined {
  return places.of(anchor.kind === 'file' ? soaIn(places, anchor.file) : anchor);
}

/** What a counterpart is told of where its rule has no words for it. */
function summaryOf(rule: string): string {
  return phrase`A record on the other side is at fault: ${translated(knownRule(rule)?.summary ?? rule)}`;
}

/** What is added to the message of the first of several, unless it is said of the line as a whole. */
function alikeNote(finding: Finding, alike: readonly Finding[]): string {
  const isOfLine = alike.every(({ message }) => message === finding.message);
  return isOfLine ? '' : phrase` (the first of ${alike.length + 1} findings of this $GENERATE line)`;
}

/** What is added to the last of those that are told one by one. */
function moreNote({ more }: Finding): string {
  return more ? phrase` (and ${more} more)` : '';
}

/** What stands at the primary place, as it is named at the counterpart. */
function mainSide({ store }: Engine, { at, message }: Finding): string {
  if (at.kind !== 'record') return message;
  const record = new ZoneRecord(store, at.record);
  const owner = store.names.text(record.owner).replace(/(.)\.$/, '$1');
  return record.isAddress ? phrase`The address of ${owner}` : phrase`The ${typeName(record.type)} record of ${owner}`;
}

/** The SOA record of the zone that a file is the beginning of: where the zone as a whole is shown. */
function soaIn({ store }: Places, file: SourceFile): Anchor {
  let first: ZoneRecord | undefined;
  for (const { view, apex, parent } of file.instances) {
    if (parent || apex < 0) continue;
    for (let id = view.index.firstAt(apex); id >= 0; id = store.records.nextAt(id)) {
      if (store.records.type[id] !== TYPE_SOA) continue;
      const record = new ZoneRecord(store, id);
      if (record.file === file && (!first || byPlace(record, first) < 0)) first = record;
    }
  }
  return first ? first.at('type') : { kind: 'file', file };
}

function instanceOf(engine: Engine, anchor: Anchor): Instance | undefined {
  if (anchor.kind === 'file') return anchor.file.instances[0];
  if (anchor.kind === 'block') return anchor.block.instance;
  return engine.store.blockOf(anchor.record)?.instance;
}

function isCurrent(versions: ReadonlyMap<SourceFile, number>): boolean {
  for (const [file, version] of versions) if (file.version !== version) return false;
  return true;
}
