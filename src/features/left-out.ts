import type { ReadBudget } from '../ports/read-budget.ts';
import { counted } from './words.ts';

/** What bounds the reading: the settings (of the command line or of an editor), or that nothing says that the files around one belong to it. */
export type Bounded = 'settings' | 'editor' | 'lone';

const MORE: Readonly<Record<Bounded, (key: string) => string>> = {
  settings: (key) => `Name the folders that hold the zones, or raise "limits.${key}" in zonewright.json`,
  editor: (key) => `Open the folder of the zones instead, or raise "zonewright.limits.${key}" in the settings`,
  lone: () => 'A zonewright.json in the folder of the zones makes it a workspace, of which more is read',
};

/** Says that a folder has more files than are looked at. */
export function filesLeftText(folder: string, files: number, bounded: Bounded = 'settings'): string {
  return `more than ${counted(files, 'file')} lie below ${folder}: the nearest were looked at, and zones in the others are not checked. ${MORE[bounded]('files')}`;
}

/** Says which files there was no room for; undefined where there was for all. */
export function bytesLeftText(
  { leftOut, limits }: ReadBudget,
  label: (path: string) => string,
  bounded: Bounded = 'settings',
): string | undefined {
  const [first] = leftOut;
  if (!first) return undefined;
  let bytes = 0;
  for (const size of leftOut.values()) bytes += size;
  const [path] = first;
  const which =
    leftOut.size === 1
      ? `${label(path)} (${sizeText(bytes)}) was`
      : `${leftOut.size} files (${sizeText(bytes)}), the first of them ${label(path)}, were`;
  const whose = bounded === 'lone' ? 'of what lies around a file' : 'of a workspace';
  return `${which} not read: ${sizeText(limits.bytes)} are read ${whose}, and nothing is said where the zones left out could answer. ${MORE[bounded]('megabytes')}`;
}

/** A number of bytes in units of 1024. */
function sizeText(bytes: number): string {
  const megabytes = bytes / MEGABYTE;
  if (megabytes >= 1024) return `${(megabytes / 1024).toFixed(1)} GiB`;
  return megabytes >= 1 ? `${Math.round(megabytes)} MiB` : `${Math.ceil(bytes / 1024)} KiB`;
}

const MEGABYTE = 1024 * 1024;
