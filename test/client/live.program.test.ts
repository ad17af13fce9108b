import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CheckLiveResult, LiveRow } from '../../src/shared/live-protocol.ts';
import { clientModule } from '../support/client-module.ts';

const load = clientModule('live');

function row(address: string, verdict: string, severity: LiveRow['severity'], line: number): LiveRow {
  const place = {
    uri: 'file:///workspace/example.com.zone',
    start: { line, character: 0 },
    end: { line, character: 9 },
  };
  return { address, published: '', held: '', verdict, severity, advice: 'advice', who: '', request: '', place };
}

test('faults are findings at their records, and what is not known is none', async () => {
  const found = new Map<string, { readonly message: string }[]>();
  const ran = new Map<string, (asked: string) => Promise<void>>();
  const silent = () => ({ dispose: () => {} });
  class Any {}
  class Diagnostic {
    readonly message: string;
    constructor(_range: object, message: string) {
      this.message = message;
    }
  }
  const panel = { webview: { html: '', onDidReceiveMessage: silent }, onDidDispose: silent, reveal: () => {} };
  const vscode = {
    Diagnostic,
    DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2 },
    ProgressLocation: {},
    Range: Any,
    Uri: { parse: (text: string) => text },
    ViewColumn: {},
    commands: {
      executeCommand: async () => {},
      registerCommand: (name: string, run: (asked: string) => Promise<void>) => {
        ran.set(name, run);
        return silent();
      },
    },
    l10n: {},
    languages: {
      createDiagnosticCollection: () => ({
        clear: () => found.clear(),
        set: (uri: string, items: { readonly message: string }[]) => found.set(uri, items),
      }),
    },
    window: {
      createWebviewPanel: () => panel,
      withProgress: (_options: object, work: (progress: object, token: object) => Promise<unknown>) => work({}, {}),
    },
    workspace: { isTrusted: true, getConfiguration: () => ({ get: (_key: string, rest: unknown) => rest }) },
  };
  const rows = [row('192.0.2.10', 'missing', 'error', 3), row('192.0.2.11', 'unknown', 'information', 4)];
  const result: CheckLiveResult = { rows, zones: [], notes: [], summary: '' };
  const { LiveChecks } = load(vscode) as { LiveChecks: new (extension: object, states: object) => object };
  new LiveChecks(
    { client: async () => ({ onNotification: silent }), askUntil: async () => result },
    { take: () => {} },
  );
  await ran.get('zonewright.checkLiveWords')?.('192.0.2.10 192.0.2.11');
  assert.deepEqual(
    [...found.values()].flat().map(({ message }) => message),
    ['192.0.2.10 missing: advice'],
  );
  assert.match(panel.webview.html, /192\.0\.2\.11/, 'the table has it');
});
