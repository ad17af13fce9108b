import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { tokenModifiers, tokenTypes } from '../../src/features/tokens.ts';
import { registry } from '../../src/rules/registry.ts';
import { manifestProperties, settingsTable } from '../../src/settings/settings-table.ts';
import { commands, languageIds } from '../../src/shared/commands.ts';
import { globTest } from '../../src/text/glob.ts';
import { shownManifest } from '../support/manifest.ts';

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly languages: readonly { readonly id: string; readonly filenamePatterns?: readonly string[] }[];
    readonly configuration: readonly {
      readonly title: string;
      readonly properties: Record<string, { readonly markdownDescription?: string }>;
    }[];
    readonly commands: readonly { readonly command: string; readonly title: string; readonly enablement?: string }[];
    readonly semanticTokenTypes: readonly { readonly id: string }[];
    readonly semanticTokenModifiers: readonly { readonly id: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>;
    readonly keybindings: readonly { readonly command: string; readonly when?: string }[];
  };
}

const manifest = shownManifest() as Manifest;
const { contributes } = manifest;

test('the settings in the manifest are those of the table', () => {
  const [general, ...families] = contributes.configuration;
  const properties = JSON.parse(JSON.stringify(manifestProperties(registry)));
  const own = Object.assign({}, ...families.map(({ properties }) => properties));
  const rules: Record<string, { description?: string; markdownDescription?: string }> =
    properties['zonewright.rules'].properties;
  for (const [id, property] of Object.entries(rules)) {
    delete property.description;
    property.markdownDescription = own[`zonewright.rules.${id}`].markdownDescription;
  }
  assert.deepEqual(general?.properties, properties, 'npm run generate writes it anew');
  const ids = Object.keys(own);
  assert.deepEqual(ids.sort(), registry.map(({ id }) => `zonewright.rules.${id}`).sort());
  assert.deepEqual(
    families.map(({ title }) => title.slice(0, 7)),
    families.map(() => 'Rules: '),
  );
});

test('the setting of a rule says what the rule is about, and its link opens the page', () => {
  for (const { properties } of contributes.configuration.slice(1))
    for (const [name, { markdownDescription = '' }] of Object.entries(properties)) {
      const [, text = '', command, argument = ''] =
        /^(.*)\. \[What it means\]\(command:([\w.]+)\?(\S+)\)$/.exec(markdownDescription) ?? [];
      const rule = registry.find(({ id }) => name === `zonewright.rules.${id}`);
      assert.equal(text.replaceAll('\\_', '_'), rule?.summary);
      assert.equal(command, commands.showRule);
      assert.deepEqual(JSON.parse(decodeURIComponent(argument)), [rule?.id]);
    }
});

test('the settings in the README are those of the table, with the same defaults', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const rows = [...readme.matchAll(/^\| `(zonewright\.[\w.]+)` \| (?:`([^`]*)`)? ?\|/gm)];
  assert.deepEqual(
    rows.map(([, id, value = '']) => `${id} ${value}`),
    [...settingsTable]
      .filter(([key]) => key !== 'rules')
      .map(
        ([key, { default: value }]) => `zonewright.${key} ${typeof value === 'string' ? value : JSON.stringify(value)}`,
      ),
  );
});

test('the commands that are contributed are commands of the extension', () => {
  const known = new Set<string>(Object.values(commands));
  const shown = contributes.commands.map(({ command }) => command);
  for (const command of shown) assert.ok(known.has(command), command);
  for (const { command } of Object.values(contributes.menus).flat()) assert.ok(shown.includes(command), command);
});

test('commands are called as in the documentation, those that ask something too', () => {
  assert.deepEqual(
    contributes.commands.filter(({ title }) => /(?:\.\.\.|…)$/.test(title)),
    [],
  );
});

test('a file that is named for an address is a zone before it is opened, and one of another kind is not', () => {
  const [own] = contributes.languages.filter(({ id }) => id === 'dns-zone');
  const fits = (own?.filenamePatterns ?? []).map(globTest);
  const zones = ['db.192.0.2', 'db.10.1', 'db.2026.sql', 'db.1.json', 'db.example.com'].filter((name) =>
    fits.some((test) => test(name)),
  );
  assert.deepEqual(zones, ['db.192.0.2', 'db.10.1']);
});

test('the types of coloured words are those of the manifest', () => {
  assert.deepEqual(
    contributes.semanticTokenTypes.map(({ id }) => id),
    [...tokenTypes],
  );
  assert.deepEqual(
    contributes.semanticTokenModifiers.map(({ id }) => id),
    [...tokenModifiers],
  );
});

test('each language id that is served activates the extension', () => {
  for (const id of languageIds) assert.ok(manifest.activationEvents.includes(`onLanguage:${id}`), id);
  assert.ok(readdirSync(new URL('../../schemas', import.meta.url)).length > 0);
});

test('no search of the whole workspace activates the extension', () => {
  const searches = manifest.activationEvents.filter((event) => /[*?[{]/.test(event));
  assert.deepEqual(searches, []);
});

test('what is offered in one language that is served is offered in all', () => {
  const { commands: offered, menus, keybindings } = contributes;
  const conditions = [
    ...offered.map(({ enablement }) => enablement),
    ...[...Object.values(menus).flat(), ...keybindings].map(({ when }) => when),
  ];
  let asking = 0;
  for (const condition of conditions) {
    const named = [...(condition ?? '').matchAll(/(?:editorLangId|resourceLangId) == ([\w-]+)/g)].map(([, id]) => id);
    if (!named.some((id) => languageIds.some((known) => known === id))) continue;
    asking++;
    for (const id of languageIds) assert.ok(named.includes(id), `${id} in ${condition}`);
  }
  assert.ok(asking > 10, `${asking}`);
});

test('what the editor closes with the same key goes before the findings of the live check', () => {
  const when = contributes.keybindings.find(({ command }) => command === 'zonewright.clearLive')?.when?.split(' && ');
  for (const open of [
    'suggestWidgetVisible',
    'findWidgetVisible',
    'markersNavigationVisible',
    'parameterHintsVisible',
    'renameInputVisible',
    'referenceSearchVisible',
    'inReferenceSearchEditor',
  ])
    assert.ok(when?.includes(`!${open}`), open);
});
