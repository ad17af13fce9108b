import { phrase } from '../language/phrase.ts';
import type { ReadBudget } from '../ports/read-budget.ts';

/** What bounds the reading: the settings (of the command line or of an editor), or that nothing says that the files around one belong to it. */
export type Bounded = 'settings' | 'editor' | 'lone';

/** Says that a folder has more files than are looked at. */
export function filesLeftText(folder: string, files: number, bounded: Bounded): string {
  return phrase`more than ${files} files lie below ${folder}: the nearest were looked at, and zones in the others are not checked. ${whatToDo('files', bounded)}`;
}

/** Says which files there was no room for; undefined where there was for all. */
export function bytesLeftText(
  { leftOut, limits }: ReadBudget,
  label: (path: string) => string,
  bounded: Bounded,
): string | undefined {
  const [first] = leftOut;
  if (!first) return undefined;
  let bytes = 0;
  for (const size of leftOut.values()) bytes += size;
  const path = label(first[0]);
  const which =
    leftOut.size === 1
      ? phrase`${path} (${sizeText(bytes)}) was not read`
      : phrase`${leftOut.size} files (${sizeText(bytes)}), the first of them ${path}, were not read`;
  const most = sizeText(limits.bytes);
  return bounded === 'lone'
    ? phrase`${which}: ${most} are read of what lies around a file, and nothing is said where the zones left out could answer. ${whatToDo('megabytes', bounded)}`
    : phrase`${which}: ${most} are read of a workspace, and nothing is said where the zones left out could answer. ${whatToDo('megabytes', bounded)}`;
}

function whatToDo(key: 'files' | 'megabytes', bounded: Bounded): string {
  switch (bounded) {
    case 'settings':
      return phrase`Name the folders that hold the zones, or raise "limits.${key}" in zonewright.json`;
    case 'editor':
      return phrase`Open the folder of the zones instead, or raise "zonewright.limits.${key}" in the settings`;
    case 'lone':
      return phrase`A zonewright.json in the folder of the zones makes it a workspace, of which more is read`;
  }
}

/** A number of bytes in units of 1024. */
function sizeText(bytes: number): string {
  const megabytes = bytes / MEGABYTE;
  if (megabytes >= 1024) return `${(megabytes / 1024).toFixed(1)} GiB`;
  return megabytes >= 1 ? `${Math.round(megabytes)} MiB` : `${Math.ceil(bytes / 1024)} KiB`;
}

const MEGABYTE = 1024 * 1024;
