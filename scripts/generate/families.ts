import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';

/** What the families of rules are about, in the order in which they are shown. */
const titles: ReadonlyMap<string, string> = new Map([
  ['pairs', 'Addresses and their PTR records'],
  ['arpa', 'Reverse zones'],
  ['soa', 'SOA records and serials'],
  ['delegation', 'Name servers and delegations'],
  ['alias', 'Aliases'],
  ['mail', 'Mail servers'],
  ['services', 'Services'],
  ['dnssec', 'DNSSEC'],
  ['names', 'Names'],
  ['text', 'The text of zone files and configurations'],
]);

/** Rules that come with reading the text have no file of their own: one table holds them. */
const OF_THE_TEXT = 'text';

/** A family: the name of its folder in src/rules, and what it is about (the name, where nothing is said here). */
export interface Family<Rule> {
  readonly name: string;
  readonly title: string;
  readonly rules: readonly Rule[];
}

/** The rules by families, each with its rules in the order of their ids. A rule's family is the folder of its file. */
export function byFamily<Rule extends { readonly id: string }>(rules: readonly Rule[]): readonly Family<Rule>[] {
  const folders = foldersOfRules();
  const families = new Map<string, Rule[]>([...titles.keys()].map((name) => [name, []]));
  for (const rule of [...rules].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const name = folders.get(rule.id) ?? OF_THE_TEXT;
    families.set(name, [...(families.get(name) ?? []), rule]);
  }
  return [...families]
    .filter(([, members]) => members.length > 0)
    .map(([name, members]) => ({ name, title: titles.get(name) ?? name, rules: members }));
}

/** The folder below src/rules of each file in one, by the file's name without `.ts`. */
function foldersOfRules(): ReadonlyMap<string, string> {
  const folders = readdirSync(join(root, 'src', 'rules'), { withFileTypes: true }).filter((one) => one.isDirectory());
  return new Map(
    folders.flatMap(({ name }) =>
      readdirSync(join(root, 'src', 'rules', name)).map((file): [string, string] => [file.replace(/\.ts$/, ''), name]),
    ),
  );
}
