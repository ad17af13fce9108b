import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { attack } from '../server/fuzz/attack.ts';

/** Server processes that are attacked, and messages to each: 1,000 and more by hand, which takes an hour. */
const ROUNDS = Number(process.env.ROUNDS ?? 9);
const SEED = Number(process.env.SEED ?? 1);
const MESSAGES = Number(process.env.MESSAGES ?? 250);
const LANES = 3;

const root = fileURLToPath(new URL('../..', import.meta.url));
const bundle = join(root, 'node_modules', '.cache', `zonewright-fuzz-${process.pid}.cjs`);

before(() =>
  esbuild.build({
    absWorkingDir: root,
    stdin: {
      contents: "import { startServer } from './src/server/start.node.ts'; startServer(process.cwd());",
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    outfile: bundle,
    logLevel: 'warning',
  }),
);
after(() => rmSync(bundle, { force: true }));

const program = [process.execPath, bundle, '--stdio'];

test(`every request of any client is answered, and at the end a server shows what a fresh one shows (seeds from ${SEED})`, async (t) => {
  let next = SEED;
  const sum = { messages: 0, answers: 0, worst: 0 };
  const lane = async (): Promise<void> => {
    for (let seed = next++; seed < SEED + ROUNDS; seed = next++) {
      try {
        const { messages, answers, worst } = await attack(program, seed, MESSAGES);
        sum.messages += messages;
        sum.answers += answers;
        sum.worst = Math.max(sum.worst, worst);
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        throw new Error(`SEED=${seed} ROUNDS=1 MESSAGES=${MESSAGES}: ${why}`);
      }
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  t.diagnostic(
    `${ROUNDS} rounds, ${sum.messages} messages, ${sum.answers} answers, ${Math.round(sum.worst)} ms at the longest`,
  );
});

test('a server whose client is killed is gone too', async (t) => {
  const script = `
    const { spawn } = require('node:child_process');
    const [program, ...args] = ${JSON.stringify(program)};
    const server = spawn(program, args, { stdio: ['pipe', 'inherit', 'inherit'] });
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: {} } });
    server.stdin.write('Content-Length: ' + body.length + '\\r\\n\\r\\n' + body);
    console.error(server.pid);
    setInterval(() => {}, 1000);`;
  const client = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  t.after(() => client.kill('SIGKILL'));
  const pid = await new Promise<number>((resolve) => client.stderr.once('data', (chunk) => resolve(Number(chunk))));
  await new Promise((resolve) => client.stdout.once('data', resolve));
  client.kill('SIGKILL');
  for (let tenth = 0; tenth < 200 && isThere(pid); tenth++) await new Promise((resolve) => setTimeout(resolve, 100));
  assert.equal(isThere(pid), false);
});

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
