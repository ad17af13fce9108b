import {
  type Command,
  type Disposable,
  EventEmitter,
  commands as editorCommands,
  type FileDecoration,
  type FileDecorationProvider,
  Range,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  Uri,
  window,
} from 'vscode';
import { phrase } from '../language/phrase.ts';
import { commands, zoneTreeView } from '../shared/commands.ts';
import { type ZoneTreeResult, zoneTreeRequest } from '../shared/map-protocol.ts';
import { type TreeNode, treeMarkdown, treeNodes } from '../shared/tree-nodes.ts';
import type { RunningExtension } from './running.ts';
import { copyText } from './webview.ts';

/** What decorations of entries are asked for with. */
const SCHEME = 'zonewright-tree';
/** How long after news of the server the tree is read anew, in milliseconds: it is for looking at, not for typing. */
const DELAY = 400;

/** The zones in the side bar: by view, forward and reverse, networks, mail domains, configuration files, sites. */
export class ZoneTree implements Disposable, TreeDataProvider<TreeNode>, FileDecorationProvider {
  readonly #extension: RunningExtension;
  readonly #view: TreeView<TreeNode>;
  readonly #changed = new EventEmitter<undefined>();
  readonly #decorated = new EventEmitter<undefined>();
  readonly #registered: Disposable[];
  readonly #counts = new Map<string, { readonly errors: number; readonly warnings: number }>();
  #tree: ZoneTreeResult | undefined;
  #nodes: readonly TreeNode[] = [];
  #filter = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly onDidChangeTreeData = this.#changed.event;
  readonly onDidChangeFileDecorations = this.#decorated.event;

  constructor(extension: RunningExtension) {
    this.#extension = extension;
    this.#view = window.createTreeView(zoneTreeView, { treeDataProvider: this, showCollapseAll: true });
    this.#registered = [
      this.#view,
      this.#changed,
      this.#decorated,
      window.registerFileDecorationProvider(this),
      this.#view.onDidChangeVisibility(({ visible }) => {
        if (visible) this.#readSoon(0);
      }),
      editorCommands.registerCommand(commands.refreshZones, () => this.#read()),
      editorCommands.registerCommand(commands.filterZones, () => this.#ask()),
      editorCommands.registerCommand(commands.clearZoneFilter, () => this.#setFilter('')),
      editorCommands.registerCommand(commands.copyZoneTree, () =>
        copyText(treeMarkdown(this.#nodes), phrase`The tree of zones, as Markdown,`),
      ),
    ];
    extension.onNews(() => this.#readSoon(DELAY));
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const one of this.#registered) one.dispose();
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (node) return [...node.children];
    // Looked at for the first time: that starts the server.
    if (!this.#tree) await this.#read();
    return [...this.#nodes];
  }

  getTreeItem(node: TreeNode): TreeItem {
    const isOpen = node.kind === 'view' || node.kind === 'group';
    const state = isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.None;
    const item = new TreeItem(node.label, node.children.length > 0 ? state : TreeItemCollapsibleState.None);
    item.id = node.id;
    item.description = node.description;
    item.tooltip = node.tooltip;
    item.contextValue = node.context;
    item.iconPath = new ThemeIcon(ICONS[node.context] ?? ICONS[node.kind] ?? 'list-tree', colorOf(node));
    item.resourceUri = uriOf(node);
    item.accessibilityInformation = { label: [node.label, node.description].filter((part) => part !== '').join(', ') };
    const command = commandOf(node);
    if (command) item.command = command;
    return item;
  }

  provideFileDecoration(uri: Uri): FileDecoration | undefined {
    if (uri.scheme !== SCHEME) return undefined;
    const counts = this.#counts.get(uri.path);
    const count = counts ? counts.errors + counts.warnings : 0;
    return count === 0 ? undefined : { badge: count > 99 ? '99' : String(count) };
  }

  #readSoon(delay: number): void {
    if (!this.#view.visible) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#read().catch((error) => this.#extension.output.debug(`zones: ${error}`));
    }, delay);
  }

  async #read(): Promise<void> {
    this.#tree = await this.#extension.ask<ZoneTreeResult>(zoneTreeRequest, {});
    this.#show();
  }

  #show(): void {
    if (!this.#tree) return;
    this.#nodes = treeNodes(this.#tree, this.#filter);
    this.#counts.clear();
    const count = (node: TreeNode): void => {
      this.#counts.set(uriOf(node).path, node);
      node.children.forEach(count);
    };
    this.#nodes.forEach(count);
    const found = this.#tree.zones.reduce((sum, zone) => sum + zone.errors + zone.warnings, 0);
    this.#view.badge = found === 0 ? undefined : { value: found, tooltip: phrase`${found} errors and warnings` };
    this.#view.message = this.#filter === '' ? '' : phrase`Only what has "${this.#filter}"`;
    this.#changed.fire(undefined);
    this.#decorated.fire(undefined);
  }

  async #ask(): Promise<void> {
    const filter = await window.showInputBox({
      title: phrase`Filter the Zones`,
      prompt: phrase`Part of a zone, a network, a domain or of what is said of it; empty for all`,
      value: this.#filter,
    });
    if (filter !== undefined) this.#setFilter(filter.trim());
  }

  #setFilter(filter: string): void {
    this.#filter = filter;
    void editorCommands.executeCommand('setContext', 'zonewright.zonesFiltered', filter !== '');
    this.#show();
  }
}

const ICONS: Readonly<Record<string, string>> = {
  view: 'eye',
  group: 'list-tree',
  zone: 'globe',
  reverse: 'arrow-swap',
  'reverse-map': 'arrow-swap',
  network: 'symbol-array',
  'network-unheld': 'circle-slash',
  mail: 'mail',
  configuration: 'settings-gear',
  site: 'folder',
};

/** The icon has the colour of what was found; the text has none, as what stands behind a name is too faint in it. */
function colorOf({ errors, warnings }: TreeNode): ThemeColor | undefined {
  if (errors > 0) return new ThemeColor('list.errorForeground');
  return warnings > 0 ? new ThemeColor('list.warningForeground') : undefined;
}

function uriOf(node: TreeNode): Uri {
  return Uri.from({ scheme: SCHEME, path: `/${node.id}` });
}

/** A network is drawn, all else opens its file. */
function commandOf(node: TreeNode): Command | undefined {
  if (node.kind === 'network') return { title: phrase`Map`, command: commands.showMap, arguments: [node] };
  if (node.uri === undefined) return undefined;
  const { line, character } = node.position ?? { line: 0, character: 0 };
  const options = node.position ? [{ selection: new Range(line, character, line, character) }] : [];
  return { title: phrase`Open`, command: 'vscode.open', arguments: [Uri.parse(node.uri), ...options] };
}
