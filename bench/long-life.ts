import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { RawClient } from '../test/server/fuzz/raw-client.ts';
import { NAMES, type Random, randomOf, textOf } from '../test/server/whole-server.ts';
import { chart } from './chart.ts';

/** Edits in eight hours of somebody who types a word each two seconds. */
const EDITS = 14_400;
/** What is measured is put together in so many parts. */
const PARTS = 48;

interface Sample {
  readonly edits: number;
  /** Memory of the process, in MiB. */
  readonly memory: number;
  /** From a key to the diagnostics behind it: half are faster, and all but one in a hundred, in milliseconds. */
  readonly median: number;
  readonly slow: number;
}

/**
 * Hours of work in one server: typing in zones of some thousand lines, opening, closing, saving, files that come and go,
 * as fast as the server answers. `npm run build && npx tsx bench/long-life.ts [EDITS] [SEED]` writes the chart too.
 */
async function main(edits: number, seed: number): Promise<void> {
  const random = randomOf(seed);
  const folder = mkdtempSync(join(tmpdir(), 'zonewright-life-'));
  const client = new RawClient([process.execPath, resolve('dist/server.js'), '--stdio'], folder, 'answers');
  try {
    const life = await Life.begin(client, folder, random);
    const samples: Sample[] = [];
    for (let part = 1; part <= PARTS; part++) {
      const times: number[] = [];
      while (life.edits < (edits * part) / PARTS) times.push(await life.edit());
      times.sort((a, b) => a - b);
      const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
      const sample = { edits: life.edits, memory: memoryOf(client), median: at(0.5), slow: at(0.99) };
      samples.push(sample);
      console.log(
        `${sample.edits} edits: ${sample.memory.toFixed(0)} MiB, ${sample.median.toFixed(1)} ms, 99 of 100 within ${sample.slow.toFixed(1)} ms`,
      );
    }
    const lines = [
      { name: 'memory, MiB', color: '#2f6fb0', values: samples.map(({ memory }) => memory) },
      {
        name: 'from a key to its diagnostics, median, ms',
        color: '#2e8540',
        values: samples.map(({ median }) => median),
      },
    ];
    writeFileSync('bench/long-life.svg', chart(`${life.edits} edits in one server`, lines));
  } finally {
    client.process.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Resident memory, as the system counts it. */
function memoryOf({ process }: RawClient): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${process.pid}/status`, 'utf8'))?.[1]) / 1024;
}

interface Document {
  readonly uri: string;
  readonly lines: string[];
  readonly least: number;
  version: number;
  /** A line that is not what it was, and shall be again. */
  mistyped?: { readonly line: number; readonly text: string } | undefined;
}

const HEAD = '$TTL 1h\n@ IN SOA ns1.example.net. hostmaster.example.net. 1 1d 2h 4w 1h\n@ IN NS ns1.example.net.\n';
const HOSTS = 4000;

class Life {
  edits = 0;
  readonly #client: RawClient;
  readonly #folder: string;
  readonly #random: Random;
  readonly #documents: Document[] = [];

  constructor(client: RawClient, folder: string, random: Random) {
    this.#client = client;
    this.#folder = folder;
    this.#random = random;
  }

  static async begin(client: RawClient, folder: string, random: Random): Promise<Life> {
    const hosts = Array.from({ length: HOSTS }, (_, at) => at);
    const address = (at: number): string => `10.0.${at >> 8}.${at & 255}`;
    const forward = HEAD + hosts.map((at) => `h${at} A ${address(at)}\n`).join('');
    const reverse = HEAD + hosts.map((at) => `${at & 255}.${at >> 8} PTR h${at}.big.example.\n`).join('');
    writeFileSync(join(folder, 'big.example.zone'), forward);
    writeFileSync(join(folder, '0.10.in-addr.arpa.zone'), reverse);
    for (const [name, kind] of NAMES) if (kind !== 'settings') writeFileSync(join(folder, name), textOf(kind, random));
    const uri = pathToFileURL(folder).href;
    const capabilities = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };
    const folders = [{ uri, name: 'life' }];
    await client.ask('initialize', { processId: process.pid, rootUri: uri, workspaceFolders: folders, capabilities })
      .answer;
    client.notify('initialized', {});
    const life = new Life(client, folder, random);
    for (const name of ['big.example.zone', '0.10.in-addr.arpa.zone', 'example.com.zone', 'hosts']) life.#open(name);
    return life;
  }

  /** Something that a person does, and how long the diagnostics behind it took. */
  async edit(): Promise<number> {
    this.edits++;
    const random = this.#random;
    if (random(20) === 0) this.#onDisk();
    if (random(40) === 0) this.#openAgain();
    const document = this.#documents[random(this.#documents.length)];
    if (!document) return 0;
    this.#type(document);
    const begin = performance.now();
    await this.#client.ask('textDocument/diagnostic', { textDocument: { uri: document.uri } }).answer;
    const time = performance.now() - begin;
    if (random(5) === 0)
      await this.#client.ask('textDocument/hover', {
        textDocument: { uri: document.uri },
        position: { line: 3, character: 1 },
      }).answer;
    return time;
  }

  /**
   * A line comes, is another one, or goes at the end of the text; or one of the others is mistyped and mended with the
   * next edit. So the text, and what is wrong with it, is much the same all the time.
   */
  #type(document: Document): void {
    const { lines, least, mistyped } = document;
    const random = this.#random;
    if (mistyped) {
      document.mistyped = undefined;
      this.#change(document, { line: mistyped.line, end: mistyped.line + 1, text: mistyped.text });
      return;
    }
    if (least > 10 && random(3) === 0) {
      const line = 3 + random(least - 4);
      document.mistyped = { line, text: lines[line] ?? '' };
      this.#change(document, { line, end: line + 1, text: `h${random(HOSTS)} A 10.0.${random(17)}.${random(256)}` });
      return;
    }
    const first = least - 1;
    const line = first + random(lines.length - first);
    const isLong = lines.length > least + 20;
    const end = isLong || random(3) === 0 ? Math.min(line + 1, lines.length - 1) : line;
    this.#change(document, {
      line,
      end,
      text: isLong ? undefined : `n${random(500)} A 10.0.${random(17)}.${random(256)}`,
    });
  }

  /** Puts a line, or nothing, in the place of lines. */
  #change(
    document: Document,
    { line, end, text }: { readonly line: number; readonly end: number; readonly text: string | undefined },
  ): void {
    document.lines.splice(line, end - line, ...(text === undefined ? [] : [text]));
    document.version++;
    const range = { start: { line, character: 0 }, end: { line: end, character: 0 } };
    const contentChanges = [{ range, text: text === undefined ? '' : `${text}\n` }];
    this.#client.notify('textDocument/didChange', {
      textDocument: { uri: document.uri, version: document.version },
      contentChanges,
    });
  }

  #onDisk(): void {
    const [name, kind] = NAMES[this.#random(NAMES.length)] ?? ['hosts', 'part'];
    if (kind === 'settings') return;
    const path = join(this.#folder, name);
    const isGone = this.#random(4) === 0;
    if (isGone) rmSync(path, { force: true });
    else writeFileSync(path, textOf(kind, this.#random));
    const changes = [{ uri: pathToFileURL(path).href, type: isGone ? 3 : 2 }];
    this.#client.notify('workspace/didChangeWatchedFiles', { changes });
  }

  #openAgain(): void {
    const document = this.#documents[this.#random(this.#documents.length)];
    if (!document) return;
    const { uri, lines } = document;
    this.#client.notify('textDocument/didClose', { textDocument: { uri } });
    this.#client.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'dns-zone', version: ++document.version, text: lines.join('\n') },
    });
  }

  #open(name: string): void {
    const path = join(this.#folder, name);
    const lines = readFileSync(path, 'utf8').split('\n');
    const uri = pathToFileURL(path).href;
    this.#documents.push({ uri, lines, least: lines.length, version: 1 });
    this.#client.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'dns-zone', version: 1, text: lines.join('\n') },
    });
  }
}

const [edits = String(EDITS), seed = '1'] = process.argv.slice(2);
main(Number(edits), Number(seed)).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
