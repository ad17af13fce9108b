import { phrase } from '../language/phrase.ts';
import { comparePositions, type Position } from '../text/block.ts';
import type { FeatureContext } from './context.ts';
import { baseOf, type FileRename, type PathWord, pathWords, type RenamedFiles, renamedFiles } from './renamed-files.ts';

/** Where a file is to be, and what changes in the texts that name it. */
export interface RenamedFile extends RenamedFiles {
  readonly rename: FileRename;
}

/** The path of a file that stands at a position of a configuration or of an `$INCLUDE` line. */
export function pathAt(ctx: FeatureContext, path: string, position: Position): PathWord | undefined {
  return pathWords(ctx, path).find(
    ({ range: { start, end } }) => comparePositions(start, position) <= 0 && comparePositions(position, end) <= 0,
  );
}

/** Renames the file that a path leads to, to the path that is written in its place; every text that names it follows. */
export function renameFile(ctx: FeatureContext, word: PathWord, newText: string): RenamedFile | { refused: string } {
  const text = newText.trim();
  const base = baseOf(word);
  if (!base) return { refused: phrase`"${word.text}" does not tell where the file is` };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what no file is to be called
  const isOdd = /["\\\u0000-\u001f]|(?:^|[^.])\/$|^$|^\.{1,2}$/.test(text) || (!word.isQuoted && /[\s;()]/.test(text));
  if (isOdd) return { refused: phrase`"${newText}" is no name of a file: write one, such as ${word.text}` };
  const { prefix, folder } = base;
  const words = text.split('/').filter((one) => one !== '.');
  if (prefix.some((one, index) => words[index] !== one))
    return { refused: phrase`${text} is elsewhere: write a path that begins with ${prefix.join('/')}/` };
  const to = below(folder, words.slice(prefix.length));
  if (to === undefined) return { refused: phrase`${text} leads nowhere` };
  if (to === word.target) return { refused: phrase`${text} is its name already` };
  if (ctx.engine.store.files.has(to) || ctx.project.configurations.text(to) !== undefined)
    return { refused: phrase`${ctx.label(to)} is there already` };
  const rename = { from: word.target, to };
  return { rename, ...renamedFiles(ctx, [rename]) };
}

/** A path from a folder on; undefined where it goes up too far, or is absolute. */
function below(folder: string, words: readonly string[]): string | undefined {
  const parts = folder.split('/');
  for (const word of words) {
    if (word === '') return undefined;
    if (word !== '..') parts.push(word);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}
