import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { registry } from '../../src/rules/registry.ts';
import { manifestPages, settingsFileSchema } from '../../src/settings/settings-table.ts';
import { configurationGrammars } from '../../syntaxes/configurations.ts';
import { markdownGrammar, zoneGrammar } from '../../syntaxes/grammar.ts';
import { root } from '../root.ts';
import { checkersPage } from './checkers.ts';
import { bashCompletion, fishCompletion, zshCompletion } from './completions.ts';
import { byFamily } from './families.ts';
import { grammarText } from './grammar-text.ts';
import { manualPage } from './manual.ts';
import { thirdPartyNotices } from './notices.ts';
import { ruleIndex } from './rule-index.ts';
import { settingsPage } from './settings-page.ts';

/** A file that is written from what stands elsewhere: its path in the checkout, and how its text is made. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: () => string;
}

/** All generated files. Of package.json only the settings are. */
export const generatedFiles: readonly GeneratedFile[] = [
  { path: 'syntaxes/dns-zone.tmLanguage.json', text: () => grammarText(zoneGrammar()) },
  { path: 'syntaxes/markdown-dns-zone.injection.json', text: () => grammarText(markdownGrammar()) },
  ...Object.entries(configurationGrammars).map(([language, made]) => ({
    path: `syntaxes/${language}.tmLanguage.json`,
    text: () => grammarText(made()),
  })),
  { path: 'schemas/zonewright.schema.json', text: () => json(settingsFileSchema(registry)) },
  { path: 'package.json', text: manifest },
  { path: 'docs/rules/README.md', text: ruleIndex },
  { path: 'completions/zonewright.bash', text: bashCompletion },
  { path: 'completions/_zonewright', text: zshCompletion },
  { path: 'completions/zonewright.fish', text: fishCompletion },
  { path: 'man/zonewright.1', text: manualPage },
  { path: 'THIRD-PARTY-NOTICES.md', text: thirdPartyNotices },
  { path: 'docs/checkers.md', text: checkersPage },
  { path: 'docs/settings.md', text: settingsPage },
];

/** The text of a file of the checkout, '' where there is none. */
export function committedText(path: string): string {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return '';
  }
}

function manifest(): string {
  const current = JSON.parse(committedText('package.json'));
  const configuration = manifestPages(byFamily(registry));
  return json({ ...current, contributes: { ...current.contributes, configuration } });
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
