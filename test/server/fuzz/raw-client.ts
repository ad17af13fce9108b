import { type ChildProcess, spawn } from 'node:child_process';

/** An answer, or a message of the server's own. */
export interface Message {
  readonly id?: number | string | null;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** How a client treats what the server asks of it. */
export type Manner = 'answers' | 'refuses' | 'mute';

/** Longer than this no answer may take, in milliseconds. */
const PATIENCE = 60_000;

/** A client that writes bytes to a server process as it likes, and keeps count of what is answered. */
export class RawClient {
  readonly process: ChildProcess;
  /** The longest that an answer took, in milliseconds. */
  worst = 0;
  answered = 0;
  sent = 0;
  readonly published = new Map<string, readonly unknown[]>();
  readonly #waiting = new Map<number | string, { readonly at: number; readonly done: (message: Message) => void }>();
  readonly #manner: Manner;
  #rest: Buffer = Buffer.alloc(0);
  #id = 0;
  errors = '';

  constructor(program: readonly string[], folder: string, manner: Manner) {
    this.#manner = manner;
    const [command = '', ...args] = program;
    this.process = spawn(command, args, { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] });
    this.process.stdout?.on('data', (chunk: Buffer) => this.#read(chunk));
    this.process.stderr?.on('data', (chunk: Buffer) => {
      this.errors += String(chunk);
    });
    this.process.stdin?.on('error', () => {});
  }

  /** Writes a body as a frame, whatever it holds. */
  frame(body: string, header = `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n`): void {
    this.process.stdin?.write(header + body);
    this.sent++;
  }

  notify(method: unknown, params: unknown): void {
    this.frame(JSON.stringify({ jsonrpc: '2.0', method, params }));
  }

  /** Asks, and gives the answer or the error; throws where neither comes. */
  ask(method: unknown, params: unknown): { readonly id: number; readonly answer: Promise<Message> } {
    const id = ++this.#id;
    const answer = new Promise<Message>((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error(`no answer to ${String(method)} ${JSON.stringify(params)?.slice(0, 300)}`)),
        PATIENCE,
      );
      const gone = (): void => {
        clearTimeout(late);
        reject(new Error(`the server ended at ${String(method)}: ${this.errors}`));
      };
      this.process.once('exit', gone);
      const done = (message: Message): void => {
        clearTimeout(late);
        this.process.off('exit', gone);
        resolve(message);
      };
      this.#waiting.set(id, { at: performance.now(), done });
    });
    // Many wait at a time: each listens to the end of the process.
    this.process.setMaxListeners(0);
    this.frame(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
    return { id, answer };
  }

  /** Resolves with the exit status when the process is gone; undefined where it is not within so many milliseconds. */
  gone(milliseconds: number): Promise<number | null | undefined> {
    if (this.process.exitCode !== null || this.process.signalCode !== null)
      return Promise.resolve(this.process.exitCode);
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(undefined), milliseconds);
      this.process.once('exit', (code) => {
        clearTimeout(timer);
        resolve(code);
      });
    });
  }

  #read(chunk: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    for (;;) {
      const end = this.#rest.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#rest.subarray(0, end).toString())?.[1]);
      if (this.#rest.length < end + 4 + length) return;
      const body = this.#rest.subarray(end + 4, end + 4 + length).toString();
      this.#rest = this.#rest.subarray(end + 4 + length);
      this.#hear(JSON.parse(body) as Message);
    }
  }

  #hear(message: Message): void {
    if (message.method === undefined) {
      const waiting = this.#waiting.get(message.id ?? -1);
      if (!waiting) return;
      this.#waiting.delete(message.id ?? -1);
      this.worst = Math.max(this.worst, performance.now() - waiting.at);
      this.answered++;
      waiting.done(message);
      return;
    }
    if (message.method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = message.params as { uri: string; diagnostics: unknown[] };
      this.published.set(uri, diagnostics);
    }
    if (message.id === undefined || this.#manner === 'mute') return;
    const { id } = message;
    if (this.#manner === 'refuses')
      this.frame(JSON.stringify({ jsonrpc: '2.0', id, error: { code: 1, message: 'no' } }));
    else {
      const items = (message.params as { items?: unknown[] } | undefined)?.items;
      this.frame(JSON.stringify({ jsonrpc: '2.0', id, result: items ? items.map(() => null) : null }));
    }
  }
}
