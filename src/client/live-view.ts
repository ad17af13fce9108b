import { type Disposable, env, Position, Range, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { type TableForm, tableForms, tableText } from '../shared/live-table.ts';
import type { CheckLiveResult, LiveRow } from '../shared/protocol.ts';
import { livePage } from './live-page.ts';

const COLUMNS = ['Address', 'Published', 'Held', 'Verdict', 'Advice', 'Who to ask'];

/** The view with the results of the last live check: one panel, shown again for each check. */
export class LiveView implements Disposable {
  #panel: WebviewPanel | undefined;
  #result: CheckLiveResult | undefined;
  #again: () => void = () => {};

  /** Shows results; `again` asks the same once more. */
  show(result: CheckLiveResult, title: string, again: () => void): void {
    this.#result = result;
    this.#again = again;
    const panel = this.#panel ?? this.#open();
    panel.title = title;
    panel.webview.html = livePage(result, title, nonce());
    panel.reveal(undefined, true);
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  #open(): WebviewPanel {
    const panel = window.createWebviewPanel(
      'zonewright.live',
      'Live Check',
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, localResourceRoots: [], enableFindWidget: true },
    );
    panel.webview.onDidReceiveMessage((message: unknown) => this.#hear(message));
    panel.onDidDispose(() => {
      this.#panel = undefined;
    });
    this.#panel = panel;
    return panel;
  }

  #hear(message: unknown): void {
    if (typeof message !== 'object' || message === null || !('does' in message)) return;
    const { does } = message;
    if (does === 'again') this.#again();
    const row = 'row' in message && typeof message.row === 'number' ? this.#result?.rows[message.row] : undefined;
    if (does === 'open' && row) void open(row);
    if (does === 'request' && row) void copy(row.request, 'The request');
    if (does !== 'copy' || !('form' in message) || !('rows' in message) || !Array.isArray(message.rows)) return;
    const form = tableForms.find((one) => one === message.form);
    if (form) void copy(this.#table(message.rows, form), 'The table');
  }

  #table(indices: readonly unknown[], form: TableForm): string {
    const rows = indices.flatMap((index) => (typeof index === 'number' ? (this.#result?.rows[index] ?? []) : []));
    const cells = rows.map(({ address, published, held, verdict, advice, who }) => [
      address,
      published,
      held,
      verdict,
      advice,
      who,
    ]);
    return tableText({ columns: COLUMNS, rows: cells }, form);
  }
}

async function open({ place }: LiveRow): Promise<void> {
  if (!place) return;
  const { uri, start, end } = place;
  const selection = new Range(new Position(start.line, start.character), new Position(end.line, end.character));
  await window.showTextDocument(Uri.parse(uri), { selection, viewColumn: ViewColumn.One });
}

async function copy(text: string, what: string): Promise<void> {
  await env.clipboard.writeText(text);
  void window.showInformationMessage(`${what} is on the clipboard`);
}

function nonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return btoa(String.fromCharCode(...bytes)).replace(/[^A-Za-z0-9]/g, '0');
}
