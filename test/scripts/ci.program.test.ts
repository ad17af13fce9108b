import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../scripts/root.ts';
import { program } from '../support/program.ts';

const { copyTo, folderWith, run } = program('ci');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

const HEAD =
  '$TTL 1h\n@ SOA ns1.example.net. hostmaster.example.com. 1 1d 2h 4w 1h\n NS ns1.example.net. ; zonewright-disable-line ns-single\n';
const files = { 'zones/my zone.zone': `$ORIGIN example.com.\n${HEAD}# note\n`, 'zones/example.org.zone': HEAD };

test('the GitHub action annotates, writes SARIF, and reads no word as a command', (t) => {
  const action = mkdtempSync(join(tmpdir(), 'zonewright-action-'));
  t.after(() => rmSync(action, { recursive: true, force: true }));
  mkdirSync(join(action, 'dist'));
  mkdirSync(join(action, 'ci'));
  copyTo(action);
  cpSync(join(root, 'ci', 'check.sh'), join(action, 'ci', 'check.sh'));
  // The last step of action.yml, with what GitHub puts into its variables.
  const step = read('action.yml').split('run: |\n').at(-1)?.trim() ?? '';
  assert.equal(step, 'bash "$GITHUB_ACTION_PATH/ci/check.sh"');
  const folder = folderWith(files);
  const checked = (variables: Readonly<Record<string, string>>) =>
    spawnSync('bash', ['-c', step], {
      cwd: folder,
      env: { ...process.env, GITHUB_ACTION_PATH: action, ...variables },
      encoding: 'utf8',
    });
  const whole = checked({ ZONEWRIGHT_SARIF: 'out.sarif' });
  assert.match(whole.stdout, /^::error file=zones\/my zone\.zone,line=5,/, whole.stderr);
  assert.equal(whole.status, 1);
  assert.equal(JSON.parse(readFileSync(join(folder, 'out.sarif'), 'utf8')).runs[0].results.length, 1);
  const chosen = checked({ ZONEWRIGHT_PATHS: 'zones/example.org.zone\n', ZONEWRIGHT_ARGS: '--ignore\nptr-missing\n' });
  assert.deepEqual([chosen.status, chosen.stdout], [0, ''], chosen.stderr);
  const passed = checked({ ZONEWRIGHT_FAIL_ON: 'none', ZONEWRIGHT_PATHS: 'zones/my zone.zone' });
  assert.equal(passed.status, 0);
  const torn = checked({ ZONEWRIGHT_SARIF: 'out.sarif', ZONEWRIGHT_PATHS: 'none.zone\nzones' });
  assert.match(torn.stdout, /^::error file=zones\/my zone\.zone,/, 'the rest is annotated all the same');
  assert.equal(torn.status, 2);
  const evil = checked({ ZONEWRIGHT_PATHS: '$(touch evil)\n; touch evil', ZONEWRIGHT_ARGS: '`touch evil`' });
  assert.equal(evil.status, 2);
  assert.equal(spawnSync('ls', [folder], { encoding: 'utf8' }).stdout.includes('evil'), false);
});

test('each variable of the action is an input of it', () => {
  const text = read('action.yml');
  const inputs = [...text.matchAll(/\$\{\{ inputs\.([a-z-]+) \}\}/g)].map(([, name]) => name);
  assert.deepEqual(inputs.sort(), ['args', 'fail-on', 'paths', 'sarif-file']);
  for (const name of inputs) assert.match(text, new RegExp(`^ {2}${name}:\\n {4}description: `, 'm'));
  for (const [, name] of text.matchAll(/^ {8}(ZONEWRIGHT_[A-Z_]+):/gm))
    assert.ok(read('ci/check.sh').includes(`\${${name}:-`));
});

test('the problem matchers of GitHub and of the editor read concise lines', async () => {
  const { output } = await run(folderWith(files), ['check', '--format', 'concise']);
  const [line = ''] = output.split('\n');
  const [{ pattern }] = JSON.parse(read('ci/problem-matcher.json')).problemMatcher;
  const [{ regexp, file, line: row, column, severity, code, message }] = pattern;
  const match = new RegExp(regexp).exec(line);
  assert.deepEqual(
    [file, row, column, severity, code, message].map((group) => match?.[group]),
    ['zones/my zone.zone', '5', '1', 'error', 'syntax-comment', 'A comment begins with ";", not with "#"'],
  );
  const { problemMatchers } = JSON.parse(read('package.json')).contributes;
  const own = problemMatchers.find(({ name }: { name: string }) => name === 'zonewright');
  const shown = new RegExp(own.pattern.regexp).exec(line);
  assert.deepEqual([shown?.[own.pattern.file], shown?.[own.pattern.severity]], ['zones/my zone.zone', 'error']);
  // The editor takes what it does not know for an error: it knows no "information".
  const known = ['error', 'warning', 'info', 'hint'];
  const severities = ['error', 'warning', 'information', 'hint'].map((told) => {
    const found = new RegExp(own.pattern.regexp).exec(line.replace(': error ', `: ${told} `));
    return found?.[own.pattern.code] === 'syntax-comment' && found[own.pattern.severity];
  });
  assert.deepEqual(severities, known);
});

test('what the GitLab job and the pre-commit hooks run is understood', async () => {
  const folder = folderWith(files);
  const [, gitlab = ''] = /npx --yes zonewright (.*)$/m.exec(read('ci/gitlab.yml')) ?? [];
  const words = gitlab.replace('"$ZONEWRIGHT_FAIL_ON"', 'error').replace('"$ZONEWRIGHT_PATHS"', '.').split(' ');
  const report = /codequality: (\S+)/.exec(read('ci/gitlab.yml'))?.[1] ?? '';
  assert.equal((await run(folder, words)).status, 1);
  assert.equal(JSON.parse(readFileSync(join(folder, report), 'utf8')).length, 1);
  const git = (...args: string[]) =>
    spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], { cwd: folder });
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'One');
  writeFileSync(join(folder, 'zones', 'example.org.zone'), `${HEAD}# new\n`);
  const hooks = [...read('.pre-commit-hooks.yaml').matchAll(/entry: zonewright (.*)$/gm)].map(
    ([, entry = '']) => entry,
  );
  assert.equal(hooks.length, 2);
  const checked = await run(folder, hooks[0]?.split(' ') ?? []);
  assert.equal(checked.status, 1);
  assert.match(checked.output, /example\.org\.zone/);
  assert.doesNotMatch(checked.output, /my zone/);
  assert.equal(
    (await run(folder, [...(hooks[1]?.split(' ') ?? []), 'zones/example.org.zone'])).complaints.includes('no option'),
    false,
  );
  const [pattern = ''] = [...read('.pre-commit-hooks.yaml').matchAll(/files: '(.*)'$/gm)].map(
    ([, files = '']) => files,
  );
  for (const file of ['a/example.com.zone', 'db.example', 'etc/named.conf', 'Corefile', '2.0.192.in-addr.arpa'])
    assert.match(file, new RegExp(pattern));
  assert.doesNotMatch('README.md', new RegExp(pattern));
});
