import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { layOutNpmPackage, npmFiles, npmManifest } from '../../scripts/npm-package.ts';
import { otherNodes } from '../../scripts/other-nodes.ts';
import { root } from '../../scripts/root.ts';

const MOST_FILES = 130;
const MOST_BYTES = 600_000;

const folder = mkdtempSync(join(tmpdir(), 'zonewright-npm-'));
const user = join(folder, 'user');
let packed: { readonly filename: string; readonly size: number; readonly files: readonly { readonly path: string }[] };

/** npm and what it installs run with an empty home and without the network. */
function run(command: string, args: readonly string[], cwd: string) {
  const env = { ...process.env, HOME: folder, npm_config_cache: join(folder, 'cache'), NO_COLOR: '1' };
  return spawnSync(command, args, { cwd, env, encoding: 'utf8', shell: process.platform === 'win32' });
}

before(() => {
  execFileSync(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: 'inherit' });
  layOutNpmPackage(join(folder, 'package'));
  const { stdout, stderr } = run('npm', ['pack', '--json', '--pack-destination', folder], join(folder, 'package'));
  [packed] = JSON.parse(stdout || `[{"filename":${JSON.stringify(stderr)}}]`);
  mkdirSync(join(user, 'zones'), { recursive: true });
  const zone =
    '$TTL 1h\n@ SOA ns1.example.net. hostmaster.example.com. 1 1d 2h 4w 1h\n NS ns1.example.net. ; zonewright-disable-line ns-single\n# note\n';
  writeFileSync(join(user, 'zones', 'example.com.zone'), zone);
  writeFileSync(join(user, 'package.json'), '{"private":true}');
  const installed = run(
    'npm',
    ['install', '--offline', '--no-audit', '--no-fund', join(folder, packed.filename)],
    user,
  );
  assert.equal(installed.status, 0, installed.stderr);
});

after(() => rmSync(folder, { recursive: true, force: true }));

test('the npm package is small, and has what it promises and nothing else', () => {
  assert.deepEqual(packed.files.map(({ path }) => path).sort(), [...npmFiles, 'package.json'].sort());
  assert.ok(packed.files.length <= MOST_FILES, `${packed.files.length} files`);
  assert.ok(packed.size <= MOST_BYTES, `${packed.size} bytes`);
  const installed = join(user, 'node_modules', 'zonewright');
  const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  assert.equal(manifest.dependencies, undefined);
  for (const file of [manifest.main, manifest.types, ...manifest.man, manifest.bin.zonewright])
    assert.ok(statSync(join(installed, file)).isFile(), file);
});

test('what npm packs of the checkout itself is the same', () => {
  const { stdout } = run('npm', ['pack', '--json', '--dry-run', '--ignore-scripts'], root);
  const [{ files }] = JSON.parse(stdout);
  assert.deepEqual(files.map(({ path }: { path: string }) => path).sort(), [...npmFiles, 'package.json'].sort());
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const manifest: Record<string, unknown> = npmManifest();
  for (const field of ['bin', 'man', 'types', 'exports']) {
    assert.notEqual(own[field], undefined);
    assert.deepEqual(manifest[field], own[field]);
  }
});

test('installed into an empty folder, npx zonewright checks, explains and tells its version', () => {
  const checked = run('npx', ['--offline', 'zonewright', 'check', 'zones/'], user);
  assert.match(checked.stdout, /^zones\/example\.com\.zone:4:1: error syntax-comment: /, checked.stderr);
  assert.equal(checked.status, 1);
  assert.match(run('npx', ['--offline', 'zonewright', 'explain', 'ptr-missing'], user).stdout, /^# ptr-missing\n/);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  assert.equal(run('npx', ['--offline', 'zonewright', '--version'], user).stdout, `zonewright ${version}\n`);
});

test('the server of the package answers', { timeout: 60_000 }, async () => {
  const params = { capabilities: {}, processId: null, rootUri: null };
  const request = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
  for (const [file, ...args] of [
    ['cli.js', 'lsp', '--stdio'],
    ['server.js', '--stdio'],
  ] as const) {
    const child = spawn(process.execPath, [join(user, 'node_modules', 'zonewright', 'dist', file), ...args]);
    child.stdin.write(`Content-Length: ${request.length}\r\n\r\n${request}`);
    let answer = '';
    for await (const chunk of child.stdout) {
      answer += String(chunk);
      if (answer.includes('"capabilities":{')) break;
    }
    child.kill();
    assert.match(answer, /^Content-Length: /, file);
  }
});

test('the example of the library runs, and its types hold', () => {
  cpSync(join(root, 'docs', 'library', 'example.mjs'), join(user, 'example.mjs'));
  const { stdout, stderr } = run(process.execPath, ['example.mjs'], user);
  assert.equal(
    stdout,
    `example.com.zone:5: ptr-missing: No PTR record for 192.0.2.25 in 2.0.192.in-addr.arpa\n1 warning in 2 zone files\n`,
    stderr,
  );
  const typed = `import { checkZones, type Finding } from 'zonewright';
const { findings, problems } = await checkZones({ 'example.com.zone': '' }, { ignore: ['ptr-missing'], now: new Date(0) });
const first: Finding | undefined = findings[0];
console.log(first?.range.start.line.toFixed(), problems.length);
// @ts-expect-error: a rule is a word
await checkZones({}, { rules: [1] });
export {};
`;
  writeFileSync(join(user, 'typed.mts'), typed);
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const options = [
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2022',
    '--skipLibCheck',
    '--types',
    '',
  ];
  const compiled = run(process.execPath, [tsc, ...options, 'typed.mts'], user);
  assert.equal(compiled.stdout, '');
  assert.equal(compiled.status, 0);
});

test('the library checks what it is given, and says which rule it does not know', () => {
  const script = `import { checkZones } from 'zonewright';
const zone = '$TTL 1h\\n@ SOA ns1.example.net. hostmaster.example.com. 1 1d 2h 4w 1h\\n NS ns1.example.net. ; zonewright-disable-line ns-single\\n# note\\n';
const files = { 'odd': new TextEncoder().encode(zone), 'named.conf': 'zone "example.com" { type primary; file "odd"; };' };
const all = await checkZones(files);
const none = await checkZones(files, { settings: { rules: { 'syntax-comment': 'off' } } });
const broken = await checkZones({ ...files, 'zonewright.json': '{' });
console.log(all.findings.map(({ rule, file }) => rule + ' ' + file).join(), none.findings.length, broken.problems.length);
await checkZones({}, { rules: ['ptr-mising'] }).catch((error) => console.log(error.name + ': ' + error.message));
`;
  writeFileSync(join(user, 'script.mjs'), script);
  const { stdout, stderr } = run(process.execPath, ['script.mjs'], user);
  assert.equal(
    stdout,
    'syntax-comment odd 0 1\nRangeError: there is no rule "ptr-mising", but there is ptr-missing\n',
    stderr,
  );
});

test('other releases of Node run the package too: the command line, its second thread, and the library', {
  timeout: 400_000,
}, async (t) => {
  const cli = join(user, 'node_modules', 'zonewright', 'dist', 'cli.js');
  cpSync(join(root, 'docs', 'library', 'example.mjs'), join(user, 'example.mjs'));
  for (const node of [process.execPath, ...(await otherNodes((line) => t.diagnostic(line)))]) {
    t.diagnostic(run(node, ['--version'], user).stdout.trim());
    const checked = run(node, [cli, 'check', 'zones/'], user);
    assert.match(checked.stdout, /^zones\/example\.com\.zone:4:1: error syntax-comment: /, checked.stderr);
    assert.deepEqual([checked.status, checked.stderr], [1, ''], node);
    assert.match(run(node, ['example.mjs'], user).stdout, /1 warning in 2 zone files/);
  }
});
