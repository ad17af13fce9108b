import { textIn } from '../edits/undo-edits.ts';
import { phrase } from '../language/phrase.ts';
import type { FileRange } from '../report/place.ts';
import type { FeatureContext } from './context.ts';
import { configurationLinks, type FileLink, zoneLinks } from './links.ts';

/** Files or folders that are about to be renamed, by their paths. */
export interface FileRename {
  readonly from: string;
  readonly to: string;
}

/** A path in a text that is to be written anew. */
export interface PathChange extends FileRange {
  readonly text: string;
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
  const look = (path: string, links: readonly FileLink[], textOf: (link: FileLink) => string): void => {
    for (const link of links) {
      const written = textOf(link);
      const quote = /^"(?:.*)"$/.test(written) ? '"' : '';
      const bare = quote === '' ? written : written.slice(1, -1);
      const text = rewritten(bare, { target: link.path, from: path }, renames);
      if (text === undefined) left.push(phrase`${ctx.label(path)} keeps ${bare}: write where the file is now`);
      else if (text !== bare) changes.push({ path, range: link.range, text: quote + text + quote });
    }
  };
  for (const file of ctx.engine.store.files.values())
    look(file.path, zoneLinks(ctx, file), ({ range }) => textIn(file.document, range));
  for (const path of ctx.project.configurationPaths) {
    const lines = (ctx.project.configurationText(path) ?? '').split(/\r\n|\n|\r/);
    look(path, configurationLinks(ctx, path), ({ range: { start, end } }) =>
      start.line === end.line ? (lines[start.line] ?? '').slice(start.character, end.character) : '',
    );
  }
  return { changes, left };
}

/**
 * A path as it is to be written; as it is where it leads on to its file, undefined where it can't. What the path and the
 * place of its file have in common at their ends tells the folder that it is relative to.
 */
function rewritten(
  written: string,
  { target, from }: { readonly target: string; readonly from: string },
  renames: readonly FileRename[],
): string | undefined {
  const [words, parts] = [written.split('/'), target.split('/')];
  let common = 0;
  while (common < words.length && words.at(-1 - common) === parts.at(-1 - common)) common++;
  // What gives the file is no path, but a zone's name or a pattern.
  if (common === 0) return written;
  const prefix = words.slice(0, words.length - common).filter((word) => word !== '.');
  const base = parts.slice(0, parts.length - common).join('/');
  const folder = from.slice(0, from.lastIndexOf('/'));
  const movedBase =
    base === folder && prefix.length === 0
      ? folderOf(moved(from, renames))
      : moved(`${base}/`, renames).replace(/\/$/, '');
  const movedTarget = moved(target, renames);
  if (movedTarget === target && movedBase === base) return written;
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
