import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { pagesIn } from '../shared/rule-pages.ts';

/**
 * The addresses of rules' pages in the file that holds them all: a file URI with the line as its fragment, as editors
 * write it. The file is read when the first one is asked for; where it is missing there are none.
 */
export function rulePagesIn(file: string): (rule: string) => string | undefined {
  let lines: ReadonlyMap<string, number> | undefined;
  const { href } = pathToFileURL(file);
  return (rule) => {
    lines ??= linesIn(file);
    const line = lines.get(rule);
    return line === undefined ? undefined : `${href}#L${line}`;
  };
}

function linesIn(file: string): ReadonlyMap<string, number> {
  try {
    return new Map([...pagesIn(readFileSync(file, 'utf8'))].map(([rule, { line }]) => [rule, line]));
  } catch {
    return new Map();
  }
}
