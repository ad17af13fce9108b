import type { ZoneMap } from '../config/map.ts';
import type { ConfigurationNote, ConfigurationProblem } from '../config/map-problems.ts';
import type { Project } from '../project/project.ts';
import type { Level, Severity, TextRule } from '../rules/rule.ts';
import {
  configurationFileMissing,
  configurationFileShared,
  configurationIncludeLoop,
  configurationSyntax,
  configurationZoneDuplicate,
} from '../rules/text/text-rules.ts';
import type { Shown, ShownRelated } from './shown.ts';
import { TextLines } from './text-lines.ts';

const RULES: Readonly<Record<ConfigurationProblem['kind'], TextRule>> = {
  syntax: configurationSyntax,
  'include-loop': configurationIncludeLoop,
  'file-missing': configurationFileMissing,
  'zone-duplicate': configurationZoneDuplicate,
  'file-shared': configurationFileShared,
};

/** The findings in server configurations, worked out once for each state of them. */
export class ConfigurationReport {
  readonly #project: Project;
  #map: ZoneMap | undefined;
  #problems = new Map<string, ConfigurationProblem[]>();
  #lines = new Map<string, TextLines>();

  constructor(project: Project) {
    this.#project = project;
  }

  /** The configuration files that something is wrong with. */
  paths(): Iterable<string> {
    this.#refresh();
    return this.#problems.keys();
  }

  /** What is wrong with a configuration file, in the order of its text; nothing for other files. */
  of(path: string, levelOf: (rule: string, severity: Severity | undefined) => Level): readonly Shown[] {
    this.#refresh();
    const shown: Shown[] = [];
    for (const problem of this.#problems.get(path) ?? []) {
      const rule = RULES[problem.kind].id;
      const severity = levelOf(rule, problem.severity);
      const lines = this.#linesOf(path);
      if (severity === 'off' || !lines) continue;
      const { message, range, fix } = problem;
      const related = problem.related.flatMap((note) => this.#related(note) ?? []);
      const faultFixes = fix && [{ title: fix.title, range: lines.range(fix), text: fix.text }];
      const told = { rule, severity, message, path, range: lines.range(range), related, primary: true };
      shown.push(faultFixes ? { ...told, faultFixes } : told);
    }
    return shown;
  }

  #related(note: ConfigurationNote): ShownRelated | undefined {
    const lines = this.#linesOf(note.path);
    return lines && { path: note.path, range: lines.range(note.range), message: note.message };
  }

  #linesOf(path: string): TextLines | undefined {
    const known = this.#lines.get(path);
    if (known) return known;
    const text = this.#project.configurations.text(path);
    if (text === undefined) return undefined;
    const lines = new TextLines(text);
    this.#lines.set(path, lines);
    return lines;
  }

  #refresh(): void {
    const map = this.#project.configurations.map;
    if (map === this.#map) return;
    this.#map = map;
    this.#lines = new Map();
    this.#problems = new Map();
    for (const problem of map.problems.toSorted((a, b) => a.range.start - b.range.start)) {
      const problems = this.#problems.get(problem.path);
      if (problems) problems.push(problem);
      else this.#problems.set(problem.path, [problem]);
    }
  }
}
