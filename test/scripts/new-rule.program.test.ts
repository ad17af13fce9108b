import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { type Finished, run } from '../../scripts/processes.ts';
import { root } from '../../scripts/root.ts';
import { registryText, whyNotNew } from '../../scripts/rule-template.ts';

/** What a fresh checkout does not have. */
const LEFT = new Set(['node_modules', '.git', '.vscode-test', 'dist', 'coverage']);
const RULE = 'mx-try-it-out';

/** A copy of the checkout, with the packages of this one. */
function copy(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'zonewright-rule-'));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const path of readdirSync(root).filter((name) => !LEFT.has(name) && !name.endsWith('.vsix')))
    cpSync(join(root, path), join(folder, path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  return folder;
}

function runIn(folder: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Finished> {
  // These are test runs of their own, not parts of this one.
  const { NODE_TEST_CONTEXT: _, ...rest } = process.env;
  return run(process.execPath, args, { cwd: folder, env: { ...rest, ...env } });
}

const newRule = (folder: string, ...words: string[]): Promise<Finished> =>
  runIn(folder, ['--import', 'tsx', 'scripts/new-rule.ts', ...words]);

const runTests = (folder: string, files: readonly string[], update = ''): Promise<Finished> =>
  runIn(folder, ['--import', 'tsx', '--test', '--test-reporter=tap', ...files], { UPDATE: update });

const TEST = `test/rules/mail/${RULE}.test.ts`;
const PAGE = `docs/rules/${RULE}.md`;

test('a new rule, from what is written for it to the texts that are kept', async (t) => {
  const folder = copy(t);
  const made = await newRule(folder, 'mail', RULE);

  await t.test('a new rule has its types, its format, a test that passes and a page whose example runs', async () => {
    assert.equal(made.code, 0, made.output);
    for (const path of [`src/rules/mail/${RULE}.ts`, PAGE, TEST, 'src/rules/registry.ts'])
      assert.match(made.output, new RegExp(`^wrote ${path}$`, 'm'));
    assert.equal((await newRule(folder, 'anewfamily', 'a-b')).code, 0);
    const types = await runIn(folder, [join(root, 'node_modules/typescript/bin/tsc'), '--noEmit', '-p', '.']);
    assert.equal(types.code, 0, types.output);
    const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
    const format = await runIn(folder, [biome, 'ci', '--colors=off', 'src/rules', 'test/rules']);
    assert.equal(format.code, 0, format.output);
    const tests = await runTests(folder, [TEST, 'test/rules/anewfamily/a-b.test.ts', 'test/rules/pages.test.ts']);
    assert.equal(tests.code, 0, tests.output);
    assert.match(tests.output, /the page of mx-try-it-out/);
  });

  await t.test('what is left to be written is told by the test of the registry', async () => {
    const tests = await runTests(folder, ['test/rules/registry.test.ts']);
    assert.notEqual(tests.code, 0);
    assert.match(tests.output, new RegExp(`docs/rules/${RULE}\\.md`));
  });

  await t.test('UPDATE writes the texts after a fix', async () => {
    const path = join(folder, TEST);
    const wrong = readFileSync(path, 'utf8').replace(/(',\n {4}`\n;- example\.com\.zone\n)www /, '$1other ');
    assert.notEqual(wrong, readFileSync(path, 'utf8'));
    writeFileSync(path, wrong);
    assert.notEqual((await runTests(folder, [TEST])).code, 0);
    const update = await runTests(folder, [TEST], '1');
    assert.equal(update.code, 0, update.output);
    assert.equal((await runTests(folder, [TEST])).code, 0);
  });

  await t.test('UPDATE writes what belongs to the rule that is named, says so, and leaves the others', async () => {
    const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
    const change = (path: string, before: string, after: string): void => {
      assert.ok(read(path).includes(before), `${path} holds no ${before}`);
      writeFileSync(join(folder, path), read(path).replaceAll(before, after));
    };
    const rule = `src/rules/mail/${RULE}.ts`;
    change(rule, 'what is wrong, why it matters, what to do', 'it is wrong');
    change(rule, 'Delete the TXT record of', 'Take out');
    change('src/rules/alias/cname-apex.ts', 'is the apex of its zone', 'is an apex');
    const others = ['test/rules/alias/cname-apex.test.ts', 'docs/rules/cname-apex.md'];
    const before = others.map(read);
    const files = [TEST, 'test/rules/alias/cname-apex.test.ts', 'test/rules/pages.test.ts'];
    const update = await runTests(folder, files, RULE);
    assert.match(update.output, new RegExp(`UPDATE ${TEST}:\\d+`));
    assert.match(update.output, new RegExp(`UPDATE ${PAGE}`));
    assert.match(update.output, /\+ ;<-+ warning mx-try-it-out: \(to be written\) .*: it is wrong/);
    assert.match(read(TEST), /'Take out mx-try-it-out\.example\.com from example\.com',/);
    assert.doesNotMatch(read(TEST), /why it matters/);
    assert.doesNotMatch(read(PAGE), /warning mx-try-it-out: .*why it matters, what to do/);
    assert.deepEqual(others.map(read), before);
    assert.match(update.output, /^not ok .* at the apex: one finding/m);
  });
});

test('names that no rule may have are refused, with the reason', () => {
  assert.equal(whyNotNew(root, { family: 'mail', id: 'mx-localhost-name' }), undefined);
  assert.match(whyNotNew(root, { family: 'facts', id: 'mx-localhost-name' }) ?? '', /no family/);
  assert.match(whyNotNew(root, { family: '../mail', id: 'mx-localhost-name' }) ?? '', /no family/);
  assert.match(whyNotNew(root, { family: 'mail', id: 'MxLocalhost' }) ?? '', /no rule id/);
  assert.match(whyNotNew(root, { family: 'mail', id: 'ptr-missing' }) ?? '', /there is a rule ptr-missing already/);
});

test('the line in the registry stands at the end of the list, its import in the order of the paths', () => {
  const registry = [
    `import { cnameApex } from './alias/cname-apex.ts';`,
    `import { mxCname } from './mail/mx-cname.ts';`,
    `import type { Rule } from './rule.ts';`,
    '',
    'export const registry: readonly Rule[] = [',
    '  cnameApex,',
    '  mxCname,',
    '];',
    '',
  ];
  const changed = registryText(registry.join('\n'), { family: 'mail', id: 'mx-bad' }).split('\n');
  assert.deepEqual(changed, [
    ...registry.slice(0, 1),
    `import { mxBad } from './mail/mx-bad.ts';`,
    ...registry.slice(1, 7),
    '  mxBad,',
    ...registry.slice(7),
  ]);
});
