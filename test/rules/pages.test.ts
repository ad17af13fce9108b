import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { registry, ruleOf } from '../../src/rules/registry.ts';
import { onOneLine, parseFixture, withMarks } from '../support/fixture.ts';
import { differences, isUpdating } from '../support/update.ts';
import { Workbench } from '../support/workbench.ts';

const FOLDER = fileURLToPath(new URL('../../docs/rules/', import.meta.url));
const FENCE = /^```dns-zone\n(;- [\s\S]*?)^```$/gm;
const HEADINGS = ['Why it matters', 'Example', 'Fix', 'Settings'];

const pages = new Map(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => [name.slice(0, -3), readFileSync(FOLDER + name, 'utf8')]),
);

test('every rule has a page, and every page is a rule', () => {
  assert.deepEqual([...pages.keys()].sort(), registry.map((rule) => rule.id).sort());
});

for (const rule of registry) {
  const page = pages.get(rule.id);
  if (page === undefined) continue;
  test(`the page of ${rule.id}`, async () => {
    const level = rule.severity[0]?.toUpperCase() + rule.severity.slice(1);
    assert.ok(page.startsWith(`# ${rule.id}\n\n${level}: ${rule.summary}.\n`), page.split('\n').slice(0, 3).join('\n'));
    for (const heading of HEADINGS) assert.ok(page.includes(`\n## ${heading}\n`), `it has no "${heading}"`);
    assert.ok(page.includes(`\`zonewright.rules.${rule.id}\``), 'it does not name its setting');
    let updated = page;
    for (const [, example = ''] of page.matchAll(FENCE)) {
      const found = await marked(example, rule.id);
      assert.ok(found.includes(` ${rule.id}: `), `its example does not show it:\n${found}`);
      updated = updated.replace(example, () => found);
    }
    if (updated !== page && isUpdating(rule.id)) {
      writeFileSync(`${FOLDER}${rule.id}.md`, updated);
      console.log([`UPDATE docs/rules/${rule.id}.md`, ...differences(page, updated)].join('\n'));
    } else assert.equal(page, updated, `UPDATE=${rule.id} writes it anew`);
  });
}

/** An example with what is found in it. Examples are parts of zones: only what the page is about asks for whole ones. */
async function marked(example: string, id: string): Promise<string> {
  const isOff = ruleOf(id)?.severity === 'off';
  const rules = isOff ? { [id]: 'information' as const } : {};
  const workbench = new Workbench(parseFixture(`${example};< error ${id}: `), { rules });
  await workbench.verify();
  const found = workbench.shown().map(({ path, range, severity, rule, message, primary }) => {
    return { path, range, severity, rule, message: onOneLine(message), primary };
  });
  return withMarks(example, found);
}
