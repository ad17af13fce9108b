import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { commands, languageIds } from '../../src/shared/commands.ts';
import { shownManifest } from '../support/manifest.ts';

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly enablement?: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>;
    readonly walkthroughs: readonly {
      readonly steps: readonly { readonly description: string; readonly media: { readonly markdown: string } }[];
    }[];
  };
}

const { activationEvents, contributes } = shownManifest() as Manifest;

test('no window has its files looked through to find out whether the extension is wanted', () => {
  assert.deepEqual(
    activationEvents.filter((event) => event === '*' || event === 'onStartupFinished' || /[*{]/.test(event)),
    [],
  );
  for (const id of languageIds) assert.ok(activationEvents.includes(`onLanguage:${id}`), id);
});

test('what is offered for zones is offered in all languages that zones have', () => {
  const conditions = [
    ...contributes.commands.map(({ command, enablement }) => [command, enablement]),
    ...Object.values(contributes.menus)
      .flat()
      .map(({ command, when }) => [command, when]),
  ];
  for (const [command, condition] of conditions) {
    if (!condition?.includes('editorLangId == dns-zone')) continue;
    for (const id of languageIds) assert.ok(condition.includes(`editorLangId == ${id}`), `${command}: ${id}`);
  }
});

test('the pages of the walkthrough are there in German, and name commands as the German editor does', () => {
  const manifest = new URL('../../package.nls.de.json', import.meta.url);
  const titles = new Set<unknown>(Object.values(JSON.parse(readFileSync(manifest, 'utf8'))));
  for (const { media } of contributes.walkthroughs.flatMap(({ steps }) => steps)) {
    // As the editor looks for them.
    const german = media.markdown.replace(/\.md$/, '.nls.de.md');
    const text = readFileSync(new URL(`../../${german}`, import.meta.url), 'utf8').replaceAll('\n', ' ');
    for (const [, title] of text.matchAll(/\*\*(.*?)\*\*/g))
      assert.ok(titles.has(title) || title === 'DNS Zone', `${german}: ${title}`);
  }
});

test('the steps of the walkthrough have their pages, and commands that there are', () => {
  const known = new Set<string>(Object.values(commands));
  for (const { description, media } of contributes.walkthroughs.flatMap(({ steps }) => steps)) {
    assert.ok(existsSync(new URL(`../../${media.markdown}`, import.meta.url)), media.markdown);
    const asked = [...description.matchAll(/\(command:([\w.]+)\)/g)].map(([, command = '']) => command);
    assert.equal(asked.length, 1);
    for (const command of asked) assert.ok(known.has(command) || command.startsWith('workbench.'), command);
  }
});
