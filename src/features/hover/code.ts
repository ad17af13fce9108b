import { printable } from '../../text/printable.ts';

/** A text as code in Markdown, whatever it holds: nothing that a file says becomes markup or a link. */
export function code(written: string): string {
  const text = printable(written);
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  if (longest === 0) return `\`${text}\``;
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${text} ${fence}`;
}
