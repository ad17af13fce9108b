import { type ExtensionContext, env, type LogOutputChannel, Uri, window, workspace } from 'vscode';
import { type BaseLanguageClient, type LanguageClientOptions, State } from 'vscode-languageclient';
import { languageIds, settingsSection } from '../shared/commands.ts';
import type { InitializationOptions } from '../shared/protocol.ts';
import { registerCommands } from './commands.ts';
import { offerTextEditor } from './custom-editors.ts';
import { detectByContent } from './detect.ts';
import { serveFiles } from './files.ts';
import { openRulePages, ruleLink } from './rule-pages.ts';
import { showStatus } from './status.ts';

/** Makes a client for the server that fits the extension host. */
export type MakeClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** Documents of other schemes are copies of files (a version in git, a notebook's output): they are no zones. */
const FILE_SCHEMES = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web'];

/**
 * The running extension.
 *
 * Invariant: `client` is the client of the server that runs or is being started.
 */
export class Extension {
  readonly context: ExtensionContext;
  readonly output: LogOutputChannel;
  readonly #makeClient: MakeClient;
  #client: BaseLanguageClient;

  constructor(context: ExtensionContext, makeClient: MakeClient) {
    this.context = context;
    this.#makeClient = makeClient;
    this.output = window.createOutputChannel('Zonewright', { log: true });
    this.#client = this.#newClient();
  }

  get client(): BaseLanguageClient {
    return this.#client;
  }

  /** Registers what the editor shows, then starts the server. */
  async start(): Promise<void> {
    this.context.subscriptions.push(
      this.output,
      ...registerCommands(this),
      openRulePages(this.context),
      detectByContent(this.context),
      offerTextEditor(this.context),
      showStatus(this),
    );
    await this.#startClient();
  }

  async stop(): Promise<void> {
    if (this.#client.state !== State.Stopped) await this.#client.stop();
  }

  /** Ends the server and starts a new one, which reads everything again. */
  async restart(): Promise<void> {
    await this.stop();
    await this.#client.dispose();
    this.#client = this.#newClient();
    await this.#startClient();
  }

  async #startClient(): Promise<void> {
    serveFiles(this.#client);
    await this.#client.start();
  }

  #newClient(): BaseLanguageClient {
    const initializationOptions: InitializationOptions = {
      editor: 'vscode',
      servesFiles: true,
      ruleLink: ruleLink(env.uriScheme),
    };
    const client = this.#makeClient({
      documentSelector: documentSelector(),
      initializationOptions,
      outputChannel: this.output,
      diagnosticPullOptions: { onChange: true, onTabs: false },
      // A path that people can type, as the server writes it into settings and messages.
      uriConverters: { code2Protocol: (uri) => uri.toString(), protocol2Code: (text) => Uri.parse(text) },
    });
    return client;
  }
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
