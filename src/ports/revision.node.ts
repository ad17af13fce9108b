import { execFile } from 'node:child_process';
import { CatFile } from './cat-file.node.ts';
import type { FileContent, FileEntry, FileSystem, ListBounds } from './file-system.ts';
import { GIT_SWITCHES, gitEnvironment, gitProgram } from './git.node.ts';

/** The files of a git repository as they are in one revision. */
export interface GitRevision {
  /** The repository's folder, with slashes. */
  readonly root: string;
  readonly files: FileSystem;
  readonly close: () => void;
}

const MOST_LISTED_BYTES = 1024 ** 3;
/** Milliseconds after which a command of git is given up: a repository may have a pipe where git reads. */
const WAIT_MS = 60_000;

/**
 * The files of a revision (a commit, tag or branch), of the repository around a folder; or why there are none. HEAD has none
 * before the first commit. No command of git takes longer than `wait` milliseconds.
 */
export async function gitRevision(
  folder: string,
  revision: string,
  wait = WAIT_MS,
): Promise<GitRevision | { readonly problem: string }> {
  if (revision === '' || revision.startsWith('-')) return { problem: `"${revision}" is no revision` };
  const program = gitProgram(folder);
  const git = (args: readonly string[]) =>
    program === undefined ? undefined : output({ program, folder, wait, args: [...GIT_SWITCHES, ...args] });
  const place = await git(['rev-parse', '--show-toplevel', '--show-prefix']);
  if (program === undefined || place === undefined)
    return { problem: `${folder} is in no git repository, or there is no git` };
  const [top = '', prefix = ''] = place.split('\n');
  const whole = folder.endsWith('/') ? folder : `${folder}/`;
  // As the folder has it: git leaves links and drives of the network out.
  const root = whole.endsWith(`/${prefix}`) ? whole.slice(0, -prefix.length - 1) : top.replaceAll('\\', '/');
  const known = (name: string) => git(['rev-parse', '--verify', '--quiet', name]);
  const tree = await known(`${revision}^{tree}`);
  // Before the first commit HEAD is the name of a branch that is not there yet.
  const isFirst = tree === undefined && revision === 'HEAD' && !(await known('HEAD'));
  if (tree === undefined && !(isFirst && (await git(['symbolic-ref', '--quiet', 'HEAD']))))
    return { problem: `git knows no revision "${revision}"` };
  const listed = tree === undefined ? '' : await git(['ls-tree', '-r', '-z', '--full-tree', tree.trim()]);
  if (listed === undefined) return { problem: `git could not list the files of "${revision}"` };
  const files = new RevisionFiles(root, entriesOf(listed), () => new CatFile({ program, folder }));
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

/** Runs git to its end; what it prints, or undefined where it fails or takes too long. */
function output({
  program,
  folder,
  wait,
  args,
}: {
  readonly program: string;
  readonly folder: string;
  readonly wait: number;
  readonly args: readonly string[];
}): Promise<string | undefined> {
  return new Promise((resolve) => {
    const bounds = { timeout: wait, killSignal: 'SIGKILL', maxBuffer: MOST_LISTED_BYTES } as const;
    const options = { cwd: folder, env: gitEnvironment(), windowsHide: true, ...bounds };
    execFile(program, args, options, (error, stdout) => resolve(error ? undefined : stdout));
  });
}

class RevisionFiles implements FileSystem {
  readonly #root: string;
  /** Blobs by their paths from the root. */
  readonly #entries: ReadonlyMap<string, string>;
  readonly #folders = new Set<string>(['']);
  readonly #startGit: () => CatFile;
  #blobs: CatFile | undefined;

  constructor(root: string, entries: ReadonlyMap<string, string>, startGit: () => CatFile) {
    this.#root = root;
    this.#startGit = startGit;
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
    return Promise.resolve(found.sort((a, b) => (a.path < b.path ? -1 : 1)).slice(0, bounds?.files));
  }

  async read(path: string): Promise<FileContent> {
    const inside = this.#inside(path);
    if (inside === undefined) return missing();
    if (this.#folders.has(inside) || inside === '.git')
      return { kind: 'problem', problem: 'folder', message: 'it is a folder' };
    const id = this.#entries.get(inside);
    if (id === undefined) return missing();
    this.#blobs ??= this.#startGit();
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
