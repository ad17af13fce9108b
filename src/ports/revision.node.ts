import { type ChildProcessByStdio, execFile, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { FileContent, FileEntry, FileSystem, ListBounds } from './file-system.ts';

/** The files of a git repository as they are in one revision. */
export interface GitRevision {
  /** The repository's folder, with slashes. */
  readonly root: string;
  readonly files: FileSystem;
  readonly close: () => void;
}

/** What keeps the settings of a repository from running anything. */
const SWITCHES = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '-c', 'protocol.allow=never'];
const MOST_LISTED_BYTES = 1024 ** 3;

/** The files of a revision (a commit, tag or branch), of the repository around a folder; or why there are none. */
export async function gitRevision(
  folder: string,
  revision: string,
): Promise<GitRevision | { readonly problem: string }> {
  if (revision === '' || revision.startsWith('-')) return { problem: `"${revision}" is no revision` };
  const top = await git(folder, ['rev-parse', '--show-toplevel']);
  if (typeof top !== 'string') return { problem: `${folder} is in no git repository, or there is no git` };
  const root = top.trim().replaceAll('\\', '/');
  const commit = await git(folder, ['rev-parse', '--verify', '--quiet', `${revision}^{tree}`]);
  if (typeof commit !== 'string') return { problem: `git knows no revision "${revision}"` };
  const listed = await git(root, ['ls-tree', '-r', '-z', '--full-tree', commit.trim()]);
  if (typeof listed !== 'string') return { problem: `git could not list the files of "${revision}"` };
  const files = new RevisionFiles(root, entriesOf(listed));
  return { root, files, close: () => files.close() };
}

/** The blobs of a tree by their paths, without links and submodules. */
function entriesOf(listed: string): Map<string, string> {
  const entries = new Map<string, string>();
  for (const line of listed.split('\0')) {
    const [, mode, kind, id, path] = /^(\d+) (\w+) ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    if (kind === 'blob' && mode !== '120000' && id !== undefined && path !== undefined) entries.set(path, id);
  }
  return entries;
}

/** Runs git to its end; its output, or undefined where it fails. */
function git(folder: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const options = { cwd: folder, env: environment(), maxBuffer: MOST_LISTED_BYTES, windowsHide: true };
    execFile('git', [...SWITCHES, ...args], options, (error, stdout) => resolve(error ? undefined : stdout));
  });
}

function environment(): NodeJS.ProcessEnv {
  return { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0' };
}

class RevisionFiles implements FileSystem {
  readonly #root: string;
  /** Blobs by their paths from the root. */
  readonly #entries: ReadonlyMap<string, string>;
  readonly #folders = new Set<string>(['']);
  #blobs: Blobs | undefined;

  constructor(root: string, entries: ReadonlyMap<string, string>) {
    this.#root = root;
    this.#entries = entries;
    for (const path of entries.keys())
      for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
        const folder = path.slice(0, at);
        if (this.#folders.has(folder)) break;
        this.#folders.add(folder);
      }
  }

  list(folder: string, bounds?: ListBounds): Promise<readonly FileEntry[]> {
    const inside = this.#inside(folder);
    if (inside === undefined) return Promise.resolve([]);
    const start = inside === '' ? '' : `${inside}/`;
    const found: FileEntry[] = [];
    for (const path of this.#entries.keys()) {
      if (!path.startsWith(start)) continue;
      if (bounds && path.slice(start.length).split('/').length - 1 > bounds.levels) continue;
      found.push({ path: `${this.#root}/${path}` });
    }
    return Promise.resolve(found.sort((a, b) => (a.path < b.path ? -1 : 1)));
  }

  async read(path: string): Promise<FileContent> {
    const inside = this.#inside(path);
    if (inside === undefined) return missing();
    if (this.#folders.has(inside) || inside === '.git')
      return { kind: 'problem', problem: 'folder', message: 'it is a folder' };
    const id = this.#entries.get(inside);
    if (id === undefined) return missing();
    this.#blobs ??= new Blobs(this.#root);
    const bytes = await this.#blobs.read(id);
    return bytes ? { kind: 'bytes', bytes } : { kind: 'problem', problem: 'failed', message: 'git could not read it' };
  }

  async readWanted(path: string, isWanted: (head: Uint8Array) => boolean): Promise<FileContent | undefined> {
    const content = await this.read(path);
    return content.kind === 'bytes' && !isWanted(content.bytes.subarray(0, HEAD_LENGTH)) ? undefined : content;
  }

  /** A revision does not change. */
  watch(): () => void {
    return () => {};
  }

  close(): void {
    this.#blobs?.close();
  }

  /** A path from the repository's folder; undefined for one that lies elsewhere. */
  #inside(path: string): string | undefined {
    if (path === this.#root) return '';
    return path.startsWith(`${this.#root}/`) ? path.slice(this.#root.length + 1) : undefined;
  }
}

const HEAD_LENGTH = 65_536;

function missing(): FileContent {
  return { kind: 'problem', problem: 'missing', message: 'there is no such file' };
}

/** Reads blobs through one `git cat-file --batch`, which answers in order. */
class Blobs {
  readonly #process: ChildProcessByStdio<Writable, Readable, null>;
  readonly #waiting: ((bytes: Uint8Array | undefined) => void)[] = [];
  #held: Buffer = Buffer.alloc(0);
  #chunks: Buffer[] = [];
  #length = 0;
  #wanted = 1;
  #isOver = false;

  constructor(root: string) {
    this.#process = spawn('git', [...SWITCHES, 'cat-file', '--batch'], {
      cwd: root,
      stdio: ['pipe', 'pipe', 'ignore'],
      env: environment(),
      windowsHide: true,
    });
    this.#process.on('error', () => this.close());
    this.#process.on('close', () => this.close());
    this.#process.stdin.on('error', () => this.close());
    this.#process.stdout.on('data', (chunk: Buffer) => {
      this.#chunks.push(chunk);
      this.#length += chunk.length;
      if (this.#length >= this.#wanted) this.#answer();
    });
  }

  read(id: string): Promise<Uint8Array | undefined> {
    if (this.#isOver) return Promise.resolve(undefined);
    return new Promise((answer) => {
      this.#waiting.push(answer);
      this.#process.stdin.write(`${id}\n`);
    });
  }

  close(): void {
    this.#isOver = true;
    this.#process.stdin.end();
    for (const answer of this.#waiting.splice(0)) answer(undefined);
  }

  /** `<oid> blob <size>`, a line end, the bytes, a line end. */
  #answer(): void {
    this.#held = Buffer.concat([this.#held, ...this.#chunks]);
    this.#chunks = [];
    for (;;) {
      const end = this.#held.indexOf(10);
      const [, size] = end < 0 ? [] : (/ blob (\d+)$/.exec(this.#held.toString('latin1', 0, end)) ?? []);
      const next = end + 1 + (size === undefined ? 0 : Number(size) + 1);
      if (end < 0 || this.#held.length < next) {
        this.#length = this.#held.length;
        this.#wanted = end < 0 ? this.#length + 1 : next;
        return;
      }
      const bytes = size === undefined ? undefined : new Uint8Array(this.#held.subarray(end + 1, next - 1));
      this.#held = this.#held.subarray(next);
      this.#waiting.shift()?.(bytes);
    }
  }
}
