import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { relative, resolve, sep } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { Baseline } from './baseline.ts';
import { GIT_SWITCHES, gitEnvironment, gitProgram, repositoryAbove } from './git.node.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Milliseconds without a word of git after which it is given up. */
const WAIT_MS = 10_000;

/**
 * The files below a folder as they are in the last commit, read by one `git cat-file --batch` that starts with the first
 * question. Where there is no git or no repository, nothing is known.
 */
export class GitBaseline implements Baseline {
  readonly #folder: string;
  readonly #environment: Environment;
  readonly #wait: number;
  #timer: NodeJS.Timeout | undefined;
  #process: ChildProcessByStdio<Writable, Readable, null> | undefined;
  #isOver = false;
  #chunks: Uint8Array[] = [];
  #length = 0;
  /** The questions that are not answered yet; git answers in order. */
  readonly #waiting: ((bytes: Uint8Array | undefined) => void)[] = [];

  constructor(folder: string, options: { readonly environment?: Environment; readonly wait?: number } = {}) {
    this.#folder = resolve(folder);
    this.#environment = options.environment ?? process.env;
    this.#wait = options.wait ?? WAIT_MS;
    // Starting git only to hear that there is no repository takes longer than checking most zones.
    this.#isOver = this.#environment.GIT_DIR === undefined && repositoryAbove(this.#folder) === undefined;
  }

  read(path: string): Promise<Uint8Array | undefined> {
    const inside = relative(this.#folder, resolve(path)).replaceAll(sep, '/');
    if (this.#isOver || inside === '' || inside.startsWith('..') || /[\n\r]/.test(inside))
      return Promise.resolve(undefined);
    const git = this.#process ?? this.#start();
    if (!git) return Promise.resolve(undefined);
    this.#watch();
    return new Promise((answer) => {
      this.#waiting.push(answer);
      git.stdin.write(`HEAD:./${inside}\n`);
    });
  }

  close(): void {
    this.#process?.stdin.end();
    this.#process?.kill();
    this.#giveUp();
  }

  #start(): ChildProcessByStdio<Writable, Readable, null> | undefined {
    const program = gitProgram(this.#folder, this.#environment);
    if (program === undefined) {
      this.#isOver = true;
      return undefined;
    }
    const git = spawn(program, [...GIT_SWITCHES, 'cat-file', '--batch'], {
      cwd: this.#folder,
      stdio: ['pipe', 'pipe', 'ignore'],
      env: gitEnvironment(this.#environment),
    });
    this.#process = git;
    git.on('error', () => this.#giveUp());
    git.on('close', () => this.#giveUp());
    git.stdin.on('error', () => this.#giveUp());
    git.stdout.on('data', (chunk: Uint8Array) => {
      this.#chunks.push(chunk);
      this.#length += chunk.length;
      this.#answer();
      this.#watch();
    });
    return git;
  }

  /** The time begins anew with each question, and with all that git says. */
  #watch(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#waiting.length === 0) return;
      this.#process?.kill('SIGKILL');
      this.#giveUp();
    }, this.#wait);
    this.#timer.unref();
  }

  #giveUp(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
    for (const answer of this.#waiting.splice(0)) answer(undefined);
  }

  /** `<oid> <kind> <size>`, a line end, the bytes, a line end; or one line that says why there are none. */
  #answer(): void {
    while (this.#waiting.length > 0) {
      const head = this.#head();
      if (head === undefined) return;
      const [, kind, size] = /^[0-9a-f]+ ([a-z]+) (\d+)$/.exec(head.text) ?? [];
      const end = head.next + (size === undefined ? 0 : Number(size) + 1);
      if (this.#length < end) return;
      const bytes = this.#take(end);
      this.#waiting.shift()?.(kind === 'blob' ? bytes.subarray(head.next, end - 1) : undefined);
    }
  }

  #head(): { readonly text: string; readonly next: number } | undefined {
    const first = this.#chunks[0];
    if (!first) return undefined;
    const end = first.indexOf(10);
    if (end >= 0) return { text: new TextDecoder().decode(first.subarray(0, end)), next: end + 1 };
    if (this.#chunks.length === 1) return undefined;
    this.#chunks = [this.#joined()];
    return this.#head();
  }

  #take(length: number): Uint8Array {
    const all = this.#joined();
    this.#chunks = length < all.length ? [all.subarray(length)] : [];
    this.#length -= length;
    return all.subarray(0, length);
  }

  #joined(): Uint8Array {
    const [only] = this.#chunks;
    if (only && this.#chunks.length === 1) return only;
    const all = new Uint8Array(this.#length);
    let at = 0;
    for (const chunk of this.#chunks) {
      all.set(chunk, at);
      at += chunk.length;
    }
    return all;
  }
}
