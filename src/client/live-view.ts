import { type Disposable, ViewColumn, type WebviewPanel, window } from 'vscode';
import { laterPhrase, phrase, translated } from '../language/phrase.ts';
import type { CheckLiveResult } from '../shared/live-protocol.ts';
import { type TableForm, tableForms, tableText } from '../shared/live-table.ts';
import { livePage } from './live-page.ts';
import { copyText, nonce, openPlace } from './webview.ts';

const COLUMNS = [
  laterPhrase`Address`,
  laterPhrase`Published`,
  laterPhrase`Held`,
  laterPhrase`Verdict`,
  laterPhrase`Advice`,
  laterPhrase`Who to ask`,
];

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
      phrase`Live Check`,
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
    if (does === 'open' && row?.place) void openPlace(row.place);
    if (does === 'request' && row) void copyText(row.request, phrase`The request`);
    if (does !== 'copy' || !('form' in message) || !('rows' in message) || !Array.isArray(message.rows)) return;
    const form = tableForms.find((one) => one === message.form);
    if (form) void copyText(this.#table(message.rows, form), phrase`The table`);
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
    return tableText({ columns: COLUMNS.map(translated), rows: cells }, form);
  }
}
