import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { program } from '../support/program.ts';

const { folderWith, run } = program('diff');

const zone = (serial: number, records: string, ttl = '1h'): string =>
  `$TTL ${ttl}\n@ SOA ns1.example.net. hostmaster.example.com. ${serial} 1d 2h 4w 1h\n NS ns1.example.net.\n${records}`;

function git(folder: string, ...args: readonly string[]): void {
  const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...identity, ...args], { cwd: folder, stdio: 'ignore' });
}

test('order, layout, comments, $ORIGIN and case are no difference', async () => {
  const folder = folderWith({
    'a/example.com.zone': zone(1, 'www A 192.0.2.1\nmail A 192.0.2.2\n MX 10 mail\n'),
    'b/example.com.zone': `$ORIGIN com.
; laid out otherwise
Example 3600 IN SOA NS1.example.net. hostmaster.EXAMPLE.com. ( 1
  86400 7200 2419200 3600 )
$ORIGIN example.com.
mail 3600 IN MX 10 MAIL.example.com.
mail 3600 IN A 192.0.2.2
www 3600 IN A 192.0.2.1
example.com. 3600 IN NS ns1.example.net.
`,
  });
  const { status, output, complaints } = await run(folder, ['diff', 'a', 'b']);
  assert.deepEqual([status, output, complaints], [0, 'No records differ\n', '']);
});

const CHANGED = {
  'a/example.com.zone': zone(2026112301, 'www A 192.0.2.1\nold A 192.0.2.3\nmail A 192.0.2.2\nt TXT "Case"\n'),
  'b/example.com.zone': zone(2026112302, 'www A 192.0.2.9\nmail 300 A 192.0.2.2\nnew AAAA 2001:db8::1\nt TXT "case"\n'),
  'a/example.org.zone': zone(1, ''),
  'b/example.net.zone': zone(1, ''),
};

test('records, TTLs and serials are told apart, zones that come and go too', async () => {
  const folder = folderWith(CHANGED);
  const { status, output } = await run(folder, ['diff', 'a', 'b']);
  assert.equal(
    output,
    `example.com (example.com.zone)
  serial 2026112301 -> 2026112302
  ! mail.example.com A TTL 3600 -> 300
  + new.example.com AAAA 2001:db8::1
  - old.example.com A 192.0.2.3
  - t.example.com TXT "Case"
  + t.example.com TXT "case"
  - www.example.com A 192.0.2.1
  + www.example.com A 192.0.2.9

example.net (example.net.zone): new zone
  + example.net NS ns1.example.net.
  + example.net SOA ns1.example.net. hostmaster.example.com. 1 86400 7200 2419200 3600

example.org (example.org.zone): zone is gone
  - example.org NS ns1.example.net.
  - example.org SOA ns1.example.net. hostmaster.example.com. 1 86400 7200 2419200 3600

5 records added, 5 records removed, 1 TTL changed, 1 serial changed in 3 zones
`,
  );
  assert.equal(status, 1);
});

test('Markdown for a comment, and JSON', async () => {
  const folder = folderWith(CHANGED);
  const files = ['a/example.com.zone', 'b/example.com.zone'];
  const markdown = await run(folder, ['diff', '--format', 'markdown', ...files]);
  assert.match(
    markdown.output,
    /^\*\*3 records added, 3 records removed, 1 TTL changed, 1 serial changed in 1 zone\*\*\n\n### `example\.com \(example\.com\.zone\)`\n\n- serial 2026112301 -\\> 2026112302\n\n```diff\n! mail/,
  );
  const json = await run(folder, ['diff', '--format', 'json', ...files]);
  const { zones, summary } = JSON.parse(json.output);
  assert.deepEqual(summary, { zones: 1, added: 3, removed: 3, ttls: 1, serials: 1 });
  assert.deepEqual(zones[0].serial, { old: 2026112301, new: 2026112302, isNewer: true });
  assert.deepEqual(zones[0].sets[0], {
    name: 'mail.example.com',
    type: 'A',
    removed: [],
    added: [],
    ttl: { old: 3600, new: 300 },
  });
});

test('a serial that was forgotten or is lower is told', async () => {
  const folder = folderWith({ 'a.zone': zone(5, ''), 'b.zone': zone(5, 'w A 192.0.2.1\n'), 'c.zone': zone(4, '') });
  const origin = ['--origin', 'example.com'];
  const forgotten = await run(folder, ['diff', ...origin, 'a.zone', 'b.zone']);
  assert.match(forgotten.output, /serial: unchanged, so secondaries keep the old zone/);
  const lower = await run(folder, ['diff', ...origin, 'a.zone', 'c.zone']);
  assert.match(lower.output, /serial 5 -> 4, which is no newer: secondaries keep the old zone/);
});

test('a file without a name of its own is that of the other one', async () => {
  const folder = folderWith({ 'example.com.zone': zone(1, ''), 'old.txt': zone(1, 'w A 192.0.2.1\n') });
  const { status, output } = await run(folder, ['diff', 'old.txt', 'example.com.zone']);
  assert.equal(status, 1);
  assert.match(
    output,
    /^example\.com \(example\.com\.zone\)\n {2}serial: unchanged.*\n {2}- w\.example\.com A 192\.0\.2\.1\n/,
  );
  const input = await run(folder, ['diff', '-', 'example.com.zone'], zone(1, ''));
  assert.deepEqual([input.status, input.output], [0, 'No records differ\n']);
  assert.match((await run(folder, ['diff', '--help'])).output, /may be - for standard input/);
  assert.match((await run(folder, ['--help'])).output, /"-" reads standard input \(check, compile, diff\)/);
});

test('revisions of git, whole and by path, against each other and against the working folder', async () => {
  const folder = folderWith({ 'zones/example.com.zone': zone(1, 'www A 192.0.2.1\n'), 'named.conf': '' });
  git(folder, 'init', '--quiet');
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', 'One');
  git(folder, 'tag', 'one');
  writeFileSync(join(folder, 'zones', 'example.com.zone'), zone(2, 'www A 192.0.2.2\n$INCLUDE more.inc\n'));
  writeFileSync(join(folder, 'zones', 'more.inc'), 'more A 192.0.2.3\n');
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', 'Two');
  const expected =
    /^example\.com \(.*example\.com\.zone\)\n {2}serial 1 -> 2\n {2}\+ more\.example\.com A 192\.0\.2\.3\n {2}- www\.example\.com A 192\.0\.2\.1\n {2}\+ www\.example\.com A 192\.0\.2\.2\n/;
  for (const [old, fresh, from] of [
    ['one:', 'HEAD:', '.'],
    ['one:zones', 'zones', '.'],
    ['one:./example.com.zone', 'example.com.zone', 'zones'],
    ['HEAD~1:zones/example.com.zone', 'HEAD:zones/example.com.zone', 'zones'],
  ] as const) {
    const { status, output, complaints } = await run(join(folder, from), ['diff', old, fresh]);
    assert.match(output, expected, `${old} ${fresh}`);
    assert.deepEqual([status, complaints], [1, '']);
  }
  rmSync(join(folder, 'zones'), { recursive: true });
  const gone = await run(folder, ['diff', 'HEAD:zones', 'HEAD:']);
  assert.equal(gone.status, 0);
  for (const [word, message] of [
    ['nothing:zones', /git knows no revision "nothing"/],
    ['HEAD', /HEAD: there is no such file; the revision of git is written HEAD: with a colon/],
    ['HEAD:nothing', /HEAD: .*there is no such file/],
    ['--output=x:y', /no option|is no revision/],
  ] as const) {
    const wrong = await run(folder, ['diff', word, 'HEAD:zones']);
    assert.equal(wrong.status, 2, word);
    assert.match(wrong.complaints, message);
  }
});
