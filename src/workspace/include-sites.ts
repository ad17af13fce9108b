import type { InstanceBlock } from './instance.ts';

/** The blocks with an $INCLUDE, also by the names of the files that they name, so that a file that comes finds them. */
export class IncludeSites {
  readonly #blocks = new Map<InstanceBlock, ReadonlySet<string>>();
  readonly #byName = new Map<string, Set<InstanceBlock>>();

  /** Notes the block's children as they are now. */
  set(block: InstanceBlock): void {
    this.delete(block);
    if (block.children.length === 0) return;
    const names = new Set(block.children.map(({ site }) => nameOf(site.path)));
    this.#blocks.set(block, names);
    for (const name of names) {
      const blocks = this.#byName.get(name);
      if (blocks) blocks.add(block);
      else this.#byName.set(name, new Set([block]));
    }
  }

  delete(block: InstanceBlock): void {
    for (const name of this.#blocks.get(block) ?? []) {
      const blocks = this.#byName.get(name);
      blocks?.delete(block);
      if (blocks?.size === 0) this.#byName.delete(name);
    }
    this.#blocks.delete(block);
  }

  /** The blocks that include a file of the name that ends a path; all where no path is given. */
  blocks(path: string | undefined): Iterable<InstanceBlock> {
    return path === undefined ? this.#blocks.keys() : (this.#byName.get(nameOf(path)) ?? []);
  }
}

/** Paths are matched without regard to case and to the way of their slashes; so is what they end in. */
function nameOf(path: string): string {
  const bare = path.replace(/^"|"$/g, '');
  return bare.slice(Math.max(bare.lastIndexOf('/'), bare.lastIndexOf('\\')) + 1).toLowerCase();
}
