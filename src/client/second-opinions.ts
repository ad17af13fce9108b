import {
  type CancellationToken,
  CancellationTokenSource,
  Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  languages,
  ProgressLocation,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { phrase } from '../language/phrase.ts';
import {
  type CheckerOpinion,
  type SecondOpinionParams,
  type SecondOpinionResult,
  secondOpinionRequest,
} from '../shared/checkers-protocol.ts';
import { settingsSection } from '../shared/commands.ts';
import type { RunningExtension } from './running.ts';
import { documentSelector } from './selectors.ts';

const SETTING = 'externalCheckers';
/** Milliseconds after which it is said that checkers are at work, with the button that stops them. */
const QUIET = 1500;

/**
 * Asks other checkers about zones that are saved, in trusted workspaces where the setting names some, and shows what they
 * say and Zonewright does not.
 */
export class SecondOpinions implements Disposable {
  readonly #extension: RunningExtension;
  readonly #found = languages.createDiagnosticCollection('zonewright-checkers');
  /** What is asked about a document; the next save of it puts an end to that. */
  readonly #asking = new Map<string, CancellationTokenSource>();
  /** What was said already of programs that are missing and the like. */
  readonly #told = new Set<string>();

  readonly #listeners: readonly Disposable[];

  constructor(extension: RunningExtension) {
    this.#extension = extension;
    this.#listeners = [
      workspace.onDidSaveTextDocument((document) => {
        this.#saved(document).catch((error) => extension.output.error(error));
      }),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(`${settingsSection}.${SETTING}`)) this.#forget();
      }),
    ];
  }

  dispose(): void {
    this.#forget();
    for (const listener of [...this.#listeners, this.#found]) listener.dispose();
  }

  async #saved(document: TextDocument): Promise<void> {
    const programs = programsFor(document);
    if (programs.length === 0) return;
    const uri = document.uri.toString();
    const source = new CancellationTokenSource();
    this.#asking.get(uri)?.cancel();
    this.#asking.set(uri, source);
    try {
      const result = await this.#ask({ uri, programs }, source);
      if (!result) return;
      for (const { uri, opinions } of result.files) this.#found.set(Uri.parse(uri), opinions.map(diagnosticOf));
      for (const problem of result.problems) this.#tell(problem);
    } finally {
      if (this.#asking.get(uri) === source) this.#asking.delete(uri);
      source.dispose();
    }
  }

  #ask(params: SecondOpinionParams, source: CancellationTokenSource): Promise<SecondOpinionResult | undefined> {
    const answer = this.#extension.askUntil<SecondOpinionResult>(source.token, secondOpinionRequest, params);
    const timer = setTimeout(() => showProgress(params.programs, answer, source), QUIET);
    return answer.finally(() => clearTimeout(timer));
  }

  #forget(): void {
    for (const source of this.#asking.values()) source.cancel();
    this.#found.clear();
    this.#told.clear();
  }

  /** Each problem is told once: the next save meets it again. */
  #tell(problem: string): void {
    this.#extension.output.warn(problem);
    if (this.#told.has(problem)) return;
    this.#told.add(problem);
    void window.showWarningMessage(problem);
  }
}

/** The checkers that the settings name; none where the workspace is not trusted, and for what is no zone. */
function programsFor(document: TextDocument): readonly string[] {
  if (!workspace.isTrusted || languages.match(documentSelector(), document) === 0) return [];
  const programs = workspace.getConfiguration(settingsSection, document.uri).get<unknown>(SETTING);
  return Array.isArray(programs) ? programs.filter((one) => typeof one === 'string') : [];
}

function showProgress(programs: readonly string[], answer: Promise<unknown>, source: CancellationTokenSource): void {
  const title = phrase`Checking with ${programs.join(', ')}`;
  void window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    (_, token: CancellationToken) => {
      token.onCancellationRequested(() => source.cancel());
      return answer.then(
        () => undefined,
        () => undefined,
      );
    },
  );
}

function diagnosticOf({ program, range, severity, message }: CheckerOpinion): Diagnostic {
  const { start, end } = range;
  const place = new Range(start.line, start.character, end.line, end.character);
  const diagnostic = new Diagnostic(place, message, SEVERITIES[severity]);
  diagnostic.source = program;
  return diagnostic;
}

const SEVERITIES: Readonly<Record<CheckerOpinion['severity'], DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
