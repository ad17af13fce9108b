import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { generatePair } from './generate.ts';

const KEYS = 300;
const FIRST_LINE = 10;
const ORIGIN_TIME = 20_000;
/** The zones' findings: an address without PTR, said in the forward zone, and the PTRs that only count. */
const WITHOUT_PTR = 'lone IN A 10.250.0.1\n';

/**
 * What a person meets in the editor with a zone of so many records whose reverse zone is held too, over a real server
 * process: `npm run build && npx tsx bench/server.ts 1000000`.
 */
async function main(count: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'zonewright-bench-'));
  const { forward } = await generatePair(folder, count);
  appendFileSync(forward, WITHOUT_PTR);
  const server = spawn('node', ['dist/server.js', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const client = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  client.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
  client.onRequest('client/registerCapability', () => null);
  client.onRequest('window/workDoneProgress/create', () => null);
  client.onRequest('workspace/diagnostic/refresh', () => null);
  client.listen();
  const start = performance.now();
  await client.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'bench' }],
    capabilities: { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } },
  });
  await client.sendNotification(InitializedNotification.type, {});
  const uri = pathToFileURL(forward).href;
  const text = readFileSync(forward, 'utf8');
  const opened = performance.now();
  await client.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: 'dns-zone', version: 1, text },
  });
  while ((await findings(client, uri)) === 0);
  console.log(
    `first findings ${(performance.now() - opened).toFixed(0)} ms after opening, ${(performance.now() - start).toFixed(0)} ms after the start`,
  );
  await new Promise((resolve) => setTimeout(resolve, 5000));
  const editor = new Typist(client, uri);
  await keys(editor, count);
  await origin(editor);
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}

/** Types in one place, as an editor does. */
class Typist {
  readonly client: ProtocolConnection;
  readonly uri: string;
  #version = 1;

  constructor(client: ProtocolConnection, uri: string) {
    this.client = client;
    this.uri = uri;
  }

  change(range: Range, text: string): Promise<void> {
    return this.client.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: this.uri, version: ++this.#version },
      contentChanges: [{ range, text }],
    });
  }

  hover(line: number): Promise<unknown> {
    return this.client.sendRequest(HoverRequest.type, {
      textDocument: { uri: this.uri },
      position: { line, character: 2 },
    });
  }
}

/** A character typed, with a request right behind it; then the findings. */
async function keys(editor: Typist, count: number): Promise<void> {
  const answers: number[] = [];
  const reports: number[] = [];
  for (let key = 0; key < KEYS; key++) {
    const line = FIRST_LINE + ((key * 7919) % (count - 20));
    const before = performance.now();
    const changed = editor.change(at(line, 3, 3), 'x');
    const hover = editor.hover(line).then(() => answers.push(performance.now() - before));
    const report = findings(editor.client, editor.uri).then(() => reports.push(performance.now() - before));
    await Promise.all([changed, hover, report]);
  }
  console.log(`a key until a request behind it is answered: ${spread(answers)}`);
  console.log(`a key until the findings of the file are there: ${spread(reports)}`);
}

/** The $ORIGIN at the top is changed while requests come. */
async function origin(editor: Typist): Promise<void> {
  const answers: number[] = [];
  const end = performance.now() + ORIGIN_TIME;
  await editor.change(at(0, 8, 9), 'x');
  let shown = 0;
  const look = (): Promise<unknown> =>
    findings(editor.client, editor.uri).then((count) => {
      shown = count;
      return performance.now() < end ? look() : undefined;
    });
  const looked = look();
  while (performance.now() < end) {
    const before = performance.now();
    await editor.hover(5);
    answers.push(performance.now() - before);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await looked;
  console.log(`requests while a changed $ORIGIN is worked off: ${spread(answers)}; ${shown} findings shown`);
}

async function findings(client: ProtocolConnection, uri: string): Promise<number> {
  const report = await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
  return report.kind === 'full' ? report.items.length : 0;
}

function at(line: number, start: number, end: number): Range {
  return { start: { line, character: start }, end: { line, character: end } };
}

function spread(times: number[]): string {
  times.sort((a, b) => a - b);
  const share = (part: number): string => (times[Math.floor((times.length - 1) * part)] ?? Number.NaN).toFixed(1);
  return `median ${share(0.5)} ms, 95th percentile ${share(0.95)} ms, longest ${share(1)} ms (${times.length})`;
}

void main(Number(process.argv[2] ?? 1_000_000));
