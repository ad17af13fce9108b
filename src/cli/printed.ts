import { printable } from '../text/printable.ts';

/**
 * What the command line says for people, as a terminal and the log of a CI run may have it. There GitHub takes a line that
 * begins with a word behind two colons, blanks aside, for a command (`::1` is an address), and GitHub, Azure Pipelines and
 * TeamCity take `##[...]`, `##vso[...]` and the like for one wherever it stands. A backslash parts these characters; in a
 * name it changes nothing.
 */
export function printed(text: string, kept = ''): string {
  const shown = printable(text, kept);
  const parted = shown.includes('::') ? shown.replace(/^([ \t]*):(?=:[a-z-]+(?: |::))/gim, '$1\\:') : shown;
  return parted.includes('##') ? parted.replace(/#(?=#[a-z]*\[)/gi, '#\\') : parted;
}
