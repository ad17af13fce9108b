import { relative, resolve, sep } from 'node:path';
import type { Baseline } from './baseline.ts';
import { CatFile } from './cat-file.node.ts';
import { gitProgram } from './git.node.ts';
import { repositoryAbove } from './program-on-path.node.ts';

/** Files of a folder that are asked for one by one. */
const FEW = 16;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The files below a folder as they are in the last commit; git starts with the first question, or before it. Where there is
 * no git or no repository, nothing is known.
 */
export class GitBaseline implements Baseline {
  readonly #folder: string;
  /** What is asked of folders in this turn. */
  readonly #asked = new Map<string, { count: number; ids?: Promise<ReadonlyMap<string, string>> }>();
  readonly #environment: Environment;
  readonly #wait: number | undefined;
  #blobs: CatFile | undefined;
  #isOver = false;

  constructor(folder: string, options: { readonly environment?: Environment; readonly wait?: number } = {}) {
    this.#folder = resolve(folder);
    this.#environment = options.environment ?? process.env;
    this.#wait = options.wait;
    // Starting git only to hear that there is no repository takes longer than checking most zones.
    this.#isOver = this.#environment.GIT_DIR === undefined && repositoryAbove(this.#folder) === undefined;
  }

  begin(): boolean {
    if (!this.#isOver) this.#blobs ??= this.#start();
    return !this.#isOver;
  }

  read(path: string): Promise<Uint8Array | undefined> {
    const inside = relative(this.#folder, resolve(path)).replaceAll(sep, '/');
    if (this.#isOver || inside === '' || inside.startsWith('..') || /[\n\r]/.test(inside))
      return Promise.resolve(undefined);
    this.begin();
    return this.#blobs ? this.#readOf(this.#blobs, inside) : Promise.resolve(undefined);
  }

  /** To find a name git reads its folder from the first name on, each time: of many they are read once for this turn. */
  async #readOf(blobs: CatFile, inside: string): Promise<Uint8Array | undefined> {
    const nameAt = inside.lastIndexOf('/') + 1;
    const folder = inside.slice(0, nameAt);
    if (this.#asked.size === 0) queueMicrotask(() => this.#asked.clear());
    const asked = this.#asked.get(folder) ?? { count: 0 };
    this.#asked.set(folder, asked);
    if (++asked.count <= FEW) return blobs.read(`HEAD:./${inside}`);
    asked.ids ??= blobs.ids(`HEAD:./${folder}`);
    const id = (await asked.ids).get(inside.slice(nameAt));
    return id === undefined ? undefined : blobs.read(id);
  }

  close(): void {
    this.#blobs?.close();
    this.#isOver = true;
  }

  #start(): CatFile | undefined {
    const program = gitProgram(this.#folder, this.#environment);
    this.#isOver = program === undefined;
    if (program === undefined) return undefined;
    const wait = this.#wait === undefined ? {} : { wait: this.#wait };
    return new CatFile({ program, folder: this.#folder, environment: this.#environment, ...wait });
  }
}
