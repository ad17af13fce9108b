import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { registry } from '../../src/rules/registry.ts';
import { settingsFileSchema } from '../../src/settings/settings-table.ts';
import { configurationGrammars } from '../../syntaxes/configurations.ts';
import { markdownGrammar, zoneGrammar } from '../../syntaxes/grammar.ts';
import { sourceKeys } from '../l10n-keys.ts';
import { root } from '../root.ts';
import { checkersPage, checkerTable } from './checkers.ts';
import { bashCompletion, fishCompletion, zshCompletion } from './completions.ts';
import { byFamily } from './families.ts';
import { grammarText } from './grammar-text.ts';
import { type ManifestTexts, manifestTexts } from './manifest-texts.ts';
import { manualPage } from './manual.ts';
import { thirdPartyNotices } from './notices.ts';
import { ruleIndex } from './rule-index.ts';
import { settingsPage } from './settings-page.ts';
import { PAGE_LABEL, settingsPages, settingText } from './settings-pages.ts';

/** A file that is written from what stands elsewhere: its path in the checkout, and how its text is made. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: () => string | Promise<string>;
}

/** German of all texts by the English ones, in the form of VS Code's bundles; and of those that only the manifest says. */
const GERMAN = 'l10n/bundle.l10n.de.json';
const GERMAN_MANIFEST = 'l10n/manifest.de.json';

/** All generated files. Of package.json the settings are, and the keys of its texts; of l10n the order. */
export const generatedFiles: readonly GeneratedFile[] = [
  { path: 'syntaxes/dns-zone.tmLanguage.json', text: () => grammarText(zoneGrammar()) },
  { path: 'syntaxes/markdown-dns-zone.injection.json', text: () => grammarText(markdownGrammar()) },
  ...Object.entries(configurationGrammars).map(([language, made]) => ({
    path: `syntaxes/${language}.tmLanguage.json`,
    text: () => grammarText(made()),
  })),
  { path: 'schemas/zonewright.schema.json', text: () => `${JSON.stringify(settingsFileSchema(registry))}\n` },
  { path: 'package.nls.json', text: () => json(manifest().english) },
  { path: 'package.nls.de.json', text: () => json(germanManifest()) },
  { path: 'package.json', text: () => json(manifest().manifest) },
  { path: GERMAN, text: () => kept(sourceKeys().keys()) },
  { path: GERMAN_MANIFEST, text: () => kept(manifestKeys()) },
  { path: 'docs/rules/README.md', text: ruleIndex },
  { path: 'completions/zonewright.bash', text: bashCompletion },
  { path: 'completions/_zonewright', text: zshCompletion },
  { path: 'completions/zonewright.fish', text: fishCompletion },
  { path: 'man/zonewright.1', text: manualPage },
  { path: 'THIRD-PARTY-NOTICES.md', text: thirdPartyNotices },
  { path: 'docs/checkers.md', text: checkersPage },
  { path: 'src/features/second-opinion/messages.ts', text: checkerTable },
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

/** The manifest with the settings as they are now, and what it says. */
function manifest(): ManifestTexts {
  const current = JSON.parse(committedText('package.json'));
  const configuration = settingsPages(byFamily(registry));
  return manifestTexts(
    { ...current, contributes: { ...current.contributes, configuration } },
    jsonIn('package.nls.json'),
  );
}

/** German of what the manifest says; of rules it is that of their summaries. */
function germanManifest(): Readonly<Record<string, string>> {
  const texts = { ...jsonIn(GERMAN), ...jsonIn(GERMAN_MANIFEST) };
  const label = texts[PAGE_LABEL] ?? PAGE_LABEL;
  for (const { id, summary } of registry)
    texts[settingText({ id, summary, label: PAGE_LABEL })] = settingText({
      id,
      summary: texts[summary] ?? summary,
      label,
    });
  return Object.fromEntries(Object.entries(manifest().english).map(([key, text]) => [key, texts[text] ?? text]));
}

/**
 * Translations in the order of their keys, without those that nothing says any more; a text may change from file to file. One
 * a line, without the blanks that would make the package larger by half a kilobyte.
 */
function kept(keys: Iterable<string>): string {
  const texts = { ...jsonIn(GERMAN_MANIFEST), ...jsonIn(GERMAN) };
  const said = [...keys].sort().filter((key) => texts[key] !== undefined);
  return `{\n${said.map((key) => `${JSON.stringify(key)}:${JSON.stringify(texts[key])}`).join(',\n')}\n}\n`;
}

/** What only the manifest says. */
function manifestKeys(): readonly string[] {
  const keys = sourceKeys();
  const made = new Set(registry.map(({ id, summary }) => settingText({ id, summary, label: PAGE_LABEL })));
  return [PAGE_LABEL, ...Object.values(manifest().english).filter((text) => !keys.has(text) && !made.has(text))];
}

/** The texts that lack their German. */
export function missingTexts(): readonly string[] {
  const lacking = (path: string, keys: Iterable<string>): string[] => {
    const texts = jsonIn(path);
    return [...keys].filter((key) => texts[key] === undefined).map((key) => `${path}: ${JSON.stringify(key)}`);
  };
  return [...lacking(GERMAN, sourceKeys().keys()), ...lacking(GERMAN_MANIFEST, manifestKeys())];
}

function jsonIn(path: string): Readonly<Record<string, string>> {
  return JSON.parse(committedText(path) || '{}');
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
