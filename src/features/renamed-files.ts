import { textIn } from '../edits/undo-edits.ts';
import { phrase } from '../language/phrase.ts';
import type { FileRange } from '../report/place.ts';
import type { Range } from '../text/block.ts';
import type { FeatureContext } from './context.ts';
import { configurationLinks, zoneLinks } from './links.ts';

/** Files or folders that are about to be renamed, by their paths. */
export interface FileRename {
  readonly from: string;
  readonly to: string;
}

/** A path in a text that is to be written anew. */
export interface PathChange extends FileRange {
  readonly text: string;
}

/** A path as it is written, without its quotation marks, and the file that it leads to. */
export interface PathWord {
  readonly range: Range;
  readonly text: string;
  readonly target: string;
  readonly isQuoted: boolean;
}

/** The folder that a written path is relative to, and the words that stand for that folder. */
export interface PathBase {
  readonly folder: string;
  readonly prefix: readonly string[];
}

/** What changes in zone files and configurations, and the paths that nobody can write anew, as sentences. */
export interface RenamedFiles {
  readonly changes: readonly PathChange[];
  readonly left: readonly string[];
}

/** The `$INCLUDE` lines and the statements of configurations that lead to files which are about to be renamed. */
export function renamedFiles(ctx: FeatureContext, renames: readonly FileRename[]): RenamedFiles {
  const changes: PathChange[] = [];
  const left: string[] = [];
  for (const path of [...ctx.engine.store.files.keys(), ...ctx.project.configurations.paths]) {
    for (const word of pathWords(ctx, path)) {
      const text = rewritten(word, path, renames);
      if (text === undefined) left.push(phrase`${ctx.label(path)} keeps ${word.text}: write where the file is now`);
      else if (text !== word.text) changes.push({ path, range: word.range, text });
    }
  }
  return { changes, left };
}

/** The words of a zone file or a configuration that lead to files by their paths. */
export function pathWords(ctx: FeatureContext, path: string): PathWord[] {
  const file = ctx.engine.store.files.get(path);
  const lines = file ? [] : (ctx.project.configurations.text(path) ?? '').split(/\r\n|\n|\r/);
  return (file ? zoneLinks(ctx, file) : configurationLinks(ctx, path)).flatMap(({ range, path: target }) => {
    const { start, end } = range;
    if (start.line !== end.line) return [];
    const written = file
      ? textIn(file.document, range)
      : (lines[start.line] ?? '').slice(start.character, end.character);
    const quote = /^".*"$/.test(written) ? 1 : 0;
    const text = written.slice(quote, written.length - quote);
    const inner = {
      start: { ...start, character: start.character + quote },
      end: { ...end, character: end.character - quote },
    };
    const word = { range: inner, text, target, isQuoted: quote > 0 };
    // What gives the file is no path, but a zone's name or a pattern.
    return baseOf(word) ? [word] : [];
  });
}

/**
 * What a path is relative to: the folder, and what is written for it, as `/etc/bind` for the folder of a workspace. The
 * path and the place of its file have their ends in common, and tell it. Undefined where they have nothing in common.
 */
export function baseOf({ text, target }: Pick<PathWord, 'text' | 'target'>): PathBase | undefined {
  const [words, parts] = [text.split('/'), target.split('/')];
  let common = 0;
  while (common < words.length && words.at(-1 - common) === parts.at(-1 - common)) common++;
  if (common === 0) return undefined;
  const prefix = words.slice(0, words.length - common).filter((word) => word !== '.');
  return { prefix, folder: parts.slice(0, parts.length - common).join('/') };
}

/** A path as it is to be written; as it is where it leads on to its file, undefined where it can't. */
function rewritten(word: PathWord, from: string, renames: readonly FileRename[]): string | undefined {
  const base = baseOf(word);
  if (!base) return word.text;
  const { prefix, folder } = base;
  const movedBase =
    folder === folderOf(from) && prefix.length === 0
      ? folderOf(moved(from, renames))
      : moved(`${folder}/`, renames).replace(/\/$/, '');
  const movedTarget = moved(word.target, renames);
  if (movedTarget === word.target && movedBase === folder) return word.text;
  if (movedTarget.startsWith(`${movedBase}/`)) return [...prefix, movedTarget.slice(movedBase.length + 1)].join('/');
  return prefix.length === 0 ? upwards(movedBase, movedTarget) : undefined;
}

/** Where a file is once all is renamed. */
function moved(path: string, renames: readonly FileRename[]): string {
  for (const { from, to } of renames) {
    if (path === from) return to;
    if (path.startsWith(`${from}/`)) return to + path.slice(from.length);
  }
  return path;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

/** A relative path that goes up from a folder; undefined where the two have nothing in common. */
function upwards(folder: string, target: string): string | undefined {
  const [up, down] = [folder.split('/'), target.split('/')];
  let common = 0;
  while (common < up.length && up[common] === down[common]) common++;
  if (common < 4) return undefined;
  return [...up.slice(common).map(() => '..'), ...down.slice(common)].join('/');
}
