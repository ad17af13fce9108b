import { INPUT_NAME } from '../project/claim.ts';
import { isRawZone, LARGEST_TEXT } from '../text/source.ts';
import { givenPath, parentFolder, withSlash } from './paths.ts';
import type { Surroundings } from './surroundings.ts';
import type { Target } from './target.ts';

/** Reads what was asked about; what can't be read goes to `problems`. The working directory where there is no path. */
export async function readTargets(
  { paths, stdinFilename }: { readonly paths: readonly string[]; readonly stdinFilename?: string | undefined },
  around: Surroundings,
  problems: string[],
): Promise<readonly Target[]> {
  const { directory } = around;
  if (paths.length === 0) return [{ path: directory, folder: directory, bytes: undefined }];
  const targets: Target[] = [];
  for (const target of await Promise.all(paths.map((given) => readTarget(given, around, stdinFilename)))) {
    if ('problem' in target) problems.push(target.problem);
    else targets.push(target);
  }
  return targets;
}

/** Reads a file that was asked about; `-` is standard input. */
export async function readTarget(
  given: string,
  around: Surroundings,
  stdinFilename?: string,
): Promise<Target | { readonly problem: string }> {
  if (given === '-') {
    const path = givenPath(stdinFilename ?? INPUT_NAME, around);
    const bytes = await around.readInput();
    if (bytes.length > LARGEST_TEXT)
      return { problem: `standard input: it has ${bytes.length} bytes, more than ${LARGEST_TEXT}` };
    return { path, folder: parentFolder(path), bytes };
  }
  const path = givenPath(given, around);
  const content = await around.files.read(path);
  if (content.kind === 'bytes' && isRawZone(content.bytes))
    return { problem: `${given}: it is in BIND's raw format: named-compilezone -f raw -F text makes a text of it` };
  if (content.kind === 'bytes') return { path, folder: parentFolder(path), bytes: content.bytes };
  if (content.problem === 'folder') return { path, folder: path, bytes: undefined };
  return { problem: `${given}: ${content.message}` };
}

/** Which files the targets name, by themselves or by a folder above them. */
export function selection(targets: readonly Target[]): (path: string) => boolean {
  const selected = new Set(targets.map((target) => target.path));
  const folders = targets.filter((target) => target.bytes === undefined).map((target) => withSlash(target.path));
  return (path) => selected.has(path) || folders.some((folder) => path.startsWith(folder));
}
