import {
  type Disposable,
  commands as editorCommands,
  Hover,
  l10n,
  languages,
  MarkdownString,
  ViewColumn,
  type WebviewPanel,
  window,
} from 'vscode';
import { phrase } from '../language/phrase.ts';
import { commands, pageTypes } from '../shared/commands.ts';
import { type NameGraphParams, type NameGraphResult, nameGraphRequest } from '../shared/map-protocol.ts';
import { cursorPlace } from './cursor.ts';
import { graphPage } from './graph-page.ts';
import type { RunningExtension } from './running.ts';
import { zoneSelector } from './selectors.ts';
import { nonce, openPlace, pageScript } from './webview.ts';

/** The graph of a name: who points here and where it leads, a step at a time. One panel, used again. */
export class NameGraphs implements Disposable {
  readonly #extension: RunningExtension;
  readonly #registered: Disposable[];
  #panel: WebviewPanel | undefined;
  #shown: NameGraphResult | undefined;

  constructor(extension: RunningExtension) {
    this.#extension = extension;
    this.#registered = [
      editorCommands.registerCommand(commands.showGraph, (name?: unknown) => this.#show(name)),
      languages.registerHoverProvider(zoneSelector(), {
        provideHover: async (document, { line, character }) => {
          const params = { uri: document.uri.toString(), position: { line, character }, isExact: true };
          const graph = await this.#extension.running?.sendRequest<NameGraphResult>(nameGraphRequest, params);
          return graph && graph.problem === undefined ? new Hover(linksOf(graph)) : undefined;
        },
      }),
      window.registerWebviewPanelSerializer(pageTypes.graph, {
        deserializeWebviewPanel: async (panel, state: { readonly name?: string } | undefined) => {
          this.#shown = undefined;
          await this.#adopt(panel, state?.name ?? '');
        },
      }),
    ];
  }

  dispose(): void {
    this.#panel?.dispose();
    for (const one of this.#registered) one.dispose();
  }

  /** The name that is given, else what stands at the cursor, else one that is asked for. */
  async #show(given: unknown): Promise<void> {
    const params = typeof given === 'string' ? { name: given } : cursor();
    let graph = params && (await this.#ask(params));
    if (!graph || graph.problem !== undefined) {
      const name = await window.showInputBox({
        title: phrase`Who points here, and where does it lead?`,
        prompt: graph?.problem ?? phrase`A name or an address`,
        placeHolder: 'mail.example.com',
      });
      if (!name) return;
      graph = await this.#ask({ name });
    }
    if (graph.problem !== undefined) return void window.showInformationMessage(graph.problem);
    this.#shown = graph;
    if (!this.#panel) {
      const options = { enableScripts: true, localResourceRoots: [] };
      const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
      await this.#adopt(window.createWebviewPanel(pageTypes.graph, phrase`Graph`, place, options), graph.name);
    }
    this.#tell(graph);
  }

  #ask(params: NameGraphParams): Promise<NameGraphResult> {
    return this.#extension.ask<NameGraphResult>(nameGraphRequest, params);
  }

  /**
   * Fills a panel. The page says when it listens, again each time it was hidden: the editor shows the page of the last
   * session only when this is over, so it is not waited for here.
   */
  async #adopt(panel: WebviewPanel, name: string): Promise<void> {
    this.#panel = panel;
    panel.onDidDispose(() => {
      this.#panel = undefined;
    });
    const script = await pageScript(this.#extension.context.extensionUri, 'graph-view');
    panel.webview.onDidReceiveMessage((message: unknown) => {
      this.#hear(message, name).catch((error) => this.#extension.output.error(error));
    });
    panel.webview.options = { enableScripts: true, localResourceRoots: [] };
    panel.webview.html = graphPage({ nonce: nonce(), script, texts: l10n.bundle });
  }

  async #walk(params: NameGraphParams): Promise<void> {
    const graph = await this.#ask(params);
    if (graph.problem !== undefined) void window.showInformationMessage(graph.problem);
    else this.#tell(graph);
  }

  #tell(graph: NameGraphResult): void {
    this.#shown = graph;
    if (!this.#panel) return;
    this.#panel.title = phrase`Graph ${graph.name}`;
    this.#panel.reveal(undefined, true);
    void this.#panel.webview.postMessage({ is: 'graph', graph });
  }

  async #hear(message: unknown, first: string): Promise<void> {
    if (typeof message !== 'object' || message === null) return;
    if (isOf(message, 'ready')) return this.#shown ? this.#tell(this.#shown) : this.#walk({ name: first });
    if ('name' in message && typeof message.name === 'string' && isOf(message, 'walk'))
      await this.#walk({ name: message.name });
    if (isOf(message, 'map') && this.#shown?.isAddress)
      await editorCommands.executeCommand(commands.showMap, this.#shown.name);
    if (!isOf(message, 'open') || !('side' in message) || !('index' in message)) return;
    const edges = message.side === 'from' ? this.#shown?.from : this.#shown?.to;
    const place = typeof message.index === 'number' ? edges?.[message.index]?.place : undefined;
    if (place) await openPlace(place);
  }
}

/** Links to the graph and, of an address, to the map: a line below what else is said of the word. */
function linksOf({ name, isAddress, from, to }: NameGraphResult): MarkdownString {
  const link = (title: string, command: string): string =>
    `[${title}](command:${command}?${encodeURIComponent(JSON.stringify([name]))})`;
  const links = [link(phrase`Graph: ${from.length} to here, ${to.length} from here`, commands.showGraph)];
  if (isAddress) links.push(link(phrase`Map of its network`, commands.showMap));
  const text = new MarkdownString(links.join(' | '));
  text.isTrusted = { enabledCommands: [commands.showGraph, commands.showMap] };
  return text;
}

function isOf(message: unknown, does: string): boolean {
  return typeof message === 'object' && message !== null && 'does' in message && message.does === does;
}

function cursor(): NameGraphParams | undefined {
  const editor = window.activeTextEditor;
  if (!editor || languages.match(zoneSelector(), editor.document) === 0) return undefined;
  return cursorPlace();
}
