import type { Instance, SourceFile } from './instance.ts';

/** The instances of zones' own files that a file is, or is included by, in all views. */
export function rootsOf({ instances }: SourceFile): readonly Instance[] {
  const roots = new Set<Instance>();
  for (const instance of instances) {
    let root = instance;
    while (root.parent) root = root.parent.instance;
    roots.add(root);
  }
  return [...roots];
}
