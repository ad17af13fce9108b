import {
  type Disposable,
  EventEmitter,
  commands as editorCommands,
  l10n,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { phrase } from '../language/phrase.ts';
import { commands, pageTypes } from '../shared/commands.ts';
import type { FromMapView, MapViewState, ToMapView } from '../shared/map-messages.ts';
import {
  closeMapRequest,
  type MapActionsResult,
  type MapAddressResult,
  type MapChanged,
  type MapEditResult,
  mapActionsRequest,
  mapAddressRequest,
  mapChangedNotification,
  mapEditRequest,
  type OpenMapResult,
  openMapRequest,
  type ZoneTreeResult,
  zoneTreeRequest,
} from '../shared/map-protocol.ts';
import { cursorPlace } from './cursor.ts';
import type { LiveStates } from './live-states.ts';
import { mapPage } from './map-page.ts';
import type { RunningExtension } from './running.ts';
import { copyText, nonce, openPlace, pageScript } from './webview.ts';

/** The reverse maps that are open: one panel for each network that was asked for. */
export class Maps implements Disposable {
  readonly #extension: RunningExtension;
  readonly #live: LiveStates;
  readonly #panels = new Map<string, MapPanel>();
  readonly #registered: Disposable[];
  readonly #heard = new EventEmitter<MapChanged>();
  #isHearing = false;
  #count = 0;

  constructor(extension: RunningExtension, live: LiveStates) {
    this.#extension = extension;
    this.#live = live;
    this.#registered = [
      this.#heard,
      editorCommands.registerCommand(commands.showMap, (asked?: unknown) => this.#show(asked)),
      this.#heard.event((changed) => this.#panels.get(changed.id)?.changed(changed)),
      live.onChange(() => {
        for (const panel of this.#panels.values()) panel.showPublished();
      }),
      window.registerWebviewPanelSerializer(pageTypes.map, {
        deserializeWebviewPanel: async (panel, state: MapViewState | undefined) => {
          await this.#adopt(panel, state?.network ?? '');
        },
      }),
    ];
    extension.onNews(() => this.#hear());
  }

  dispose(): void {
    for (const panel of this.#panels.values()) panel.dispose();
    for (const one of this.#registered) one.dispose();
  }

  /** Draws the network that is named, or that of an entry of the tree, or one that is asked for. */
  async #show(asked: unknown): Promise<void> {
    const network = networkOf(asked) ?? (await this.#pick());
    if (network === undefined) return;
    const panel = window.createWebviewPanel(pageTypes.map, phrase`Map ${network}`, ViewColumn.Beside, {
      enableScripts: true,
      localResourceRoots: [],
    });
    await this.#adopt(panel, network);
  }

  async #adopt(panel: WebviewPanel, network: string): Promise<void> {
    const id = `map-${++this.#count}`;
    this.#panels.set(id, new MapPanel({ id, panel, extension: this.#extension, live: this.#live }));
    panel.webview.options = { enableScripts: true, localResourceRoots: [] };
    panel.onDidDispose(() => {
      this.#panels.delete(id);
      void this.#extension.running?.sendRequest(closeMapRequest, { id });
    });
    await this.#extension.client();
    this.#hear();
    const script = await pageScript(this.#extension.context.extensionUri, 'map-view');
    panel.webview.html = mapPage(network, { nonce: nonce(), script, texts: l10n.bundle });
  }

  /** The networks in use to choose from, or one that is typed. */
  async #pick(): Promise<string | undefined> {
    const tree = await this.#extension.ask<ZoneTreeResult>(zoneTreeRequest, cursorPlace() ?? {});
    const known = tree.networks.map(({ network, view, used, agreed }) => ({
      label: network,
      description: phrase`${agreed} of ${used} in order${view === '' ? '' : phrase`, view ${view}`}`,
    }));
    const wide = tree.zones.flatMap(({ network, zone }) =>
      network === '' || known.some(({ label }) => label === network) ? [] : [{ label: network, description: zone }],
    );
    return new Promise((resolve) => {
      const picker = window.createQuickPick();
      picker.title = phrase`Which network is to be drawn?`;
      picker.placeholder = phrase`A network in use, or another one: 192.0.2.0/24`;
      const isHere = ({ label }: { readonly label: string }) => label === tree.here;
      picker.items = [...known.filter(isHere), ...wide, ...known.filter((item) => !isHere(item))];
      picker.onDidAccept(() => {
        resolve(picker.selectedItems[0]?.label ?? (picker.value.trim() || undefined));
        picker.hide();
      });
      picker.onDidHide(() => {
        resolve(undefined);
        picker.dispose();
      });
      picker.show();
    });
  }

  /** Hears of changes from the server that runs now, which may be another one than before. */
  #hear(): void {
    const client = this.#extension.running;
    if (!client) return;
    if (this.#isHearing) return;
    this.#isHearing = true;
    this.#registered.push(
      client.onNotification(mapChangedNotification, (changed: MapChanged) => this.#heard.fire(changed)),
      client.onDidChangeState(() => {
        if (client.isRunning()) return;
        this.#isHearing = false;
      }),
    );
    for (const panel of this.#panels.values()) panel.drawAgain();
  }
}

interface MapPanelParts {
  readonly id: string;
  readonly panel: WebviewPanel;
  readonly extension: RunningExtension;
  readonly live: LiveStates;
}

/** One map: what its page asks, asked of the server; what the server tells, told to the page. */
class MapPanel implements Disposable {
  readonly #parts: MapPanelParts;
  #drawn: { network: string; view: string } | undefined;

  constructor(parts: MapPanelParts) {
    this.#parts = parts;
    parts.panel.webview.onDidReceiveMessage((message: FromMapView) => {
      this.#hear(message).catch((error) => {
        parts.extension.output.error(error);
        void window.showErrorMessage(
          phrase`The map could not do that: ${error instanceof Error ? error.message : error}`,
        );
      });
    });
  }

  dispose(): void {
    this.#parts.panel.dispose();
  }

  /** The server tells of changes. */
  changed({ picture, cells, ranges }: MapChanged): void {
    if (picture) this.#tell({ is: 'picture', picture, views: [] });
    else this.#tell({ is: 'changes', cells: cells ?? [], ranges: ranges ?? [] });
    if (picture) this.showPublished();
  }

  /** Another server runs now. */
  drawAgain(): void {
    if (this.#drawn) void this.#draw(this.#drawn.network, this.#drawn.view);
  }

  showPublished(): void {
    this.#tell({ is: 'published', states: this.#parts.live.states() });
  }

  async #hear(message: FromMapView): Promise<void> {
    const { extension } = this.#parts;
    const view = this.#drawn?.view ?? '';
    switch (message.does) {
      case 'ready':
        return this.showPublished();
      case 'draw':
        return this.#draw(message.network, message.view === '' ? undefined : message.view);
      case 'describe': {
        const { address } = message;
        const { lines } = await extension.ask<MapAddressResult>(mapAddressRequest, { address, view });
        return this.#tell({ is: 'described', address, lines });
      }
      case 'open': {
        const { address, side } = message;
        const { places } = await extension.ask<MapAddressResult>(mapAddressRequest, { address, view });
        const place = places[side] ?? places[0];
        return place && openPlace(place);
      }
      case 'actions': {
        const { first, last } = message;
        const result = await extension.ask<MapActionsResult>(mapActionsRequest, { first, last, view });
        return this.#tell({ is: 'actions', first, last, ...result });
      }
      case 'edit':
        return this.#edit(message, view);
      case 'copy':
        return copyText(message.text, message.what);
      case 'save':
        return this.#save(message);
      case 'ask-live':
        return void editorCommands.executeCommand(commands.checkLiveWords, message.words);
      case 'graph':
        return void editorCommands.executeCommand(commands.showGraph, message.address);
    }
  }

  async #draw(network: string, view: string | undefined): Promise<void> {
    const { extension, panel, id } = this.#parts;
    const params = { id, network, ...(view === undefined ? {} : { view }) };
    const { picture, problem, views } = await extension.ask<OpenMapResult>(openMapRequest, params);
    if (!picture) return this.#tell({ is: 'problem', problem: problem ?? phrase`Nothing can be drawn`, views });
    this.#drawn = { network: picture.network, view: picture.view };
    panel.title = phrase`Map ${picture.network}`;
    this.#tell({ is: 'picture', picture, views });
    this.showPublished();
  }

  async #edit({ first, last, key }: Extract<FromMapView, { does: 'edit' }>, view: string): Promise<void> {
    const { extension } = this.#parts;
    const result = await extension.ask<MapEditResult>(mapEditRequest, { first, last, view, key });
    if (result.count > 0) {
      const edit = await extension.edit(result.edit);
      const isMany = result.count > 1;
      await workspace.applyEdit(edit, isMany ? { isRefactoring: true } : {});
      if (result.done) await editorCommands.executeCommand(commands.tellDone, result.done);
    }
    for (const reason of result.refused) void window.showWarningMessage(reason);
  }

  async #save({ form, data }: Extract<FromMapView, { does: 'save' }>): Promise<void> {
    const name = `map-${(this.#drawn?.network ?? '').replace(/[^0-9a-f.]+/gi, '-')}.${form}`;
    const folder = workspace.workspaceFolders?.[0]?.uri;
    const uri = await window.showSaveDialog({
      ...(folder ? { defaultUri: Uri.joinPath(folder, name) } : {}),
      filters: form === 'svg' ? { SVG: ['svg'] } : { PNG: ['png'] },
    });
    if (!uri) return;
    const bytes =
      form === 'svg' ? new TextEncoder().encode(data) : Uint8Array.from(atob(data), (code) => code.charCodeAt(0));
    await workspace.fs.writeFile(uri, bytes);
  }

  #tell(message: ToMapView): void {
    void this.#parts.panel.webview.postMessage(message);
  }
}

/** A network as commands are given it: a text, or an entry of the tree. */
function networkOf(asked: unknown): string | undefined {
  if (typeof asked === 'string' && asked !== '') return asked;
  if (typeof asked !== 'object' || asked === null || !('network' in asked)) return undefined;
  return typeof asked.network === 'string' && asked.network !== '' ? asked.network : undefined;
}
