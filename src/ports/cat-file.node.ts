import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { GIT_SWITCHES, gitEnvironment } from './git.node.ts';

/** Milliseconds without a word of git after which it is given up. */
const WAIT_MS = 10_000;

/** Which git reads, in which folder, and how long it may be silent, in milliseconds. */
export interface CatFilePlace {
  readonly program: string;
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly wait?: number;
}

/** An object, and the bytes of an id in its repository. */
interface Answer {
  readonly kind: string;
  readonly idLength: number;
  readonly bytes: Uint8Array;
}

/** Reads objects through one `git cat-file --batch`, which answers in the order of the questions. */
export class CatFile {
  readonly #wait: number;
  readonly #process: ChildProcessByStdio<Writable, Readable, null>;
  #timer: NodeJS.Timeout | undefined;
  #isOver = false;
  #chunks: Uint8Array[] = [];
  #length = 0;
  /** The questions that are not answered yet. */
  readonly #waiting: ((answer: Answer | undefined) => void)[] = [];

  constructor({ program, folder, environment = process.env, wait = WAIT_MS }: CatFilePlace) {
    this.#wait = wait;
    this.#process = spawn(program, [...GIT_SWITCHES, 'cat-file', '--batch'], {
      cwd: folder,
      stdio: ['pipe', 'pipe', 'ignore'],
      env: gitEnvironment(environment),
      windowsHide: true,
    });
    this.#process.on('error', () => this.#giveUp());
    this.#process.on('close', () => this.#giveUp());
    this.#process.stdin.on('error', () => this.#giveUp());
    this.#process.stdout.on('data', (chunk: Uint8Array) => {
      this.#chunks.push(chunk);
      this.#length += chunk.length;
      this.#answer();
      this.#watch();
    });
  }

  /** The bytes of a blob, named by one line; undefined where there is none, or git says nothing any more. */
  async read(object: string): Promise<Uint8Array | undefined> {
    const answer = await this.#ask(object);
    return answer?.kind === 'blob' ? answer.bytes : undefined;
  }

  /** What a tree holds: the ids of objects by their names. */
  async ids(tree: string): Promise<Map<string, string>> {
    const ids = new Map<string, string>();
    const answer = await this.#ask(tree);
    if (answer?.kind !== 'tree') return ids;
    const { idLength, bytes } = answer;
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    // Of each: its mode, a blank, its name, a NUL, its id.
    for (let at = 0; at < text.length; ) {
      const end = text.indexOf(0, at);
      const name = text.toString('utf8', text.indexOf(32, at) + 1, end);
      at = end + 1 + idLength;
      ids.set(name, text.toString('hex', end + 1, at));
    }
    return ids;
  }

  #ask(object: string): Promise<Answer | undefined> {
    if (this.#isOver) return Promise.resolve(undefined);
    this.#watch();
    return new Promise((answer) => {
      this.#waiting.push(answer);
      this.#process.stdin.write(`${object}\n`);
    });
  }

  close(): void {
    this.#process.stdin.end();
    this.#process.kill();
    this.#giveUp();
  }

  /** The time begins anew with each question, and with all that git says. */
  #watch(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#waiting.length === 0) return;
      this.#process.kill('SIGKILL');
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
      const [, id = '', kind = '', size] = /^([0-9a-f]+) ([a-z]+) (\d+)$/.exec(head.text) ?? [];
      const end = head.next + (size === undefined ? 0 : Number(size) + 1);
      if (this.#length < end) return;
      const bytes = this.#take(end);
      const answer = { kind, idLength: id.length / 2, bytes: bytes.subarray(head.next, end - 1) };
      this.#waiting.shift()?.(size === undefined ? undefined : answer);
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
