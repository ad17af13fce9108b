import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { ThreadAhead } from '../../../src/cli/ahead/rows-ahead.node.ts';
import { NameTable } from '../../../src/dns/name-table.ts';
import { DECLARED } from '../../../src/project/claim.ts';
import { PlainRows } from '../../../src/syntax/plain-rows.ts';
import { sourceOfBytes } from '../../../src/text/source.ts';
import { Store } from '../../../src/workspace/store.ts';

const LARGE = 9_000_000;
const header = '$TTL 60\n@ SOA ns1 hostmaster 1 2 3 4 5\n@ NS ns1\nns1 A 192.0.2.53\n';

test('a thread reads large files ahead, and what is read is the same', async (t) => {
  const ahead = new ThreadAhead(await threadProgram(t));
  const bytes = largeZone(ahead);
  assert.ok(bytes.buffer instanceof SharedArrayBuffer);
  assertReadAhead(ahead, [bytes]);
});

test('and many small ones', async (t) => {
  const ahead = new ThreadAhead(await threadProgram(t));
  const bytes = largeZone(new ThreadAhead('none.js'));
  const zones: Uint8Array[] = [];
  for (let start = 0, end = 0; end < bytes.length; start = end) {
    end = bytes.indexOf(10, Math.min(start + 900_000, bytes.length - 1)) + 1;
    zones.push(ahead.keep(bytes.subarray(start, end)));
  }
  assert.ok(zones.every(({ buffer }) => buffer instanceof SharedArrayBuffer));
  assert.equal(new Set(zones.map(({ buffer }) => buffer)).size, 2);
  assertReadAhead(ahead, zones);
});

test('few small ones are read here', async (t) => {
  const ahead = new ThreadAhead(await threadProgram(t));
  const kept = ahead.keep(new TextEncoder().encode('host A 192.0.2.1\n'.repeat(10_000)));
  for (let i = 0; i < 1000; i++) assert.equal(ahead.take(kept, 0, new PlainRows()), false);
});

/** What is read ahead, once the thread has started, is what is read here. */
function assertReadAhead(ahead: ThreadAhead, zones: readonly Uint8Array[]): void {
  const counting = {
    taken: 0,
    take(codes: Uint8Array, offset: number, rows: PlainRows): boolean {
      const isAtHand = ahead.take(codes, offset, rows);
      if (isAtHand) this.taken++;
      return isAtHand;
    },
  };
  const alone = recordsOf(zones);
  for (let round = 0; counting.taken < 100 && round < 100; round++) assert.deepEqual(recordsOf(zones, counting), alone);
  assert.ok(counting.taken >= 100, `${counting.taken} blocks were read ahead`);
}

test('where the thread fails or is not there, nothing is at hand', (t) => {
  const folder = temporaryFolder(t);
  assert.ok(!(new ThreadAhead(join(folder, 'none.js')).allocate(LARGE).buffer instanceof SharedArrayBuffer));
  const broken = join(folder, 'broken.js');
  writeFileSync(broken, 'throw new Error("broken")');
  const ahead = new ThreadAhead(broken);
  const bytes = largeZone(ahead);
  for (let i = 0; i < 1000; i++) assert.equal(ahead.take(bytes, 0, new PlainRows()), false);
});

test('a small file is not shared', async (t) => {
  const ahead = new ThreadAhead(await threadProgram(t));
  const bytes = ahead.allocate(header.length);
  assert.ok(!(bytes.buffer instanceof SharedArrayBuffer));
  assert.equal(ahead.take(bytes, 0, new PlainRows()), false);
});

function largeZone(ahead: ThreadAhead): Uint8Array {
  const bytes = ahead.allocate(LARGE).fill(10);
  let text = header;
  for (let i = 0; text.length < LARGE - 100; i++)
    text += i % 5000 === 0 ? `@ TXT "number ${i}"\n` : `host${i} A 192.0.2.${i % 256}\n`;
  new TextEncoder().encodeInto(text, bytes);
  return bytes;
}

/** Owners, types, TTLs and addresses of all records, and how the files were cut. */
function recordsOf(zones: readonly Uint8Array[], ahead?: ConstructorParameters<typeof Store>[1]): unknown {
  const store = new Store(new NameTable(), ahead);
  const files = zones.map((bytes, i) => {
    const file = store.setFile(`${i}.zone`, sourceOfBytes(bytes));
    const apex = store.names.childText(0, `example${i}`);
    store.mount(file.path, { apex, view: '', zoneClass: 1, traits: DECLARED, held: true });
    return file;
  });
  store.step(() => false);
  const { owner, type, ttl, data, limit } = store.records;
  return {
    columns: [owner, type, ttl, data].map((column) => Buffer.from(column.slice(0, limit).buffer).toString('base64')),
    blocks: files.map(({ document }) => document.blocks.map(({ length, lineCount }) => [length, lineCount])),
  };
}

async function threadProgram(t: TestContext): Promise<string> {
  const outfile = join(temporaryFolder(t), 'rows-ahead.js');
  const entryPoints = [fileURLToPath(new URL('../../../src/cli/ahead/rows-ahead-worker.node.ts', import.meta.url))];
  await build({ entryPoints, outfile, bundle: true, platform: 'node', logLevel: 'silent' });
  return outfile;
}

function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'zonewright-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
