import { printed } from './printed.ts';
import type { Surroundings } from './surroundings.ts';

/** Prints a patch: byte for byte where a program reads it, and without what acts on a terminal where a person does. */
export function printPatch(patch: string, { print, terminal }: Surroundings): Promise<void> {
  return print(terminal?.isOutput ? printed(patch, '\n\t\r') : patch);
}

/** The name of a file in a patch: in quotes and escaped where it is not plain, as git and `diff` do, and read it. */
export function quotedPath(path: string): string {
  if (/^[ !#-[\]-~]*$/.test(path)) return path;
  const bytes = [...new TextEncoder().encode(path)];
  return `"${bytes.map(quotedByte).join('')}"`;
}

function quotedByte(byte: number): string {
  if (byte === 0x22 || byte === 0x5c) return `\\${String.fromCharCode(byte)}`;
  if (byte >= 0x20 && byte < 0x7f) return String.fromCharCode(byte);
  return `\\${byte.toString(8).padStart(3, '0')}`;
}
