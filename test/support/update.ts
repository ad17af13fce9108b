import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where a check is called: the test file, and the line as it was when the test began (from 1). */
export interface Caller {
  readonly path: string;
  readonly line: number;
}

/** A piece of a test file that is written anew; offsets are of the file as it was when the test began. */
interface Rewrite {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const originals = new Map<string, { readonly source: string; readonly rewrites: Rewrite[] }>();

/**
 * Whether what is expected of a rule is to be written anew: UPDATE is the rule's id. UPDATE=1 means the test files that
 * stand on the command line, and nothing that belongs to other rules.
 */
export function isUpdating(rule: string, file?: string): boolean {
  const asked = process.env.UPDATE ?? '';
  if (asked.split(',').includes(rule)) return true;
  return asked === '1' && file !== undefined && process.argv.slice(1).some((one) => resolve(one) === file);
}

/** The same of the test file that calls: its name is the rule's id. */
export function isUpdatingCaller({ path }: Caller): boolean {
  return isUpdating(basename(path, '.test.ts'), path);
}

/** The test file that calls, outside of this folder. */
export function callerOf(): Caller {
  const found = new Error().stack
    ?.split('\n')
    .map((line) => /(file:\/\/[^)\s]+?|\/[^)\s]+?):(\d+):\d+/.exec(line))
    .find((match) => match?.[1] !== undefined && !/\/test\/support\/|\/node_modules\//.test(match[1]));
  const [, file, line] = found ?? [];
  assert.ok(file, 'the calling test file is not known');
  return { path: file.startsWith('file:') ? fileURLToPath(file) : file, line: Number(line) };
}

/**
 * Puts a text in the place of another one in the test file that calls: the first one at or behind the call that is
 * written as a literal, else the first one of the file. Says what it changed.
 */
export function rewriteLiteral(caller: Caller, before: string, after: string): void {
  const known = originals.get(caller.path) ?? { source: readFileSync(caller.path, 'utf8'), rewrites: [] };
  originals.set(caller.path, known);
  const { source, rewrites } = known;
  const from = source.split('\n', caller.line - 1).reduce((sum, line) => sum + line.length + 1, 0);
  // What is written anew already was another literal with the same text.
  const places = placesOf(source, before).filter(
    ({ start, end }) => !rewrites.some((one) => one.start < end && start < one.end),
  );
  const place = places.find(({ start }) => start >= from) ?? places[0];
  assert.ok(place, `${caller.path} does not hold this as one literal:\n${before}`);
  const { start, end, written } = place;
  rewrites.push({ start, end, text: written(after) });
  let text = source;
  for (const one of rewrites.toSorted((a, b) => b.start - a.start))
    text = text.slice(0, one.start) + one.text + text.slice(one.end);
  writeFileSync(caller.path, text);
  const line = source.slice(0, start).split('\n').length;
  console.log([`UPDATE ${relative(process.cwd(), caller.path)}:${line}`, ...differences(before, after)].join('\n'));
}

/** The lines that went and that came, `-` and `+` before them. */
export function differences(before: string, after: string): string[] {
  const old = before.split('\n');
  const now = after.split('\n');
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `- ${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`),
  ];
}

type Written = (text: string) => string;

const FORMS: readonly Written[] = [
  (text) => `\`${text.replace(/[`\\]|\$\{/g, '\\$&')}\``,
  (text) => `\`${text}\``,
  (text) => `'${text.replace(/['\\]/g, '\\$&')}'`,
  (text) => `"${text.replace(/["\\]/g, '\\$&')}"`,
];

interface Place {
  readonly start: number;
  readonly end: number;
  readonly written: Written;
}

/** All places of a text, written as a literal in any form, from the first one on. */
function placesOf(source: string, text: string): readonly Place[] {
  const places: Place[] = [];
  for (const written of FORMS) {
    const literal = written(text);
    for (let start = source.indexOf(literal); start >= 0; start = source.indexOf(literal, start + 1))
      places.push({ start, end: start + literal.length, written });
  }
  return places.sort((a, b) => a.start - b.start);
}
