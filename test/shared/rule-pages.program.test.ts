import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../scripts/root.ts';
import { pagesIn, RULE_PAGES } from '../../src/shared/rule-pages.ts';

const folder = join(root, 'docs', 'rules');

/** What pages of rules say of their settings in the same words; in the one file it stands once. */
const settings = (name: string): string =>
  `\n## Settings\n\n\`zonewright.rules.${name}\` sets the severity: \`error\`, \`warning\`, \`information\`, \`hint\` or \`off\`. A comment \`; zonewright-disable-line ${name} -- reason\` silences one line.\n`;

test('the one file of the build has every page as it is written but for what all say of settings, and tells its line', () => {
  const joined = readFileSync(join(root, 'dist', RULE_PAGES), 'utf8');
  const pages = pagesIn(joined);
  const names = readdirSync(folder).map((name) => name.replace(/\.md$/, ''));
  assert.deepEqual([...pages.keys()].sort(), names.sort());
  const lines = joined.split('\n');
  for (const [name, { line, text }] of pages) {
    if (name !== 'README')
      assert.equal(text, readFileSync(join(folder, `${name}.md`), 'utf8').replace(settings(name), ''));
    assert.equal(lines[line - 1], name === 'README' ? '# Rules' : `# ${name}`);
  }
});

test('links of the index lead to anchors of the file', () => {
  const joined = readFileSync(join(root, 'dist', RULE_PAGES), 'utf8');
  const links = [...joined.matchAll(/\]\(#([a-z0-9-]+)\)/g)].map(([, anchor = '']) => anchor);
  assert.ok(links.length > 200);
  assert.deepEqual(
    links.filter((anchor) => !joined.includes(`<a id="${anchor}"></a>`)),
    [],
  );
});
