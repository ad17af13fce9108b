import {
  Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  commands as editorCommands,
  env,
  languages,
  ProgressLocation,
  Range,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';
import { phrase } from '../language/phrase.ts';
import { commands } from '../shared/commands.ts';
import {
  type CheckLiveParams,
  type CheckLiveResult,
  checkLiveRequest,
  type LiveProgress,
  type LiveRow,
  liveProgressNotification,
  nsupdateRequest,
  reloadRequest,
} from '../shared/live-protocol.ts';
import type { DocumentParams, TextResult } from '../shared/protocol.ts';
import { cursorPlace } from './cursor.ts';
import type { LiveStates } from './live-states.ts';
import { LiveView } from './live-view.ts';
import type { RunningExtension } from './running.ts';
import { setting } from './selectors.ts';

/** What is asked, before the settings are put in. */
type Ask = Omit<CheckLiveParams, 'id' | 'resolver' | 'dnsOverHttps'>;

/** What an entry of the tree of zones is asked live as. */
interface Asked {
  readonly words?: string;
}

const SOURCE = 'zonewright live';
/** What is not known is no fault: it stands in the table alone. */
const SEVERITIES: Readonly<Record<LiveRow['severity'], DiagnosticSeverity | undefined>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: undefined,
  none: undefined,
};

/** The commands that ask the DNS. Nothing is asked unless one of them is run. */
export class LiveChecks implements Disposable {
  readonly #extension: RunningExtension;
  readonly #findings = languages.createDiagnosticCollection(SOURCE);
  readonly #view = new LiveView();
  readonly #states: LiveStates;
  readonly #registered: Disposable[];
  #count = 0;
  #isAllowed = false;

  constructor(extension: RunningExtension, states: LiveStates) {
    this.#extension = extension;
    this.#states = states;
    const handlers: Readonly<Record<string, (place?: DocumentParams & Asked) => Promise<void> | void>> = {
      [commands.checkLive]: (place) => this.#checkPlace(place),
      [commands.checkLiveZone]: () => this.#checkDocument('zone', (file) => phrase`PTR records of ${file}`),
      [commands.checkLiveWords]: (asked) => this.#checkWords(asked),
      [commands.checkPublished]: () => this.#checkDocument('published', (file) => phrase`Is ${file} published?`),
      [commands.clearLive]: () => this.#showFindings([]),
      [commands.copyNsupdate]: (place) => this.#copy(nsupdateRequest, phrase`The script for nsupdate`, place),
      [commands.copyReload]: () => this.#copy(reloadRequest, phrase`The line for the server`),
    };
    this.#registered = Object.entries(handlers).map(([name, handler]) => editorCommands.registerCommand(name, handler));
  }

  dispose(): void {
    this.#findings.dispose();
    this.#view.dispose();
    for (const one of this.#registered) one.dispose();
  }

  /** A place that is given; else the selected lines, else what stands under the cursor. */
  async #checkPlace(place?: DocumentParams): Promise<void> {
    if (place?.position) {
      const { uri, position } = place;
      return this.#check(
        { what: 'place', uri, position, authoritative: false },
        phrase`Live: line ${position.line + 1}`,
      );
    }
    const editor = window.activeTextEditor;
    if (!editor) return this.#checkWords();
    const { selection, document } = editor;
    const uri = document.uri.toString();
    if (selection.isEmpty) {
      const { line, character } = selection.active;
      const ask: Ask = { what: 'place', uri, position: { line, character }, authoritative: false };
      return this.#check(ask, phrase`Live: line ${line + 1} of ${nameOf(editor)}`);
    }
    const { start, end } = selection;
    const range = {
      start: { line: start.line, character: start.character },
      end: { line: end.line, character: end.character },
    };
    return this.#check({ what: 'lines', uri, range, authoritative: false }, phrase`Live: lines of ${nameOf(editor)}`);
  }

  async #checkDocument(what: 'zone' | 'published', title: (file: string) => string): Promise<void> {
    const editor = window.activeTextEditor;
    if (!editor) return void window.showInformationMessage(phrase`Open a zone file first`);
    const uri = editor.document.uri.toString();
    return this.#check({ what, uri, authoritative: what === 'published' }, title(nameOf(editor)));
  }

  /** The words that are given, as an entry of the tree or the map gives them; else those that a person types. */
  async #checkWords(asked?: string | Asked): Promise<void> {
    const given = typeof asked === 'string' ? asked : asked?.words;
    const text =
      given ??
      (await window.showInputBox({
        title: phrase`Check Reverse DNS Live`,
        prompt: phrase`Addresses, networks (192.0.2.0/24), hosts, domains or zones, with blanks between them`,
      }));
    const words = (text ?? '').split(/[\s,;]+/).filter((word) => word !== '');
    if (words.length === 0) return;
    return this.#check({ what: 'words', words, authoritative: false }, phrase`Live: ${words.slice(0, 3).join(' ')}`);
  }

  async #check(ask: Ask, title: string): Promise<void> {
    if (!(await this.#mayAsk())) return;
    const id = `live-${++this.#count}`;
    const params: CheckLiveParams = {
      ...ask,
      id,
      resolver: setting('live.resolver', ''),
      dnsOverHttps: setting('live.dnsOverHttps', ''),
    };
    const client = await this.#extension.client();
    const result = await window.withProgress(
      { location: ProgressLocation.Notification, title, cancellable: true },
      async (progress, token) => {
        let done = 0;
        const heard = client.onNotification(liveProgressNotification, (news: LiveProgress) => {
          if (news.id !== id || news.total === 0) return;
          progress.report({
            message: phrase`${news.done} of ${news.total}`,
            increment: (100 * (news.done - done)) / news.total,
          });
          done = news.done;
        });
        try {
          return await this.#extension.askUntil<CheckLiveResult>(token, checkLiveRequest, params);
        } finally {
          heard.dispose();
        }
      },
    );
    if (!result) return;
    if (result.problem !== undefined) return void window.showWarningMessage(result.problem);
    this.#showFindings(result.rows);
    this.#states.take(result.rows);
    this.#view.show(result, title, () => void this.#check(ask, title));
  }

  /** Names and addresses of the workspace are sent to a DNS server: in a workspace that is not trusted that is asked first. */
  async #mayAsk(): Promise<boolean> {
    if (workspace.isTrusted || this.#isAllowed) return true;
    const choice = await window.showWarningMessage(
      phrase`Ask the DNS about names and addresses of this workspace?`,
      {
        modal: true,
        detail: phrase`The workspace is not trusted. Questions with names and addresses from its files go to your DNS server, and from there to the servers of their zones. Nothing else is sent.`,
      },
      phrase`Ask the DNS`,
    );
    this.#isAllowed = choice !== undefined;
    return this.#isAllowed;
  }

  #showFindings(rows: readonly LiveRow[]): void {
    this.#findings.clear();
    const byUri = new Map<string, Diagnostic[]>();
    for (const { place, severity, address, verdict, published, advice } of rows) {
      const level = SEVERITIES[severity];
      if (!place || level === undefined) continue;
      const range = new Range(place.start.line, place.start.character, place.end.line, place.end.character);
      const said = advice === '' ? phrase`the world sees ${published}` : advice;
      const diagnostic = new Diagnostic(range, `${address} ${verdict}: ${said}`, level);
      diagnostic.source = SOURCE;
      diagnostic.code = verdict.replaceAll(' ', '-');
      byUri.set(place.uri, [...(byUri.get(place.uri) ?? []), diagnostic]);
    }
    for (const [uri, found] of byUri) this.#findings.set(Uri.parse(uri), found);
    void editorCommands.executeCommand('setContext', 'zonewright.hasLiveFindings', byUri.size > 0);
  }

  /** Copies what the server makes for a place: that of a code action, else the cursor's. */
  async #copy(method: string, what: string, place?: DocumentParams): Promise<void> {
    const params = place?.uri === undefined ? cursorPlace() : place;
    if (!params) return void window.showInformationMessage(phrase`Open a zone file first`);
    const { text, problem } = await this.#extension.ask<TextResult>(method, params);
    if (text === null) return void window.showInformationMessage(problem ?? phrase`There is nothing to copy`);
    await env.clipboard.writeText(text);
    void window.showInformationMessage(phrase`${what} is on the clipboard`);
  }
}

function nameOf({ document }: TextEditor): string {
  return workspace.asRelativePath(document.uri, false);
}
