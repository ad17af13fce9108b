import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { shapes } from './checker-shapes.ts';
import { generatePair } from './generate.ts';

/** So often each request is asked; the table has the median of how long it kept the server busy at a stretch, and the worst. */
const ROUNDS = 5;
const KEYS = 300;
/** Documents that are opened at once before a question. */
const FLOOD = 3000;

/** What must not be exceeded with a million records, in milliseconds; what is, is told in the table and at the end. */
const MOST = { busy: 50, settled: 3000, key: 10, flood: 50 } as const;
/** Resident memory on pairs, in MiB: 1.2 times that of the first version that was measured so. */
const MOST_MEMORY = 630;
const missed: string[] = [];

/**
 * Every request of an editor on a zone of so many records, over a real server process: for how long it keeps the server
 * from all else, how long its answer takes, and how large that is. `npm run build && npx tsx bench/requests.ts 1000000
 * [pairs|signed|hosting mix|flood] [SERVER.js] [REQUEST]`.
 */
async function main(count: number, only: string | undefined, program: string): Promise<void> {
  for (const name of ['pairs', 'signed', 'hosting mix']) {
    if (only !== undefined && only !== name) continue;
    const folder = mkdtempSync(path.join(tmpdir(), 'zonewright-bench-'));
    const file = await zoneOf(name, folder, count);
    await measure(name, { folder, file, program });
    rmSync(folder, { recursive: true, force: true });
  }
  if (only === undefined || only === 'flood') await flood(program);
  console.log(missed.length === 0 ? '\nAll is within its target.' : `\nNot within its target:\n${missed.join('\n')}`);
}

/** Gives a figure in milliseconds, marked where it is more than its target, and notes that. */
function judged(what: string, milliseconds: number, most: number): string {
  const text = `${milliseconds.toFixed(1)} ms`;
  if (milliseconds <= most) return text;
  missed.push(`- ${what}: ${text}, target ${most} ms`);
  return `**${text}**`;
}

/** Writes the zones of a shape; gives the file that is opened. */
async function zoneOf(name: string, folder: string, count: number): Promise<string> {
  if (name === 'pairs') return (await generatePair(folder, count)).forward;
  const files = shapes.find((shape) => shape.name === name)?.files(count) ?? new Map<string, string>();
  for (const [file, text] of files) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return path.join(folder, 'example.com.zone');
}

interface Measured {
  readonly longest: number;
  readonly used: number;
  readonly rss: number;
  readonly peak: number;
}

/** A server process with its client. */
class Editor {
  readonly client: ProtocolConnection;
  readonly uri: string;
  readonly #process: ChildProcess;
  #version = 1;

  constructor(program: string, file: string) {
    const preload = path.join(import.meta.dirname, 'loop-delay.mjs');
    this.#process = spawn('node', ['--import', preload, program, '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
    });
    const { stdin, stdout } = this.#process;
    if (!stdin || !stdout) throw new Error('the server has no pipes');
    this.client = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.client.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
    for (const quiet of ['client/registerCapability', 'window/workDoneProgress/create', 'workspace/diagnostic/refresh'])
      this.client.onRequest(quiet, () => null);
    this.client.listen();
    this.uri = pathToFileURL(file).href;
  }

  /** How busy the server was since this was asked last. */
  state(): Promise<Measured> {
    return new Promise((resolve) => {
      this.#process.once('message', (message) => resolve(message as Measured));
      this.#process.send('state');
    });
  }

  async start(folder: string, file: string): Promise<void> {
    await this.client.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: pathToFileURL(folder).href,
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'bench' }],
      capabilities: {
        textDocument: {
          diagnostic: {},
          codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
        },
        workspace: { diagnostics: { refreshSupport: true } },
      },
    });
    await this.client.sendNotification(InitializedNotification.type, {});
    await this.open(this.uri, readFileSync(file, 'utf8'));
  }

  open(uri: string, text: string): Promise<void> {
    const textDocument = { uri, languageId: 'dns-zone', version: 1, text };
    return this.client.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  type(line: number, character: number, text: string): Promise<void> {
    const at = { line, character };
    return this.client.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: this.uri, version: ++this.#version },
      contentChanges: [{ range: { start: at, end: text === '' ? { line, character: character + 1 } : at }, text }],
    });
  }

  /** Waits until the server rests for half a second; gives the milliseconds until it began to, and what it used till then. */
  async settled(since: number): Promise<{ clock: number; used: number }> {
    let { used } = await this.state();
    let rested = performance.now();
    for (let looked = rested; looked - rested < 500; ) {
      await pause(50);
      const state = await this.state();
      const now = performance.now();
      if (state.used - used > 0.06 * (now - looked)) rested = now;
      used = state.used;
      looked = now;
    }
    return { clock: rested - since, used };
  }

  kill(): void {
    this.#process.kill();
  }
}

async function measure(
  name: string,
  { folder, file, program }: { folder: string; file: string; program: string },
): Promise<void> {
  const editor = new Editor(program, file);
  const begin = performance.now();
  await editor.start(folder, file);
  const settled = await editor.settled(begin);
  await editor.client.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: editor.uri } });
  const { rss, peak } = await editor.state();
  const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);
  const isLarge = name === 'pairs' && megabytes(rss) > MOST_MEMORY;
  if (isLarge) missed.push(`- ${name}, resident: ${megabytes(rss)} MiB, target ${MOST_MEMORY} MiB`);
  console.log(`\n### ${name}`);
  console.log(
    `settled ${judged(`${name}, settled`, settled.clock, MOST.settled)} after the start, of which the processor worked ${settled.used.toFixed(0)} ms; resident ${megabytes(rss)} MiB, at most ${megabytes(peak)} MiB`,
  );
  console.log('| request | busy at a stretch, median | longest | work in all, median | answered after | kB |');
  console.log('| --- | --- | --- | --- | --- | --- |');
  for (const [method, params] of requestsOf(editor.uri))
    if (method.includes(asked)) await askAll(name, editor, [method, params]);
  await keys(name, editor);
  editor.kill();
}

async function askAll(
  name: string,
  editor: Editor,
  [method, params]: readonly [string, (round: number) => object],
): Promise<void> {
  const busy: number[] = [];
  const times: number[] = [];
  const work: number[] = [];
  let size = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const { used } = await editor.state();
    const before = performance.now();
    const answer = await editor.client.sendRequest(method.split(' ')[0] ?? method, params(round)).catch(String);
    times.push(performance.now() - before);
    const state = await editor.state();
    work.push(state.used - used);
    busy.push(state.longest);
    size = JSON.stringify(answer ?? null).length;
    if (method.startsWith('textDocument/semanticTokens/full') && answer && typeof answer === 'object')
      lastResult = String((answer as { resultId?: string }).resultId);
  }
  const longest = judged(`${name}, ${method}`, part(busy, 1), MOST.busy);
  const row = [method, share(busy, 0.5), longest, share(work, 0.5), share(times, 0.5), (size / 1000).toFixed(1)];
  console.log(`| ${row.join(' | ')} |`);
}

/** Only requests with this in their names. */
const asked = process.argv[5] ?? '';
let lastResult = '0';
const MIDDLE = 100_000;

/** The requests, asked in the middle of the file unless they are about the whole. */
function requestsOf(uri: string): [string, (round: number) => object][] {
  const textDocument = { uri };
  const at = (round: number) => ({ line: MIDDLE + round * 997, character: 1 });
  const window = (round: number) => ({
    start: { line: MIDDLE + round * 997, character: 0 },
    end: { line: MIDDLE + round * 997 + 60, character: 0 },
  });
  const whole = { start: { line: 0, character: 0 }, end: { line: 10_000_000, character: 0 } };
  const placed = (round: number) => ({ textDocument, position: at(round) });
  const options = { tabSize: 8, insertSpaces: false };
  return [
    ['textDocument/hover', placed],
    ['textDocument/completion', placed],
    ['textDocument/signatureHelp', placed],
    ['textDocument/definition', placed],
    ['textDocument/references', (round) => ({ ...placed(round), context: { includeDeclaration: true } })],
    [
      'textDocument/references of the server',
      () => ({
        textDocument,
        position: { line: 3, character: 8 },
        context: { includeDeclaration: true },
      }),
    ],
    ['textDocument/documentHighlight', placed],
    ['textDocument/prepareRename', placed],
    ['textDocument/rename', (round) => ({ ...placed(round), newName: 'other' })],
    ['textDocument/selectionRange', (round) => ({ textDocument, positions: [at(round)] })],
    ['textDocument/prepareCallHierarchy', placed],
    ['textDocument/documentSymbol', () => ({ textDocument })],
    ['textDocument/foldingRange', () => ({ textDocument })],
    ['textDocument/documentLink', () => ({ textDocument })],
    ['textDocument/codeLens', () => ({ textDocument })],
    ['textDocument/inlayHint', (round) => ({ textDocument, range: window(round) })],
    ['textDocument/inlayHint of the whole', () => ({ textDocument, range: whole })],
    ['textDocument/semanticTokens/range', (round) => ({ textDocument, range: window(round) })],
    ['textDocument/semanticTokens/range of the whole', () => ({ textDocument, range: whole })],
    ['textDocument/semanticTokens/full', () => ({ textDocument })],
    ['textDocument/semanticTokens/full/delta', () => ({ textDocument, previousResultId: lastResult })],
    ['textDocument/codeAction', (round) => ({ textDocument, range: window(round), context: { diagnostics: [] } })],
    ['textDocument/codeAction of the whole', () => ({ textDocument, range: whole, context: { diagnostics: [] } })],
    ['textDocument/rangeFormatting', (round) => ({ textDocument, range: window(round), options })],
    ['textDocument/onTypeFormatting', (round) => ({ ...placed(round), ch: '\n', options })],
    ['textDocument/formatting', () => ({ textDocument, options })],
    ['textDocument/diagnostic', () => ({ textDocument })],
    ['workspace/symbol', (round) => ({ query: `host${round}9` })],
    ['zonewright/status', () => ({ uri })],
  ];
}

/** A character typed all over the file, until its findings are there. */
async function keys(name: string, editor: Editor): Promise<void> {
  const times: number[] = [];
  const work: number[] = [];
  for (let key = 0; key < KEYS; key++) {
    const line = 10 + ((key * 7919) % 900_000);
    const { used } = await editor.state();
    const before = performance.now();
    void editor.type(line, 2, key % 2 === 0 ? 'x' : 'y');
    await editor.client.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: editor.uri } });
    times.push(performance.now() - before);
    work.push((await editor.state()).used - used);
  }
  const most = judged(`${name}, a key with its findings, 95th percentile`, part(work, 0.95), MOST.key);
  console.log(
    `a key until the findings of the file are there, processor: median ${share(work, 0.5)}, 95th percentile ${most}, longest ${share(work, 1)}; by the clock ${share(times, 0.5)}, ${share(times, 0.95)}, ${share(times, 1)}`,
  );
}

/** A hover behind many documents that are opened at once, in a server that is warm: what the processor does until it is answered. */
async function flood(program: string): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'zonewright-bench-'));
  const head = '$TTL 1h\n@ IN SOA ns1 hostmaster 1 2h 15m 2w 1h\n@ IN NS ns1\nns1 IN A 192.0.2.1\n';
  const file = path.join(folder, 'example.com.zone');
  writeFileSync(file, head);
  const editor = new Editor(program, file);
  await editor.start(folder, file);
  const work: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const { used } = await editor.settled(performance.now());
    for (let at = 0; at < FLOOD; at++)
      void editor.open(`${pathToFileURL(folder).href}/z${round}-${at}.example.zone`, head);
    const position = { line: 3, character: 10 };
    await editor.client.sendRequest('textDocument/hover', { textDocument: { uri: editor.uri }, position });
    if (round > 0) work.push((await editor.state()).used - used);
  }
  editor.kill();
  rmSync(folder, { recursive: true, force: true });
  const median = judged('flood, hover', part(work, 0.5), MOST.flood);
  console.log(
    `\n### flood\na hover behind ${FLOOD} opened documents: ${median} of the processor, longest ${share(work, 1)}`,
  );
}

function part(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
}

function share(times: readonly number[], of: number): string {
  return `${part(times, of).toFixed(1)} ms`;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

void main(Number(process.argv[2] ?? 1_000_000), process.argv[3], process.argv[4] ?? 'dist/server.js');
