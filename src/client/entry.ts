import {
  type Disposable,
  type ExtensionContext,
  commands as editorCommands,
  languages,
  type Tab,
  TabInputCustom,
  TabInputText,
  TabInputWebview,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { commands, pageTypes, zoneTreeView } from '../shared/commands.ts';
import { mayHoldZone } from './detect.ts';
import { documentSelector } from './selectors.ts';

/** What the rest of the extension is to the entry. */
export interface LoadedClient {
  /**
   * Registers all there is, and with `startsServer` begins to serve. Nothing is waited for: between the stand-ins and the
   * commands themselves there is no moment in which a command is unknown.
   */
  activate(context: ExtensionContext, startsServer: boolean): void;
  deactivate(): Promise<void>;
  /** Opens what an address names that the editor handed to the extension. */
  handleUri(context: ExtensionContext, uri: Uri): Promise<void>;
}

/** Why the client is loaded: there is something to serve, or a command or address asks for it. */
type Cause = 'zone' | 'asked';

/** Files whose tab is reason enough: other editors take them, or the editor shows them to no extension. */
const ZONE_TAB = /\.(?:zone|zonefile|arpa|soa|db|dns|signed)$|\/db\.[^/]+$/i;
const CONFIGURATION_FILES = '**/{named.conf,named.conf.local,nsd.conf,knot.conf,Corefile,zonewright.json}';

/**
 * What an editor window runs of the extension until there is a zone, a configuration, or a command: a look at what is
 * opened. The client, with all that it is made of, is loaded then and not before.
 *
 * Invariant: `#loading` is the one load of the client, undefined before; the stand-ins are gone once it is loaded.
 */
export class Entry {
  readonly #context: ExtensionContext;
  readonly #load: () => Promise<LoadedClient>;
  #standIns: Disposable[] = [];
  #loading: Promise<LoadedClient> | undefined;

  constructor(context: ExtensionContext, load: () => Promise<LoadedClient>) {
    this.#context = context;
    this.#load = load;
  }

  /** Looks at what is open, and then at what is opened; nothing is waited for. */
  start(): void {
    const isServed = (document: TextDocument): boolean =>
      languages.match(documentSelector(), document) > 0 || mayHoldZone(document, this.#context);
    this.#standIns = [
      ...this.#commandNames().map((name) =>
        editorCommands.registerCommand(name, async (...args: unknown[]) => {
          await this.#client('asked');
          return editorCommands.executeCommand(name, ...args);
        }),
      ),
      window.registerUriHandler({
        handleUri: async (uri) => (await this.#client('asked')).handleUri(this.#context, uri),
      }),
      // Asked when somebody looks at the tree; the client has a provider of its own.
      window.registerTreeDataProvider<never>(zoneTreeView, {
        getTreeItem: (item) => item,
        getChildren: async () => {
          await this.#client('zone');
          return [];
        },
      }),
      workspace.onDidOpenTextDocument((document) => this.#lookAt(isServed(document))),
      window.tabGroups.onDidChangeTabs(({ opened }) => this.#lookAt(opened.some(isZoneTab))),
    ];
    const hasZone =
      workspace.textDocuments.some(isServed) || window.tabGroups.all.some(({ tabs }) => tabs.some(isZoneTab));
    if (hasZone) this.#lookAt(true);
    else if (workspace.workspaceFolders !== undefined)
      workspace.findFiles(CONFIGURATION_FILES, undefined, 1).then(
        (found) => this.#lookAt(found.length > 0),
        () => undefined,
      );
  }

  /** Ends what was loaded. */
  async stop(): Promise<void> {
    await (await this.#loading)?.deactivate();
  }

  #lookAt(isReason: boolean): void {
    if (isReason) this.#client('zone').catch((error: unknown) => console.error('Zonewright could not start', error));
  }

  /** The client, loaded and active. */
  #client(cause: Cause): Promise<LoadedClient> {
    this.#loading ??= this.#begin(cause);
    return this.#loading;
  }

  async #begin(cause: Cause): Promise<LoadedClient> {
    const client = await this.#load();
    for (const standIn of this.#standIns.splice(0)) standIn.dispose();
    client.activate(this.#context, cause === 'zone');
    return client;
  }

  /** The commands that people run, and the one behind links. */
  #commandNames(): string[] {
    const { contributes } = this.#context.extension.packageJSON as {
      readonly contributes: { readonly commands: readonly { readonly command: string }[] };
    };
    return [...contributes.commands.map(({ command }) => command), commands.showRule];
  }
}

function isZoneTab({ input }: Tab): boolean {
  // A map or a graph of the last session, which the client fills; the editor puts words of its own before the type.
  if (input instanceof TabInputWebview) return Object.values(pageTypes).some((type) => input.viewType.endsWith(type));
  return (input instanceof TabInputCustom || input instanceof TabInputText) && ZONE_TAB.test(input.uri.path);
}
