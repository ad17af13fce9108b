import {
  type ExtensionContext,
  env,
  type LogOutputChannel,
  languages,
  type TextDocument,
  type WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import {
  type BaseLanguageClient,
  type LanguageClientOptions,
  type WorkspaceEdit as ProtocolEdit,
  State,
} from 'vscode-languageclient';
import { languageIds, settingsSection } from '../shared/commands.ts';
import type { InitializationOptions } from '../shared/protocol.ts';
import { registerCommands } from './commands.ts';
import { Commits } from './commits.ts';
import { offerTextEditor } from './custom-editors.ts';
import { detectByContent } from './detect.ts';
import { serveFiles } from './files.ts';
import { tellOfLargeFiles } from './large-files.ts';
import { openRulePages, ruleLink } from './rule-pages.ts';
import { showStatus } from './status.ts';

/** Makes a client for the server that fits the extension host. */
export type MakeClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** Documents of other schemes are copies of files (a version in git, a notebook's output): they are no zones. */
const FILE_SCHEMES = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web'];

/**
 * The running extension. The server starts with the first zone, configuration or command: that the editor shows plain
 * texts, which may turn out to be zones, is no reason yet.
 *
 * Invariant: `#starting` is the start of `#client`, undefined where it has not been started.
 */
export class Extension {
  readonly context: ExtensionContext;
  readonly output: LogOutputChannel;
  readonly #makeClient: MakeClient;
  readonly #commits = new Commits();
  readonly #started: ((client: BaseLanguageClient) => void)[] = [];
  #client: BaseLanguageClient;
  #starting: Promise<void> | undefined;

  constructor(context: ExtensionContext, makeClient: MakeClient) {
    this.context = context;
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

  /** An edit of the protocol as the editor has it. */
  async edit(edit: unknown): Promise<WorkspaceEdit> {
    const client = await this.client();
    return client.protocol2CodeConverter.asWorkspaceEdit(edit as ProtocolEdit);
  }

  /** Calls back with each client before its server starts. */
  onStart(listener: (client: BaseLanguageClient) => void): void {
    this.#started.push(listener);
  }

  /** Registers what the editor shows, and starts the server where there is something to serve. */
  async start(): Promise<void> {
    this.context.subscriptions.push(
      this.output,
      ...registerCommands(this),
      openRulePages(this.context),
      detectByContent(this.context),
      offerTextEditor(this.context),
      tellOfLargeFiles(),
      showStatus(this),
      workspace.onDidOpenTextDocument((document) => {
        if (isServed(document)) this.#startQuietly();
      }),
    );
    this.#commits.watch(this.context.subscriptions).catch((error) => this.output.error(error));
    if (workspace.textDocuments.some(isServed) || (await hasConfiguration())) await this.client();
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

  #startQuietly(): void {
    this.client().catch((error) => this.output.error(error));
  }

  async #startClient(): Promise<void> {
    const client = this.#client;
    serveFiles(client);
    this.#commits.serve(client);
    for (const listener of this.#started) listener(client);
    await client.start();
  }

  #newClient(): BaseLanguageClient {
    const initializationOptions: InitializationOptions = {
      editor: 'vscode',
      servesFiles: true,
      knowsCommits: true,
      ruleLink: ruleLink(env.uriScheme),
    };
    return this.#makeClient({
      documentSelector: documentSelector(),
      initializationOptions,
      outputChannel: this.output,
      diagnosticPullOptions: { onChange: true, onTabs: false },
    });
  }
}

function isServed(document: TextDocument): boolean {
  return languages.match(documentSelector(), document) > 0;
}

/** Whether the workspace holds a server's configuration, or settings of its own. */
async function hasConfiguration(): Promise<boolean> {
  const found = await workspace.findFiles(
    '**/{named.conf,named.conf.local,nsd.conf,knot.conf,Corefile,zonewright.json}',
    undefined,
    1,
  );
  return found.length > 0;
}

/** Configurations of servers: they lead to their zone files, and say which of them are missing. */
const CONFIGURATIONS = '**/{named*.conf,named.conf.*,nsd*.conf,knot*.conf,Corefile,{bind,named,nsd,knot}/**/*.conf}';

/** The documents that are served: zones in files of all kinds, and the configurations of servers. */
export function documentSelector(): ({ scheme: string; language: string } | { scheme: string; pattern: string })[] {
  return [...zoneSelector(), ...fileSchemes().map((scheme) => ({ scheme, pattern: CONFIGURATIONS }))];
}

/** Zones, in the language ids of this and of older extensions. */
export function zoneSelector(): { scheme: string; language: string }[] {
  return fileSchemes().flatMap((scheme) => languageIds.map((language) => ({ scheme, language })));
}

function fileSchemes(): string[] {
  const folders = workspace.workspaceFolders?.map((folder) => folder.uri.scheme) ?? [];
  return [...new Set([...FILE_SCHEMES, ...folders])];
}

/** A setting of the extension. */
export function setting<T>(name: string, fallback: T): T {
  return workspace.getConfiguration(settingsSection).get<T>(name, fallback);
}
