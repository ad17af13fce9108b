import { typeName } from '../dns/types.ts';
import type { Project } from '../project/project.ts';
import { type Engine, fileOf } from '../rules/engine/engine.ts';
import { groupByOrigin } from '../rules/facts/arpa-origin.ts';
import type { Finding, Level, Severity } from '../rules/rule.ts';
import type { Settings } from '../settings/settings.ts';
import { levels } from '../settings/settings-table.ts';
import { TYPE_SOA } from '../syntax/header.ts';
import type { Instance, SourceFile } from '../workspace/instance.ts';
import type { View } from '../workspace/view.ts';
import { type Anchor, byPlace as byTextPlace, ZoneRecord } from '../workspace/zone-record.ts';
import { ConfigurationReport } from './configuration-report.ts';
import { withConfiguration } from './configured-name.ts';
import { unendedFault } from './form-report.ts';
import { alikeNote, type GroupedFinding, groupGenerated } from './generated-findings.ts';
import { mostSevere, type Picked } from './most-severe.ts';
import { originFault, rivalFault } from './origin-report.ts';
import { isToldBetter, withOthersOutside } from './outside-shown.ts';
import { type FileRange, Places } from './place.ts';
import { PortabilityReport } from './portability-report.ts';
import { raisedOrigins } from './raised-origins.ts';
import { type Faulted, type OutsideShown, type ShownFix, type TextFaults, textFaults } from './report-text.ts';
import { Suppressions } from './suppress.ts';
import { unknownRules } from './suppress-report.ts';

/** Another place that a shown finding speaks of. */
export interface ShownRelated extends FileRange {
  readonly message: string;
}

export type { ShownFix } from './report-text.ts';

/** A finding as people see it: settings and suppression comments applied, in lines and columns (zero-based, UTF-16). */
export interface Shown extends FileRange {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly ShownRelated[];
  /** False at the counterpart place, which only an editor shows: the finding counts at its primary place. */
  readonly primary: boolean;
  /** What the rule found, for its fixes; none where reading the text found it. */
  readonly finding?: Finding;
  /** Those of the same rule that a $GENERATE line makes beside it. */
  readonly alike?: readonly Finding[];
  /** The view and the zone in which it was found; absent where the text is read for none. */
  readonly view?: string;
  readonly zone?: string;
  /** The same, found in other views that read the place too: what one of them knows may mend it. */
  readonly others?: readonly Shown[];
  /** Where it is said of several records outside their zone. */
  readonly outside?: OutsideShown;
  /** The mends of a text fault. */
  readonly faultFixes?: readonly ShownFix[];
}

/** Faults that a file which is not read yet may mend: one that is included, also with its $TTL. */
const UNKNOWN_WHILE_READING: ReadonlySet<string> = new Set(['syntax-include-missing', 'ttl-missing']);

/** The findings of each file. Kept as long as the findings and the texts that they speak of are the same. */
export class Reporter {
  readonly engine: Engine;
  readonly places: Places;
  readonly suppressions: Suppressions;
  readonly #settings: () => Settings;
  readonly #project: Project | undefined;
  readonly #configurations: ConfigurationReport | undefined;
  readonly #portability: PortabilityReport | undefined;
  readonly #isReading: () => boolean;
  readonly #kept = new WeakMap<SourceFile, Kept>();

  /**
   * Without a project nothing is said of configurations, and of files whose zone is not known. While files are still being
   * read nothing is said of what they may hold.
   */
  constructor(engine: Engine, settings: () => Settings, project?: Project, isReading: () => boolean = () => false) {
    this.engine = engine;
    this.#settings = settings;
    this.#project = project;
    this.#isReading = isReading;
    this.#configurations = project && new ConfigurationReport(project);
    this.places = new Places(engine.store);
    this.#portability = project && new PortabilityReport(project, this.places);
    this.suppressions = new Suppressions(this.places);
  }

  /** What is shown in one file, in the order of the text. */
  of(file: SourceFile): readonly Shown[] {
    return this.most(file, Number.POSITIVE_INFINITY).picked;
  }

  /** The same, but of very many findings not many more than the limit, the most severe ones, at the cost of so many. */
  most(file: SourceFile, limit: number): Picked<Shown> {
    const text = textFaults(file, this.places, {
      limit,
      levelOf: ({ rule, severity }) => this.levelOf(rule, severity),
    });
    const isReading = this.#isReading();
    const unknown =
      text.template !== 'none' || isReading
        ? undefined
        : this.#project &&
          (originFault(this.#project, file, this.places) ?? rivalFault(this.#project, file, this.places));
    const found = this.#found(file, limit);
    const comments = text.template === 'file' ? [] : unknownRules(file, this.suppressions);
    const forms = text.template === 'none' ? this.#forms(file, text.faults) : [];
    const others = [...(unknown ? [unknown] : []), ...comments, ...forms];
    const faults = others.length > 0 ? [...text.faults, ...others] : text.faults;
    const known = isReading ? faults.filter(({ rule }) => !UNKNOWN_WHILE_READING.has(rule)) : faults;
    const allFaults = this.#shownFaults(file, known);
    const shownFaults = allFaults.filter((fault) => !isToldBetter(fault, found.shown));
    const isSet = this.#settings().rules['origin-missing-dot'] !== undefined;
    const once = raisedOrigins(
      {
        read: known,
        faults: shownFaults,
        found: this.#unexplained(this.#unlessTemplate(found.shown, text), shownFaults),
      },
      isSet,
    );
    const rest = this.#ofWholeZones(once.found, once.faults).map((item) =>
      withConfiguration(withOthersOutside(item, allFaults), this.#project),
    );
    const shown = [...once.faults.map((item) => withConfiguration(item, this.#project)), ...rest];
    return { picked: mergeInstances(shown.sort(byPlace)), left: text.left + found.left };
  }

  /** What servers read, though not all of them and not all programs. */
  #forms(file: SourceFile, faults: readonly Faulted[]): readonly Faulted[] {
    if (file.instances.length === 0) return [];
    const forms = this.#portability?.of(file) ?? [];
    const unended = faults.some(({ rule }) => rule === 'syntax-final-newline') ? undefined : unendedFault(file);
    return unended ? [...forms, unended] : forms;
  }

  /** All files with something to show, in the order of their paths. */
  *all(): Generator<readonly [SourceFile, readonly Shown[]]> {
    const files = [...this.engine.store.files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    for (const file of files) {
      const shown = this.of(file);
      if (shown.length > 0) yield [file, shown];
    }
  }

  /** What is wrong with a server's configuration, in the order of its text; nothing for other files. */
  ofConfiguration(path: string): readonly Shown[] {
    if (this.#isReading()) return [];
    return this.#configurations?.of(path, (rule) => this.levelOf(rule, undefined)) ?? [];
  }

  /** The configurations that something is wrong with. */
  configurations(): Iterable<string> {
    return this.#configurations?.paths() ?? [];
  }

  /** The severity that the settings give a finding; off where it is not shown. */
  levelOf(rule: string, severity: Severity | undefined): Level {
    const set = this.#settings().rules[rule];
    if (set !== undefined) return set;
    const known = this.engine.rule(rule)?.severity;
    if (known === 'off') return 'off';
    return severity ?? known ?? TEXT_LEVELS.get(rule) ?? 'error';
  }

  #shownFaults(file: SourceFile, faults: readonly Faulted[]): Shown[] {
    const shown: Shown[] = [];
    for (const fault of faults) {
      const severity = this.levelOf(fault.rule, fault.severity);
      if (severity === 'off') continue;
      const { rule, message, range, related, fixes: faultFixes, outside } = fault;
      if (this.suppressions.silences(file, rule, range.start.line)) continue;
      const where = this.#context(fault.instance);
      const beside = outside ? { ...where, outside } : where;
      shown.push({ rule, severity, message, path: file.path, range, related, primary: true, faultFixes, ...beside });
    }
    return shown;
  }

  /** In a template the zone is not whole: what is said of it as such is not known. */
  #unlessTemplate(found: readonly Shown[], text: TextFaults): readonly Shown[] {
    if (text.template === 'none') return found;
    if (text.template === 'file') return [];
    return found.filter((shown) => {
      const scope = this.engine.rule(shown.rule)?.scope;
      return scope !== 'zone' && scope !== 'sweep';
    });
  }

  /** Without what follows from a fault of the same line. */
  #unexplained(found: readonly Shown[], faults: readonly Shown[]): readonly Shown[] {
    const follows = ({ rule }: Shown): readonly string[] => this.engine.rule(rule)?.follows ?? [];
    if (faults.length === 0 || !found.some((shown) => follows(shown).length > 0)) return found;
    const causes = new Set(faults.map(({ rule, range }) => `${rule} ${range.start.line}`));
    return found.filter((shown) => !follows(shown).some((rule) => causes.has(`${rule} ${shown.range.start.line}`)));
  }

  /** Servers ask whether a zone is whole where all of it could be read: before that it is no error. */
  #ofWholeZones(found: readonly Shown[], faults: readonly Shown[]): readonly Shown[] {
    const refusedAs = ({ rule }: Shown) => this.engine.rule(rule)?.refused;
    if (!found.some((shown) => refusedAs(shown) === 'zone')) return found;
    const isError = ({ severity, primary }: Shown): boolean => severity === 'error' && primary;
    if (!faults.some(isError) && !found.some((shown) => isError(shown) && refusedAs(shown) === 'line')) return found;
    const { rules } = this.#settings();
    return found.map((shown) =>
      shown.severity === 'error' && refusedAs(shown) === 'zone' && rules[shown.rule] === undefined
        ? { ...shown, severity: 'warning' }
        : shown,
    );
  }

  #found(file: SourceFile, limit: number): Pick<Kept, 'shown' | 'left'> {
    const found = this.engine.book.in(file);
    if (!found || found.places.size === 0) return NOTHING_FOUND;
    const kept = this.#kept.get(file);
    const settings = this.#settings();
    const { version } = found;
    if (kept?.settings === settings && kept.version === version && kept.limit === limit && isCurrent(kept.versions))
      return kept;
    const places = groupGenerated(this.engine.store, groupByOrigin(this.engine.store, found.places));
    const { picked, left } = mostSevere(places, places.length, {
      limit,
      levelOf: ({ finding }) => this.levelOf(finding.rule, finding.severity),
    });
    const versions = new Map<SourceFile, number>();
    const shown: Shown[] = [];
    for (const placed of picked) {
      const item = this.#shownFinding(placed, versions);
      if (item) shown.push(item);
    }
    versions.set(file, file.version);
    const now = { version, limit, left, settings, versions, shown };
    this.#kept.set(file, now);
    return now;
  }

  #shownFinding(placed: GroupedFinding, versions: Map<SourceFile, number>): Shown | undefined {
    const { finding, primary, alike } = placed;
    const severity = this.levelOf(finding.rule, finding.severity);
    if (severity === 'off') return undefined;
    const counterpart = finding.counterpart;
    const main = this.#where(finding.at, versions);
    const other = counterpart && this.#where(counterpart, versions);
    const here = primary ? main : other;
    if (!main || !here) return undefined;
    if (this.#isSilenced(finding.rule, main) || (other && this.#isSilenced(finding.rule, other))) return undefined;
    const related: ShownRelated[] = [];
    for (const { at, message } of finding.related ?? []) {
      const place = this.#where(at, versions);
      if (place && !isSameRange(place, here)) related.push({ ...place, message });
    }
    if (!primary && !related.some((item) => isSameRange(item, main)))
      related.unshift({ ...main, message: mainSide(this.engine, finding) });
    const { rule } = finding;
    const message = ((primary ? undefined : finding.counterpartMessage) ?? finding.message) + alikeNote(placed);
    const where = this.#context(instanceOf(this.engine, finding.at));
    const beside = alike.length > 0 ? { alike } : {};
    return { rule, severity, message, ...here, related, primary, finding, ...beside, ...where };
  }

  #context(instance: Instance | undefined): { readonly view?: string; readonly zone?: string } {
    if (!instance) return {};
    return {
      view: instance.view.name,
      ...(instance.zone ? { zone: this.engine.store.names.text(instance.apex) } : {}),
    };
  }

  #where(anchor: Anchor, versions: Map<SourceFile, number>): FileRange | undefined {
    const file = fileOf(this.engine.store, anchor);
    if (file) versions.set(file, file.version);
    return this.places.of(file && anchor.kind === 'file' ? soaIn(this.engine, file) : anchor);
  }

  #isSilenced(rule: string, place: FileRange): boolean {
    const file = this.engine.store.files.get(place.path);
    return file !== undefined && this.suppressions.silences(file, rule, place.range.start.line);
  }
}

interface Kept {
  /** The version of the file's findings. */
  readonly version: number;
  readonly limit: number;
  readonly left: number;
  readonly settings: Settings;
  readonly versions: ReadonlyMap<SourceFile, number>;
  readonly shown: readonly Shown[];
}

const NOTHING_FOUND: Pick<Kept, 'shown' | 'left'> = { shown: [], left: 0 };

/** The levels of text rules where the rule itself has none; the others are errors. */
const TEXT_LEVELS: ReadonlyMap<string, Level> = new Map<string, Level>([
  ['syntax-final-newline', 'hint'],
  ['syntax-crlf', 'hint'],
  ['portability-generate', 'hint'],
  ['portability-origin', 'hint'],
  ['portability-include-ttl', 'hint'],
  ['portability-ttl', 'hint'],
  ['origin-missing-dot', 'warning'],
  ['out-of-zone', 'warning'],
  ['ttl-missing', 'warning'],
]);

/** The view in which a finding was made; undefined where its text is gone. */
export function viewOf(engine: Engine, finding: Finding): View | undefined {
  return instanceOf(engine, finding.at)?.view;
}

/** What stands at the primary place, as it is named at the counterpart. */
function mainSide({ store }: Engine, { at, message }: Finding): string {
  if (at.kind !== 'record') return message;
  const record = new ZoneRecord(store, at.record);
  const owner = store.names.text(record.owner).replace(/(.)\.$/, '$1');
  return record.isAddress ? `The address of ${owner}` : `The ${typeName(record.type)} record of ${owner}`;
}

/** The SOA record of the zone that a file is the beginning of: where the zone as a whole is shown. */
function soaIn({ store }: Engine, file: SourceFile): Anchor {
  let first: ZoneRecord | undefined;
  for (const { view, apex, parent } of file.instances) {
    if (parent || apex < 0) continue;
    for (let id = view.index.firstAt(apex); id >= 0; id = store.records.nextAt(id)) {
      if (store.records.type[id] !== TYPE_SOA) continue;
      const record = new ZoneRecord(store, id);
      if (record.file === file && (!first || byTextPlace(record, first) < 0)) first = record;
    }
  }
  return first ? first.at('type') : { kind: 'file', file };
}

function instanceOf(engine: Engine, anchor: Anchor): Instance | undefined {
  if (anchor.kind === 'file') return anchor.file.instances[0];
  if (anchor.kind === 'block') return anchor.block.instance;
  return engine.store.blockOf(anchor.record)?.instance;
}

/**
 * A file that is read in several instances shows what is found at one place in each of them once. What is shown at the
 * counterpart was found in other files: an SOA has what many zones lack in its own. Of what views find the most severe holds.
 */
function mergeInstances(shown: readonly Shown[]): readonly Shown[] {
  const merged: Shown[] = [];
  // Of the place at hand, by rule and side.
  const known = new Map<string, { readonly messages: Set<string>; readonly context: string; readonly at: number }>();
  for (const item of shown) {
    const last = merged.at(-1);
    if (last && !isSameRange(last, item)) known.clear();
    const context = `${item.view ?? ''} ${item.zone ?? ''}`;
    const key = `${item.rule} ${item.primary}`;
    const said = known.get(key);
    if (said && (said.messages.has(item.message) || (item.primary && said.context !== context))) {
      const first = merged[said.at];
      if (first?.message === item.message) merged[said.at] = { ...first, others: [...(first.others ?? []), item] };
      continue;
    }
    if (said) said.messages.add(item.message);
    else known.set(key, { messages: new Set([item.message]), context, at: merged.length });
    merged.push(item);
  }
  return merged;
}

/** By place, then by rule, at primary places by severity, and by message: an order that depends on the texts only. */
function byPlace(a: Shown, b: Shown): number {
  return (
    a.range.start.line - b.range.start.line ||
    a.range.start.character - b.range.start.character ||
    a.range.end.line - b.range.end.line ||
    a.range.end.character - b.range.end.character ||
    compare(a.rule, b.rule) ||
    Number(b.primary) - Number(a.primary) ||
    (a.primary ? levels.indexOf(a.severity) - levels.indexOf(b.severity) : 0) ||
    compare(a.message, b.message) ||
    compare(a.view ?? '', b.view ?? '') ||
    compare(a.zone ?? '', b.zone ?? '')
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isSameRange(a: FileRange, b: FileRange): boolean {
  return (
    a.path === b.path &&
    a.range.start.line === b.range.start.line &&
    a.range.start.character === b.range.start.character &&
    a.range.end.line === b.range.end.line &&
    a.range.end.character === b.range.end.character
  );
}

function isCurrent(versions: ReadonlyMap<SourceFile, number>): boolean {
  for (const [file, version] of versions) if (file.version !== version) return false;
  return true;
}
