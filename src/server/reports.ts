import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import { phrase } from '../language/phrase.ts';
import type { Shown, ShownRelated } from '../report/shown.ts';
import { type Trace, takenText } from '../report/trace.ts';
import { ruleOf } from '../rules/registry.ts';
import type { Severity } from '../rules/rule.ts';
import type { SettingsProblem } from '../settings/settings.ts';
import { printable } from '../text/printable.ts';
import type { SourceFile } from '../workspace/instance.ts';
import { rangeOf } from './offsets.ts';
import type { SessionParts } from './session-parts.ts';
import type { Path } from './uri.ts';

/** What the editor shows of one file at most; editors cut off at 1000. */
export const MOST_DIAGNOSTICS = 1000;

/** The diagnostics of a file. Equal ids, equal diagnostics. */
export interface FileReport {
  readonly id: string;
  readonly items: readonly Diagnostic[];
}

/** What a diagnostic carries for its fixes. */
export interface DiagnosticData {
  readonly rule: string;
  /** The name that was checked; none where reading the text found it. */
  readonly key?: string;
  /** The version of the file's text. */
  readonly version: number;
}

interface Kept {
  /** Equal texts: nothing has changed that may make another report. */
  readonly at: string;
  readonly text: string;
  readonly report: FileReport;
  /** That of the file's text; undefined where it is no zone file. */
  readonly version: number | undefined;
}

/** The reports of all files, each kept until it may have changed. */
export class Reports {
  readonly #session: SessionParts;
  readonly #kept = new Map<Path, Kept>();
  /** What was told last of the findings of a file that are not shown. */
  readonly #traced = new Map<Path, string>();
  #lastId = 0;

  constructor(session: SessionParts) {
    this.#session = session;
  }

  /** The report as it is now; empty for a file that nothing is known of. */
  of(path: Path): FileReport {
    const session = this.#session;
    const at = `${session.engine.book.version} ${session.version} ${session.loop.isChecked} ${session.readings}`;
    const kept = this.#kept.get(path);
    if (kept?.at === at) return kept.report;
    const items = this.#diagnosticsOf(path);
    const text = JSON.stringify(items, withoutVersion);
    const report = kept?.text === text ? { id: kept.report.id, items } : { id: String(++this.#lastId), items };
    this.#kept.set(path, { at, text, report, version: session.store.files.get(path)?.version });
    return report;
  }

  /** What was made last where the text is still the same, though other things may be found by now; else undefined. */
  last({ path, version }: SourceFile): readonly Diagnostic[] | undefined {
    const kept = this.#kept.get(path as Path);
    return kept?.version === version ? kept.report.items : undefined;
  }

  /** The files that have a report, or had one. */
  paths(): Iterable<Path> {
    const { store, reporter } = this.#session;
    const { settingsFiles } = this.#session;
    return new Set([
      ...store.files.keys(),
      ...reporter.configurations(),
      ...settingsFiles.keys(),
      ...this.#kept.keys(),
    ]);
  }

  /** The file's report is made anew where it is asked for. */
  forget(path: Path): void {
    this.#kept.delete(path);
    this.#traced.delete(path);
  }

  /** Tells of findings that are not shown also where they were told of before. */
  traceAgain(): void {
    this.#traced.clear();
  }

  /** Where the client listens it hears which findings are not shown, and for which others: of each file what is new. */
  #diagnosticsOf(path: Path): Diagnostic[] {
    const session = this.#session;
    if (!session.isTraced) return diagnosticsOf(session, path);
    const lines: string[] = [];
    const items = diagnosticsOf(session, path, (taken) =>
      lines.push(takenText(taken, (other) => session.label(other as Path))),
    );
    const text = lines.join('\n');
    if (text !== (this.#traced.get(path) ?? ''))
      session.logTrace(text === '' ? `${session.label(path)}: all is shown` : text);
    this.#traced.set(path, text);
    return items;
  }
}

/** The diagnostics of a file, errors first where not all can be shown. */
export function diagnosticsOf(session: SessionParts, path: Path, trace?: Trace): Diagnostic[] {
  const settings = session.settingsFiles.get(path);
  if (settings) return settings.problems.map((problem) => settingsDiagnostic(settings.text, problem));
  const file = session.store.files.get(path);
  const { picked: shown, left: unseen } = file
    ? session.reporter.inEditor(file, MOST_DIAGNOSTICS, trace)
    : { picked: session.reporter.ofConfiguration(path), left: 0 };
  const items = shown.length < MOST_DIAGNOSTICS && unseen === 0 ? shown : severestFirst(shown);
  const diagnostics = items.map((item) => diagnosticOf(session, item, file?.version ?? 0));
  const left = shown.length - items.length + unseen;
  if (left > 0) diagnostics.push(summary(left));
  return diagnostics;
}

/** What is wrong with a settings file: the value does not count. */
function settingsDiagnostic(text: string, { start, end, message, isNotice }: SettingsProblem): Diagnostic {
  const range = rangeOf(text, { start, end });
  const severity = isNotice ? DiagnosticSeverity.Information : DiagnosticSeverity.Warning;
  return { range, message: printable(message, '\n'), severity, source: 'zonewright' };
}

/** One finding in the words of the protocol. */
export function diagnosticOf(session: SessionParts, shown: Shown, version: number): Diagnostic {
  const { client, store } = session;
  const { rule, message, range, related, finding } = shown;
  const key = finding ? store.names.text(finding.key) : undefined;
  const data: DiagnosticData = { rule, version, ...(key === undefined ? {} : { key }) };
  return {
    range,
    message: printable(message, '\n'),
    severity: SEVERITIES[shown.severity],
    source: 'zonewright',
    code: rule,
    ...pageOf(session, rule),
    ...(client.diagnosticData ? { data } : {}),
    ...tagsOf(session, shown),
    ...relatedInformation(session, related),
  };
}

/** The address of the rule's page: one that the client opens itself, or a file. */
function pageOf({ client, host }: SessionParts, rule: string): Pick<Diagnostic, 'codeDescription'> {
  const file = client.codeDescription ? host.rulePage?.(rule) : undefined;
  const href = client.ruleLink === undefined ? file : client.ruleLink + rule;
  return href === undefined ? {} : { codeDescription: { href } };
}

/** What does nothing is faded, what is no longer used is struck through, where it stands itself. */
function tagsOf({ client }: SessionParts, { rule, primary }: Shown): Pick<Diagnostic, 'tags'> {
  const tag = primary && client.diagnosticTags ? ruleOf(rule)?.tag : undefined;
  return tag ? { tags: [tag === 'unnecessary' ? DiagnosticTag.Unnecessary : DiagnosticTag.Deprecated] } : {};
}

function relatedInformation(
  session: SessionParts,
  related: readonly ShownRelated[],
): Pick<Diagnostic, 'relatedInformation'> {
  if (!session.client.relatedInformation || related.length === 0) return {};
  return {
    relatedInformation: related.map((other) => ({
      location: { uri: session.uri(other.path), range: other.range },
      message: printable(other.message, '\n'),
    })),
  };
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

function severestFirst(shown: readonly Shown[]): Shown[] {
  return [...shown].sort((a, b) => SEVERITIES[a.severity] - SEVERITIES[b.severity]).slice(0, MOST_DIAGNOSTICS - 1);
}

function summary(left: number): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: { start, end: start },
    message: phrase`${left} more findings in this file are not shown here; the command line lists them all`,
    severity: DiagnosticSeverity.Information,
    source: 'zonewright',
  };
}

/** The version of a text alone does not make another report of it. */
function withoutVersion(key: string, value: unknown): unknown {
  return key === 'version' ? undefined : value;
}
