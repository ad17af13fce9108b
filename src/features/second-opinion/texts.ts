import { bytesOf } from '../../text/source.ts';
import type { Instance, SourceFile } from '../../workspace/instance.ts';

/** The texts of a zone as a checker gets them: by plain names, with $INCLUDE leading to these. */
export interface CheckerTexts {
  readonly bytes: ReadonlyMap<string, Uint8Array>;
  /** The files by these names; lines are the same in both. */
  readonly files: ReadonlyMap<string, SourceFile>;
}

/** The name of the zone's own file, and what those of its includes begin with. */
const NAME = 'z';
/** In the place of a path that leads nowhere here: a checker must not find there what is not of the workspace. */
const NOWHERE = 'missing';
/** A directive as any of the checkers may read it. */
const INCLUDE = /^[ \t]*\$INCLUDE[ \t]+(\S+)/gim;

/**
 * The texts of a zone's file and of what it includes, as they are now, saved or not; undefined where one of them includes
 * a file in a way that is not understood here.
 */
export function checkerTexts(root: Instance): CheckerTexts | undefined {
  const names = new Map<SourceFile, string>();
  const bytes = new Map<string, Uint8Array>();
  const waiting = [root];
  names.set(root.file, `${NAME}0`);
  for (let instance = waiting.shift(); instance; instance = waiting.shift()) {
    const name = names.get(instance.file) ?? '';
    for (const block of instance.blocks)
      for (const { instance: child } of block?.children ?? []) {
        if (!child || names.has(child.file)) continue;
        names.set(child.file, `${NAME}${names.size}`);
        waiting.push(child);
      }
    const text = textOf(instance, names);
    const known = new Set([...names.values(), NOWHERE]);
    for (const [, path = ''] of text.matchAll(INCLUDE)) if (!known.has(path)) return undefined;
    bytes.set(name, bytesOf(text, instance.file.document.encoding));
  }
  return { bytes, files: new Map([...names].map(([file, name]) => [name, file])) };
}

/** The text of an instance with other paths in its $INCLUDE directives. */
function textOf({ file, blocks }: Instance, names: ReadonlyMap<SourceFile, string>): string {
  const texts = file.document.blocks.map((block, index) => {
    let text = '';
    let from = 0;
    const sites = [...(blocks[index]?.children ?? [])].sort((a, b) => a.site.start - b.site.start);
    for (const { site, instance } of sites) {
      text += block.slice(from, site.start) + (instance ? names.get(instance.file) : NOWHERE);
      from = site.end;
    }
    return text + block.slice(from, block.length);
  });
  return texts.join('');
}
