import {
  type ExtensionContext,
  env,
  type LogOutputChannel,
  l10n,
  languages,
  type TextDocument,
  type CancellationToken as Token,
  type WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import {
  type BaseLanguageClient,
  CancellationToken,
  type LanguageClientOptions,
  type WorkspaceEdit as ProtocolEdit,
  State,
} from 'vscode-languageclient';
import { phrase, setLanguage } from '../language/phrase.ts';
import { hoverCommands } from '../shared/commands.ts';
import {
  type AppliedEdit,
  type InitializationOptions,
  statusChangedNotification,
  trustedNotification,
} from '../shared/protocol.ts';
import { registerCommands } from './commands.ts';
import { Commits } from './commits.ts';
import { Crashes } from './crashes.ts';
import { tellCursor } from './cursor.ts';
import { offerTextEditor } from './custom-editors.ts';
import { detectZones } from './detect.ts';
import { serveFiles } from './files.ts';
import { NameGraphs } from './graph.ts';
import type { KeyFiles } from './key-files.ts';
import { tellOfLargeFiles } from './large-files.ts';
import { LastingCommands } from './lasting-commands.ts';
import { LiveChecks } from './live.ts';
import { LiveStates } from './live-states.ts';
import { Maps } from './maps.ts';
import { reportProblem } from './report-problem.ts';
import { type Report, Reports } from './reports.ts';
import { openRulePages, ruleLink } from './rule-pages.ts';
import type { RunningExtension } from './running.ts';
import { SavedSteps } from './saved-steps.ts';
import { saving } from './saving.ts';
import { SecondOpinions } from './second-opinions.ts';
import { documentSelector } from './selectors.ts';
import { StaleFindings } from './stale-findings.ts';
import { showStatus } from './status.ts';
import { tellUnsaved } from './unsaved.ts';
import { ZoneTree } from './zone-tree.ts';

/** Makes a client for the server that fits the extension host. */
export type MakeClient = (options: LanguageClientOptions) => BaseLanguageClient;

/**
 * The running extension. The server starts with the first zone, configuration or command: that the editor shows plain
 * texts, which may turn out to be zones, is no reason yet.
 *
 * Invariant: `#starting` is the start of `#client`, undefined where it has not been started.
 */
export class Extension implements RunningExtension {
  readonly context: ExtensionContext;
  readonly output: LogOutputChannel;
  readonly keyFiles: KeyFiles | undefined;
  readonly #makeClient: MakeClient;
  readonly #commits = new Commits();
  readonly #lastingCommands = new LastingCommands();
  readonly #savedSteps = new SavedSteps();
  readonly #reports: Reports;
  readonly #listeners: (() => void)[] = [];
  readonly #stale = new StaleFindings(this);
  readonly #crashes = new Crashes({
    now: () => performance.now(),
    ask: async (message) => {
      const [restart, report] = [phrase`Restart`, phrase`Report a Problem`];
      const chosen = await window.showErrorMessage(message, restart, report);
      return chosen === restart ? 'restart' : chosen === report ? 'report' : undefined;
    },
    restart: () => this.restart(),
    report: () => reportProblem(this),
    keepFindings: () => this.#stale.keep(),
    log: (error) => this.output.error(String(error)),
  });
  #client: BaseLanguageClient;
  #starting: Promise<void> | undefined;

  constructor(context: ExtensionContext, makeClient: MakeClient, keyFiles?: KeyFiles) {
    setLanguage(env.language, l10n.bundle);
    this.context = context;
    this.#reports = new Reports(context.workspaceState);
    this.keyFiles = keyFiles;
    this.#makeClient = makeClient;
    this.output = window.createOutputChannel('Zonewright', { log: true });
    this.#client = this.#newClient();
  }

  /** The client of the running server; undefined where none runs yet. */
  get running(): BaseLanguageClient | undefined {
    return this.#client.state === State.Running ? this.#client : undefined;
  }

  /** The client of the server, which is started where it does not run. */
  async client(): Promise<BaseLanguageClient> {
    this.#starting ??= this.#startClient();
    await this.#starting;
    return this.#client;
  }

  /** Asks the server. */
  async ask<R>(method: string, params: object): Promise<R> {
    const client = await this.client();
    return client.sendRequest<R>(method, params);
  }

  /** As `ask`, but undefined where `token` is cancelled before the answer is there. */
  async askUntil<R>(token: Token, method: string, params: object): Promise<R | undefined> {
    const client = await this.client();
    try {
      const answer = await client.sendRequest<R>(method, params, token);
      return token.isCancellationRequested ? undefined : answer;
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      throw error;
    }
  }

  /** An edit of the protocol as the editor has it. */
  async edit(edit: unknown): Promise<WorkspaceEdit> {
    const client = await this.client();
    return client.protocol2CodeConverter.asWorkspaceEdit(edit as ProtocolEdit);
  }

  /** Shows a text that was made for it, which nobody has to save. */
  showReport(report: Report): Promise<void> {
    return this.#reports.show(report);
  }

  /** Calls back whenever the server runs, and what it knows of files may be other than before. */
  onNews(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Registers what the editor shows, and starts the server with `startsServer`, or where a document is to be served. */
  start(startsServer: boolean): void {
    const liveStates = new LiveStates();
    this.context.subscriptions.push(
      this.output,
      this.#lastingCommands,
      this.#stale,
      this.#savedSteps,
      this.#reports,
      this.#commits,
      ...registerCommands(this),
      openRulePages(this.context),
      detectZones(this),
      offerTextEditor(this.context),
      tellOfLargeFiles(this),
      liveStates,
      new LiveChecks(this, liveStates),
      ...tellCursor(this),
      new Maps(this, liveStates),
      new NameGraphs(this),
      new SecondOpinions(this),
      new ZoneTree(this),
      showStatus(this),
      workspace.onDidGrantWorkspaceTrust(() => this.#tellTrusted()),
      workspace.onDidOpenTextDocument((document) => {
        if (isServed(document)) this.#startQuietly();
      }),
    );
    if (startsServer || workspace.textDocuments.some(isServed)) this.#startQuietly();
  }

  async stop(): Promise<void> {
    await this.#starting?.catch(() => undefined);
    if (this.#client.state === State.Running) await this.#client.stop();
    this.#starting = undefined;
  }

  /** Ends the server and starts a new one, which reads everything again. */
  async restart(): Promise<void> {
    await this.stop();
    await this.#client.dispose();
    this.#client = this.#newClient();
    await this.client();
  }

  /** A server that runs already may link to commands from now on. */
  #tellTrusted(): void {
    if (this.#client.state !== State.Running) return;
    this.#client.sendNotification(trustedNotification).catch((error) => this.output.error(error));
  }

  #startQuietly(): void {
    this.client().catch((error) => this.output.error(error));
  }

  async #startClient(): Promise<void> {
    const client = this.#client;
    serveFiles(client);
    this.#commits.serve(client);
    const tell = () => {
      for (const listener of this.#listeners) listener();
    };
    client.onNotification(statusChangedNotification, tell);
    await client.start();
    tell();
  }

  /** What the editor is about to make of an answer. */
  #expected<T extends WorkspaceEdit | null | undefined>(edit: T): T {
    if (edit) this.#savedSteps.expect(edit);
    return edit;
  }

  #newClient(): BaseLanguageClient {
    const initializationOptions: InitializationOptions = {
      editor: 'vscode',
      servesFiles: true,
      knowsCommits: true,
      ruleLink: ruleLink(env.uriScheme),
      isTrusted: workspace.isTrusted,
      ...(l10n.bundle === undefined ? {} : { language: { tag: env.language, texts: l10n.bundle } }),
    };
    return this.#makeClient({
      documentSelector: documentSelector(),
      initializationOptions,
      outputChannel: this.output,
      // The server's links in hovers; no text of a file becomes one, and no other command can be run by one.
      markdown: { isTrusted: { enabledCommands: [...hoverCommands] } },
      errorHandler: this.#crashes,
      diagnosticPullOptions: { onChange: true, onTabs: false },
      middleware: {
        provideCodeActions: async (document, range, context, token, next) => {
          const answer = await next(document, range, context, token);
          this.#lastingCommands.keep(answer ?? []);
          return answer;
        },
        provideRenameEdits: async (document, position, newName, token, next) =>
          this.#expected(await next(document, position, newName, token)),
        resolveCodeAction: async (item, token, next) => {
          const action = await next(item, token);
          this.#expected(action?.edit);
          return action;
        },
        workspace: {
          // What the server changes by itself, such as a serial in another file, nobody may be looking at.
          handleApplyEdit: async (params, next) => {
            const { edit, saves }: AppliedEdit & typeof params = params;
            const save = saves ? await saving(await this.edit(edit)) : undefined;
            const result = await next(params, CancellationToken.None);
            await save?.();
            const changes = edit.documentChanges ?? [];
            void tellUnsaved(changes.flatMap((change) => ('textDocument' in change ? [change.textDocument.uri] : [])));
            return result;
          },
        },
      },
    });
  }
}

function isServed(document: TextDocument): boolean {
  return languages.match(documentSelector(), document) > 0;
}
