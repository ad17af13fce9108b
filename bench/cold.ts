import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  InitializedNotification,
  InitializeRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

const root = path.join(import.meta.dirname, '..');
/** The extension for JSON that every VS Code has: a client and a server of the same libraries. */
const json = path.join(
  root,
  '.vscode-test/server/node_modules/code-server/lib/vscode/extensions/json-language-features',
);

/** Loads a script with a stand-in for the editor's API, in which everything is there, and tells what that took. */
const LOAD = `
const Module = require('node:module');
const made = (target) => new Proxy(target, {
  get: (of, key) => (key in of || typeof key === 'symbol' ? of[key] : (of[key] = anything())),
  construct: () => made({}),
  apply: () => anything(),
});
const anything = () => made(class {});
const editor = anything(), load = Module._load;
Module._load = (id, ...rest) => (id === 'vscode' ? editor : load(id, ...rest));
const begin = process.cpuUsage();
require(process.argv[1]);
const { user, system } = process.cpuUsage(begin);
console.log((user + system) / 1000);
`;

/** A file that is opened in a folder as soon as a server runs. */
interface Opened {
  readonly folder: string;
  readonly file: string;
  readonly languageId: string;
}

/**
 * What lies between the opening of a first zone and its findings, in processor time of all threads: the extension's entry and
 * client, and the server as it is built and as the .vsix has it, without what V8 kept. Beside them, in turns, Node that does
 * nothing, and what every VS Code brings for JSON: `npm run build && npx tsx bench/cold.ts 20`, after `npm test -- vscode`.
 */
async function main(rounds: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'zonewright-bench-'));
  const unkept = path.join(folder, 'dist');
  cpSync(path.join(root, 'dist'), unkept, { recursive: true, filter: (file) => !file.endsWith('.cache') });
  writeFileSync(path.join(folder, 'broken.json'), '{ "a": 1,, }\n');
  const zone: Opened = { folder: path.join(root, 'examples'), file: 'zones/example.com.zone', languageId: 'dns-zone' };
  const broken: Opened = { folder, file: 'broken.json', languageId: 'json' };
  const rows: readonly (readonly [string, () => number | Promise<number>])[] = [
    ['Node that does nothing', nothing],
    ['our entry', () => loading(path.join(unkept, 'extension.js'))],
    ['our client', () => loading(path.join(unkept, 'client.js'))],
    ['our server, as built', () => serving(path.join(root, 'dist', 'server.js'), zone)],
    ['our server, as in the .vsix', () => serving(path.join(unkept, 'server.js'), zone)],
    ['client for JSON', () => loading(path.join(json, 'client/dist/node/jsonClientMain.js'))],
    ['server for JSON', () => serving(path.join(json, 'server/dist/node/jsonServerMain.js'), broken)],
  ];
  const measured = existsSync(json) ? rows : rows.slice(0, -2);
  const taken = measured.map((): number[] => []);
  for (let round = 0; round < rounds; round++)
    for (const [index, [, measure]] of measured.entries()) taken[index]?.push(await measure());
  console.log('| what | processor, median | least |');
  console.log('| --- | --- | --- |');
  for (const [index, [name]] of measured.entries()) {
    const times = (taken[index] ?? []).sort((a, b) => a - b);
    console.log(`| ${name} | ${times[times.length >> 1]?.toFixed(0)} ms | ${times[0]?.toFixed(0)} ms |`);
  }
  rmSync(folder, { recursive: true, force: true });
}

function loading(script: string): number {
  return Number(spawnSync(process.execPath, ['-e', LOAD, script], { encoding: 'utf8' }).stdout);
}

async function nothing(): Promise<number> {
  const idle = spawn(process.execPath, ['-e', 'console.log(); setTimeout(() => {}, 60_000)']);
  await new Promise((resolve) => idle.stdout.once('data', resolve));
  const time = processorTime(idle.pid);
  idle.kill();
  return time;
}

/** Milliseconds of the processor from the start of a server until it has told the findings of a file that is opened at once. */
async function serving(script: string, { folder, file, languageId }: Opened): Promise<number> {
  const server = spawn(process.execPath, [script, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const client = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  client.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
  for (const quiet of ['client/registerCapability', 'window/workDoneProgress/create', 'workspace/diagnostic/refresh'])
    client.onRequest(quiet, () => null);
  client.listen();
  const rootUri = pathToFileURL(folder).href;
  await client.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: path.basename(folder) }],
    capabilities: { textDocument: { diagnostic: {} }, workspace: { configuration: true } },
  });
  await client.sendNotification(InitializedNotification.type, {});
  const uri = pathToFileURL(path.join(folder, file)).href;
  const textDocument = { uri, languageId, version: 1, text: readFileSync(path.join(folder, file), 'utf8') };
  await client.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  for (let count = 0; count === 0; ) {
    const report = await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    count = report.kind === 'full' ? report.items.length : 0;
  }
  const time = processorTime(server.pid);
  client.dispose();
  server.kill();
  return time;
}

/** What Linux has counted for all threads of a process, in milliseconds. */
function processorTime(id: number | undefined): number {
  const threads = readdirSync(`/proc/${id}/task`);
  const times = threads.map((thread) => readFileSync(`/proc/${id}/task/${thread}/schedstat`, 'utf8').split(' ')[0]);
  return times.reduce((sum, time) => sum + Number(time) / 1e6, 0);
}

void main(Number(process.argv[2] ?? 20));
