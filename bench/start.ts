import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
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

/** What is started, in turns. */
const programs: readonly (readonly [string, readonly string[]])[] = [
  ['node, an empty script', ['node', '-e', '']],
  ['--version', ['node', 'dist/cli.js', '--version']],
  ['--help', ['node', 'dist/cli.js', '--help']],
  ['explain ptr-missing', ['node', 'dist/cli.js', 'explain', 'ptr-missing']],
  ['check of the examples', ['node', 'dist/cli.js', 'check', 'examples']],
];

/**
 * How much longer the command line takes than Node that does nothing: `npm run build && npx tsx bench/start.ts 40`. The
 * medians and the least of so many rounds, of the time of the processor (user and system) and of the clock.
 */
async function main(rounds: number): Promise<void> {
  const root = path.join(import.meta.dirname, '..');
  const taken = programs.map((): { cpu: number[]; wall: number[] } => ({ cpu: [], wall: [] }));
  for (let round = 0; round < rounds; round++)
    programs.forEach(([, command], index) => {
      const line = `TIMEFORMAT='%U %S %R'; time ${command.map((word) => `'${word}'`).join(' ')} >/dev/null 2>&1`;
      const { stderr } = spawnSync('bash', ['-c', line], { cwd: root, encoding: 'utf8' });
      const [user = 0, system = 0, wall = 0] = stderr.trim().split(' ').map(Number);
      taken[index]?.cpu.push((user + system) * 1000);
      taken[index]?.wall.push(wall * 1000);
    });
  const bare = taken[0];
  console.log('| program | processor, median | least | clock, median | least |');
  console.log('| --- | --- | --- | --- | --- |');
  programs.forEach(([name], index) => {
    const { cpu = [], wall = [] } = taken[index] ?? {};
    const cells = [cpu, wall].flatMap((times, kind) => {
      const base = kind === 0 ? bare?.cpu : bare?.wall;
      return [0.5, 0].map((part) => {
        const own = share(times, part);
        return index === 0 ? `${own.toFixed(0)} ms` : `+${(own - share(base ?? [], part)).toFixed(0)} ms`;
      });
    });
    console.log(`| ${[name, ...cells].join(' | ')} |`);
  });
  const cold: number[] = [];
  for (let round = 0; round < rounds / 4; round++) cold.push(await coldFindings(root));
  console.log(
    `from the start of the server to the findings of a zone of the examples: median ${share(cold, 0.5).toFixed(0)} ms, least ${share(cold, 0).toFixed(0)} ms`,
  );
}

/** Milliseconds from the start of a server process until it has told the findings of a zone that is opened at once. */
async function coldFindings(root: string): Promise<number> {
  const begin = performance.now();
  const server = spawn('node', [path.join(root, 'dist', 'server.js'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const client = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  client.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
  for (const quiet of ['client/registerCapability', 'window/workDoneProgress/create', 'workspace/diagnostic/refresh'])
    client.onRequest(quiet, () => null);
  client.listen();
  const folder = path.join(root, 'examples');
  const file = path.join(folder, 'zones', 'example.com.zone');
  const uri = pathToFileURL(file).href;
  await client.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'examples' }],
    capabilities: { textDocument: { diagnostic: {} }, workspace: { configuration: true } },
  });
  await client.sendNotification(InitializedNotification.type, {});
  const textDocument = { uri, languageId: 'dns-zone', version: 1, text: readFileSync(file, 'utf8') };
  await client.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  for (let count = 0; count === 0; ) {
    const report = await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    count = report.kind === 'full' ? report.items.length : 0;
  }
  const time = performance.now() - begin;
  client.dispose();
  server.kill();
  return time;
}

function share(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN;
}

void main(Number(process.argv[2] ?? 40));
