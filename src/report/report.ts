import type { Project } from '../project/project.ts';
import type { Engine } from '../rules/engine/engine.ts';
import type { Level, Severity } from '../rules/rule.ts';
import { syntaxCharacter } from '../rules/text/syntax-character.ts';
import { syntaxFinalNewline } from '../rules/text/text-rules.ts';
import type { Settings } from '../settings/settings.ts';
import type { SourceFile } from '../workspace/instance.ts';
import { ConfigurationReport } from './configuration-report.ts';
import type { Faulted } from './fault-types.ts';
import { unendedFault } from './form-report.ts';
import { FoundReport } from './found-report.ts';
import { HiddenCharacters } from './hidden-characters.ts';
import { knownRule } from './known-rule.ts';
import { loadingFault } from './loading-report.ts';
import { type Moment, QUIET } from './moment.ts';
import type { Picked } from './most-severe.ts';
import { misnamedFault, originFault, rivalFault } from './origin-report.ts';
import { type PassContext, type Running, rulesOf, runPasses, type ShownContext } from './pass.ts';
import { silenced } from './passes/silenced.ts';
import { passes } from './passes.ts';
import { Places } from './place.ts';
import { PortabilityReport } from './portability-report.ts';
import { type TextFaults, textFaults } from './report-text.ts';
import type { Shown } from './shown.ts';
import { signatureFaults } from './signature-report.ts';
import { Suppressions } from './suppress.ts';
import { unknownRules } from './suppress-report.ts';
import type { Trace } from './trace.ts';
import { twinFault } from './twin-report.ts';
import { zoneOf } from './zone-of.ts';

/**
 * What is shown of each file: what reading its text and what the rules found, after all passes (`passes.ts`). Kept as long
 * as the findings and the texts that they speak of are the same.
 */
export class Reporter {
  readonly engine: Engine;
  readonly places: Places;
  readonly suppressions: Suppressions;
  readonly #settings: () => Settings;
  readonly #project: Project | undefined;
  readonly #configurations: ConfigurationReport | undefined;
  readonly #portability: PortabilityReport | undefined;
  readonly #hidden = new HiddenCharacters();
  readonly #moment: Moment;
  readonly #found: FoundReport;

  /**
   * Without a project nothing is said of configurations, and of files whose zone is not known. While files are still being
   * read nothing is said of what they may hold.
   */
  constructor(engine: Engine, settings: () => Settings, project?: Project, moment: Moment = QUIET) {
    this.engine = engine;
    this.#settings = settings;
    this.#project = project;
    this.#moment = moment;
    this.#configurations = project && new ConfigurationReport(project);
    this.places = new Places(engine.store);
    this.#portability = project && new PortabilityReport(project, this.places);
    this.suppressions = new Suppressions(this.places);
    this.#found = new FoundReport(engine);
  }

  /** What is shown in one file, in the order of the text. The trace hears what is not shown, and why. */
  of(file: SourceFile, trace?: Trace): readonly Shown[] {
    return this.most(file, Number.POSITIVE_INFINITY, trace).picked;
  }

  /** The same, but of very many findings not many more than the limit, the most severe ones, at the cost of so many. */
  most(file: SourceFile, limit: number, trace?: Trace): Picked<Shown> {
    let left = 0;
    const context = this.#context(file, {
      limit,
      leave: (count) => {
        left += count;
      },
    });
    const { read, template } = this.#read({ context, trace });
    const found = this.#found.of({ context, trace }, this.#settings());
    if (read.length === 0 && found.length === 0 && this.suppressions.comments(file).length === 0)
      return { picked: [], left };
    const all = this.#shownContext(context, { read, template }, () => left > 0);
    const shown = [...read.map((fault) => this.#shownFault(fault)), ...found];
    return { picked: runPasses(passes.shown, shown, { context: all, trace, rules: rulesOf(shown) }), left };
  }

  /** The same as an editor shows it: both sides of a pair, each with its own words. */
  inEditor(file: SourceFile, limit: number, trace?: Trace): Picked<Shown> {
    const { picked, left } = this.most(file, limit, trace);
    const context = { ...this.#context(file, EVERYTHING), counterparts: this.#settings().counterparts };
    return { picked: runPasses(passes.editor, picked, { context, trace }), left };
  }

  /**
   * The findings of one rule in a file as they are now, each by itself, for a fix that was chosen: of what reading or the
   * rules found only what nobody silences or switched off. No report is built for that.
   */
  ofRule(file: SourceFile, rule: string, how: 'read' | 'found'): readonly Shown[] {
    const context = this.#context(file, EVERYTHING);
    const { read, template } = how === 'read' ? this.#read({ context, trace: undefined }) : NOTHING_READ;
    const shown =
      how === 'read'
        ? read.filter((fault) => fault.rule === rule).map((fault) => this.#shownFault(fault))
        : this.#found.ofRule(context, rule);
    return silenced(
      shown,
      this.#shownContext(context, { read, template }, () => false),
    );
  }

  #context(file: SourceFile, { limit, leave }: Pick<PassContext, 'limit' | 'leave'>): PassContext {
    const { places } = this;
    const levelOf: PassContext['levelOf'] = (rule, severity) => this.levelOf(rule, severity);
    const isIncludeLeftOut: PassContext['isIncludeLeftOut'] = (path, from) =>
      this.#project?.isIncludeLeftOut(path, from) === true;
    return { file, places, levelOf, limit, isReading: this.#moment.isReading(), isIncludeLeftOut, leave };
  }

  #shownContext(context: PassContext, { read, template }: Read, hasLeft: () => boolean): ShownContext {
    const { rules } = this.#settings();
    const { file, places, levelOf, limit, isReading, isIncludeLeftOut, leave } = context;
    // Spread out it would take V8 as long as a pass.
    return {
      file,
      places,
      levelOf,
      limit,
      isReading,
      isIncludeLeftOut,
      leave,
      read,
      template,
      project: this.#project,
      suppressions: this.suppressions,
      typing: this.#moment.typing(),
      heldOf: (view) => this.engine.context(view).held,
      hasLeft,
      isSet: (rule) => rules[rule] !== undefined,
    };
  }

  #read(running: Running<PassContext>): Read {
    const text = textFaults(running);
    const others = this.#others(running.context, text);
    const faults = others.length > 0 ? [...text.faults, ...others] : text.faults;
    if (faults.length === 0) return { read: faults, template: text.template };
    return { read: runPasses(passes.read, faults, running), template: text.template };
  }

  /** What no line alone is at fault for: the file's zone, its comments, its form. */
  #others({ file, isReading }: PassContext, { template, faults }: TextFaults): readonly Faulted[] {
    const project = this.#project;
    const unknown =
      template === 'none' && !isReading && project
        ? (originFault(project, file, this.places, this.engine.tellsEmpty) ??
          rivalFault(project, file, this.places) ??
          misnamedFault(project, file, this.places) ??
          loadingFault(project, file, this.places) ??
          twinFault(project, file, this.places))
        : undefined;
    const comments = template === 'file' ? [] : unknownRules(file, this.suppressions);
    const forms = template === 'none' ? this.#forms(file, faults) : [];
    const signatures = signatureFaults(this.engine, file, this.places);
    return [...(unknown ? [unknown] : []), ...comments, ...forms, ...signatures];
  }

  /** What servers read, though not all of them and not all programs. */
  #forms(file: SourceFile, faults: readonly Faulted[]): readonly Faulted[] {
    if (file.instances.length === 0) return [];
    const forms = this.#portability?.of(file) ?? [];
    const unended = faults.some(({ rule }) => rule === syntaxFinalNewline.id) ? undefined : unendedFault(file);
    const told = new Set(faults.flatMap(({ rule, range }) => (rule === syntaxCharacter.id ? [range.start.line] : [])));
    const hidden = this.#hidden.of(file, (line) => told.has(line));
    return unended ? [...forms, ...hidden, unended] : [...forms, ...hidden];
  }

  /** All files with something to show, in the order of their paths. */
  *all(trace?: Trace): Generator<readonly [SourceFile, readonly Shown[]]> {
    const files = [...this.engine.store.files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    for (const file of files) {
      const shown = this.of(file, trace);
      if (shown.length > 0) yield [file, shown];
    }
  }

  /** What is wrong with a server's configuration, in the order of its text; nothing for other files. */
  ofConfiguration(path: string): readonly Shown[] {
    if (this.#moment.isReading()) return [];
    return this.#configurations?.of(path, (rule, severity) => this.levelOf(rule, severity)) ?? [];
  }

  /** The configurations that something is wrong with. */
  configurations(): Iterable<string> {
    return this.#configurations?.paths() ?? [];
  }

  /** The severity that the settings give a finding; off where it is not shown. */
  levelOf(rule: string, severity: Severity | undefined): Level {
    const set = this.#settings().rules[rule];
    if (set !== undefined) return set;
    const known = (this.engine.rule(rule) ?? knownRule(rule))?.severity;
    return known === 'off' ? 'off' : (severity ?? known ?? 'error');
  }

  #shownFault(fault: Faulted): Shown {
    const { rule, message, path, range, related, fixes: faultFixes, outside, instance } = fault;
    const level = this.levelOf(rule, fault.severity);
    // What is off was taken away before.
    const severity = level === 'off' ? 'hint' : level;
    const beside = outside ? { outside } : {};
    const where = zoneOf(this.engine.store, instance);
    return { rule, severity, message, path, range, related, primary: true, faultFixes, ...where, ...beside };
  }
}

/** What reading found in a file, after its passes. */
type Read = Pick<ShownContext, 'read' | 'template'>;

const NOTHING_READ: Read = { read: [], template: 'none' };
const EVERYTHING: Pick<PassContext, 'limit' | 'leave'> = { limit: Number.POSITIVE_INFINITY, leave: () => {} };
