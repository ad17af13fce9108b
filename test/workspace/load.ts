import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Project } from '../../src/project/project.ts';
import { DEFAULT_PROJECT_SETTINGS, type ProjectSettings } from '../../src/project/project-settings.ts';
import { TextLines } from '../../src/report/text-lines.ts';
import { Engine } from '../../src/rules/engine/engine.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { sourceOfBytes, sourceOfText } from '../../src/text/source.ts';
import { Store } from '../../src/workspace/store.ts';

/** A project over files in memory, as a host runs it: it reads what is wanted, and lets nothing else be read. */
export class Workspace {
  readonly files: Map<string, Uint8Array>;
  readonly store = new Store();
  readonly project = new Project(this.store);
  readonly engine: Engine;
  /** What was read, in this order. */
  readonly read: string[] = [];
  /** What an editor holds open. */
  readonly opened = new Set<string>();
  settings: Partial<ProjectSettings> = {};

  constructor(files: Iterable<readonly [string, Uint8Array]>, rules: readonly Rule[] = []) {
    this.files = new Map(files);
    this.engine = new Engine(this.store, rules, () => ({
      externalNetworks: [],
      pools: [],
      now: Date.UTC(2026, 10, 23) / 1000,
      bumpOnFix: false,
      isOff: () => false,
    }));
    for (const path of this.files.keys()) this.project.addPath(path);
  }

  /** Files by their texts, all below `/w`. */
  static of(files: Readonly<Record<string, string>>, rules: readonly Rule[] = []): Workspace {
    return new Workspace(
      Object.entries(files).map(([name, text]) => [`/w/${name}`, new TextEncoder().encode(text)]),
      rules,
    );
  }

  /** One of the workspaces in test/fixtures, as if it lay in `root`. */
  static fixture(name: string, root = '/w', rules: readonly Rule[] = []): Workspace {
    const folder = join(import.meta.dirname, '../fixtures/workspaces', name);
    const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    return new Workspace(
      paths.map((path) => [`${root}${path.slice(folder.length).replaceAll('\\', '/')}`, readFileSync(path)]),
      rules,
    );
  }

  configure(settings: Partial<ProjectSettings>): this {
    this.settings = settings;
    this.project.configure({ ...DEFAULT_PROJECT_SETTINGS, ...settings });
    return this;
  }

  /** Reads and checks until nothing is left to do. */
  settle(): this {
    for (let round = 0; round < 50; round++) {
      for (let wanted = this.project.wanted(); wanted.length > 0; wanted = this.project.wanted())
        for (const path of wanted) this.#put(path);
      const changed = this.project.associate();
      this.engine.step(() => false);
      if (!changed && !this.project.needsAssociation && this.project.wanted().length === 0) return this;
    }
    throw new Error('the project does not come to rest');
  }

  /** A file that has come or changed on disk. */
  write(name: string, text: string): this {
    this.files.set(`/w/${name}`, new TextEncoder().encode(text));
    this.project.fileChanged(`/w/${name}`);
    return this;
  }

  /** A file or folder that is gone from the disk. */
  remove(name: string): this {
    for (const path of [...this.files.keys()])
      if (path === `/w/${name}` || path.startsWith(`/w/${name}/`)) this.files.delete(path);
    this.project.filesRemoved(new Set([`/w/${name}`]));
    return this;
  }

  /** An editor's own text of a file. */
  edit(name: string, text: string): this {
    this.opened.add(`/w/${name}`);
    this.project.addPath(`/w/${name}`);
    this.project.open(`/w/${name}`, sourceOfText(text));
    return this;
  }

  close(name: string): this {
    this.opened.delete(`/w/${name}`);
    this.project.close(`/w/${name}`);
    return this;
  }

  /** Typing in an open file: puts a text in the place of another. */
  type(name: string, old: string, text: string): this {
    const file = this.store.files.get(`/w/${name}`);
    if (!file) throw new Error(`${name} is not held`);
    this.store.finishLoading(file);
    const lines = new TextLines(file.document.text);
    const start = file.document.text.indexOf(old);
    if (start < 0) throw new Error(`${name} does not hold ${old}`);
    this.store.edit(file.path, [{ range: lines.range({ start, end: start + old.length }), text }]);
    this.project.edited(file.path);
    return this;
  }

  /**
   * What every file is read for, one line each: path, zone, view, how the zone is known, and `held` where it answers.
   * Included files stand with their includer's zone. Where a zone answers as a guest of another site is not told.
   */
  rows(root = '/w'): string[] {
    const { store, project } = this;
    return [...store.files.values()]
      .flatMap((file) =>
        file.instances
          .filter(({ isGuest }) => !isGuest)
          .map((instance) => {
            const { parent, view, apex, zone } = instance;
            const name = apex < 0 ? '?' : store.names.text(apex);
            const one = project.claims(file.path).find((claim) => claim.view === view.name && claim.origin === name);
            const source = parent
              ? `in ${parent.instance.file.path.slice(root.length + 1)}`
              : (one ?? project.claims(file.path)[0])?.source;
            const isHeld = zone !== undefined && view.zoneAt(apex) === zone;
            const words = [file.path.slice(root.length + 1), name, view.name && `[${view.name}]`, source];
            const role = one?.traits.role === 'primary' ? '' : one?.traits.role;
            return [...words, role, isHeld ? 'held' : 'not held'].filter(Boolean).join(' ');
          }),
      )
      .sort();
  }

  #put(path: string): void {
    this.read.push(path);
    const bytes = this.files.get(path);
    this.project.put(path, bytes && sourceOfBytes(bytes));
  }
}
